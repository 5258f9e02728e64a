import { spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { startFaultyServer } from "@smsproof/vendor/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../examples/hono.ts";
import { createCallbackServer } from "../examples/node-http.ts";
import { createTelqCallbackHandler } from "./callbacks.ts";

const TOKEN = "a-callback-token-of-this-test";
const good = '{"id":9007199254740993,"testStatus":"POSITIVE"}';

/** The same requests for each example, and the statuses that the handler answers. */
const exchanges: readonly (readonly [string, RequestInit, number])[] = [
  ["the right token", { method: "POST", body: good, headers: { authorization: `Bearer ${TOKEN}` } }, 202],
  ["a replay", { method: "POST", body: good, headers: { authorization: `Bearer ${TOKEN}` } }, 202],
  ["a wrong token", { method: "POST", body: good, headers: { authorization: "Bearer wrong" } }, 401],
  ["no token", { method: "POST", body: good }, 401],
  ["broken JSON", { method: "POST", body: "{", headers: { authorization: TOKEN } }, 400],
  [
    "a body over the bound",
    { method: "POST", body: "x".repeat(100_000), headers: { authorization: TOKEN } },
    413,
  ],
];

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("examples", () => {
  it("a Hono route takes callbacks", async () => {
    const told: (string | null)[] = [];
    const app = createApp(
      createTelqCallbackHandler({ token: TOKEN, onResult: ({ testId }) => void told.push(testId) }),
    );
    for (const [, init, status] of exchanges)
      expect((await app.request("/telq/callbacks", init)).status).toBe(status);
    expect((await app.request("/telq/callbacks")).status).toBe(405);
    expect(told).toEqual(["9007199254740993"]);
  });

  it("a Next route handler takes callbacks", async () => {
    vi.stubEnv("TELQ_CALLBACK_TOKEN", TOKEN);
    const log = vi.spyOn(console, "log").mockReturnValue(undefined);
    const { POST } = await import("../examples/next-route.ts");
    for (const [, init, status] of exchanges) {
      expect((await POST(new Request("https://me.example/api/telq", init))).status).toBe(status);
    }
    expect(log.mock.calls).toEqual([["test 9007199254740993 is POSITIVE"]]);
  });

  it("a node:http server takes callbacks over a socket", async () => {
    const told: (string | null)[] = [];
    const handle = createTelqCallbackHandler({
      token: TOKEN,
      onResult: ({ testId }) => void told.push(testId),
    });
    const server = createCallbackServer(handle);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    try {
      for (const [, init, status] of exchanges) {
        expect((await fetch(`http://127.0.0.1:${port}/`, init)).status).toBe(status);
      }
      expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(405);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
    expect(told).toEqual(["9007199254740993"]);
  });

  it("networks.mjs prints the networks, with credentials from the environment", async () => {
    const seen: string[] = [];
    const server = await startFaultyServer({
      isCreation: () => false,
      fault: { kind: "none" },
      reply: ({ method, path, body }) => {
        seen.push(`${method} ${path} ${body}`);
        if (path.endsWith("/token")) return { status: 200, body: '{"ttl":86400,"value":"token"}' };
        return {
          status: 200,
          body: '[{"mcc":"206","mnc":"10","countryName":"Belgium","providerName":"Orange","portedFromMnc":"03"}]',
        };
      },
    });
    try {
      const environment = {
        PATH: process.env["PATH"],
        TELQ_BASE_URL: `${server.origin}/v2.1/client`,
        TELQ_APP_ID: "1",
        TELQ_APP_KEY: "sandbox-key",
      };
      const file = fileURLToPath(new URL("../examples/networks.mjs", import.meta.url));
      const child = spawn(process.execPath, [file], { env: environment });
      const output = await new Promise<string>((resolve) => {
        let text = "";
        child.stdout.on("data", (part) => (text += String(part)));
        child.stderr.on("data", (part) => (text += String(part)));
        child.on("close", () => resolve(text));
      });
      expect(output).toBe("206-10<206-03  Belgium  Orange\n");
      expect(seen).toEqual([
        'POST /v2.1/client/token {"appId":1,"appKey":"sandbox-key"}',
        "GET /v2.1/client/networks ",
      ]);
    } finally {
      await server.close();
    }
  });
});

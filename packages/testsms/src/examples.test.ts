import { spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createCallbackKey } from "@smsproof/vendor";
import { startFaultyServer } from "@smsproof/vendor/contract";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../examples/hono.ts";
import { createCallbackServer } from "../examples/node-http.ts";
import { createTestsmsCallbackHandler } from "./callbacks.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const good = '{"phone":"4499274098712","messageId":"59674","receiptStatus":1}';

/** The same requests for each example: the end of the path, the body, and the status that the handler answers. */
const exchangesOf = (key: string): readonly (readonly [string, string, number])[] => [
  [key, good, 202],
  [key, good, 202],
  ["wrong", good, 401],
  [key, "{", 400],
  [key, "x".repeat(100_000), 413],
];

describe("examples", () => {
  it("a Hono route takes callbacks", async () => {
    const key = createCallbackKey();
    const told: (string | null)[] = [];
    const app = createApp(
      createTestsmsCallbackHandler({ keys: [key], onResult: ({ msisdn }) => void told.push(msisdn) }),
    );
    for (const [end, body, status] of exchangesOf(key))
      expect((await app.request(`/testsms/callbacks/${end}`, { method: "POST", body })).status).toBe(status);
    expect(told).toEqual(["4499274098712"]);
  });

  it("a Next route handler takes callbacks", async () => {
    const key = createCallbackKey();
    vi.stubEnv("TESTSMS_CALLBACK_KEY", key);
    const log = vi.spyOn(console, "log").mockReturnValue(undefined);
    const { POST } = await import("../examples/next-route.ts");
    for (const [end, body, status] of exchangesOf(key)) {
      const request = new Request(`https://me.example/api/testsms/${end}`, { method: "POST", body });
      expect((await POST(request)).status).toBe(status);
    }
    expect(log.mock.calls).toEqual([["the test on 4499274098712 is POSITIVE"]]);
  });

  it("a node:http server takes callbacks over a socket", async () => {
    const key = createCallbackKey();
    const told: (string | null)[] = [];
    const server = createCallbackServer(
      createTestsmsCallbackHandler({ keys: [key], onResult: ({ msisdn }) => void told.push(msisdn) }),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    try {
      for (const [end, body, status] of exchangesOf(key)) {
        const { status: answered } = await fetch(`http://127.0.0.1:${port}/${end}`, { method: "POST", body });
        expect(answered).toBe(status);
      }
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
    expect(told).toEqual(["4499274098712"]);
  });

  it("networks.mjs prints the networks, with credentials from the environment", async () => {
    const seen: string[] = [];
    const server = await startFaultyServer({
      isCreation: () => false,
      fault: { kind: "none" },
      reply: ({ method, path, body }) => {
        seen.push(`${method} ${path} ${body}`);
        if (path.endsWith("-token"))
          return { status: 200, body: '{"access_token":"token","expires_in":86400}' };
        return { status: 200, body: '[{"mccmnc":"20610","country":"Belgium","network":"Orange"}]' };
      },
    });
    try {
      const environment = {
        PATH: process.env["PATH"],
        TESTSMS_BASE_URL: `${server.origin}/api`,
        TESTSMS_CLIENT_ID: "sandbox-client",
        TESTSMS_CLIENT_SECRET: "sandbox-secret",
      };
      const file = fileURLToPath(new URL("../examples/networks.mjs", import.meta.url));
      const child = spawn(process.execPath, [file], { env: environment });
      const output = await new Promise<string>((resolve) => {
        let text = "";
        child.stdout.on("data", (part) => (text += String(part)));
        child.stderr.on("data", (part) => (text += String(part)));
        child.on("close", () => resolve(text));
      });
      expect(output).toBe("206-10  Belgium  Orange\n");
      expect(seen).toEqual([
        "POST /api/v1/access-token client_id=sandbox-client&client_secret=sandbox-secret&grant_type=client_credentials",
        "GET /api/v1/mccmnc ",
      ]);
    } finally {
      await server.close();
    }
  });
});

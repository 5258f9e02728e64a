import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createCallbackKey } from "@smsproof/vendor";
import { startFaultyServer } from "@smsproof/vendor/contract";
import { describe, expect, it } from "vitest";
import { createApp } from "../examples/hono.ts";
import { createTestsmsCallbackHandler } from "./callbacks.ts";

describe("examples", () => {
  it("a Hono route takes callbacks", async () => {
    const key = createCallbackKey();
    const told: (string | null)[] = [];
    const app = createApp(
      createTestsmsCallbackHandler({ keys: [key], onResult: ({ msisdn }) => void told.push(msisdn) }),
    );
    const post = async (path: string, body: string): Promise<number> =>
      (await app.request(`/testsms/callbacks/${path}`, { method: "POST", body })).status;
    const good = '{"phone":"4499274098712","messageId":"59674","receiptStatus":1}';
    expect([
      await post(key, good),
      await post(key, good),
      await post("wrong", good),
      await post(key, "{"),
      await post(key, "x".repeat(100_000)),
    ]).toEqual([202, 202, 401, 400, 413]);
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

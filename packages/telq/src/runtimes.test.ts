import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  type ConnectionFault,
  findRuntime,
  type RawRequest,
  startFaultyServer,
} from "@smsproof/vendor/contract";
import { describe, expect, it } from "vitest";

const SMOKE = fileURLToPath(new URL("../smoke/runtime-smoke.mjs", import.meta.url));
const PACKAGE = fileURLToPath(new URL("..", import.meta.url));

const isCreation = ({ method, path }: RawRequest): boolean => method === "POST" && path.endsWith("/tests");

const reply = ({ path }: RawRequest) => {
  if (path.endsWith("/token")) return { status: 200, body: '{"ttl":86400,"value":"token"}' };
  if (path.endsWith("/networks")) return { status: 200, body: "[]" };
  return {
    status: 200,
    body: '[{"id":9007199254740993,"phoneNumber":"33611223344","testIdText":"abc","errorMessage":null}]',
  };
};

type Run = (file: string, args: readonly string[]) => Promise<{ status: number | null; output: string }>;

/** What the smoke script printed, and how many creations the server saw. */
async function smoke(run: Run, fault: ConnectionFault) {
  const server = await startFaultyServer({ isCreation, reply, fault });
  try {
    const { status, output } = await run(SMOKE, [server.origin]);
    const line = output.split("\n").find((text) => text.startsWith("{")) ?? "{}";
    return { status, output, creations: server.creations(), ...JSON.parse(line) };
  } finally {
    await server.close();
  }
}

const runtimes = [findRuntime("deno"), findRuntime("bun")];

describe("the built package in other runtimes", () => {
  for (const { name, missing, run } of runtimes) {
    if (missing !== null) console.warn(`Skipped: ${missing}`);

    it(`creates a test, takes a callback and settles the wait in ${name}`, {
      timeout: 120_000,
    }, async (context) => {
      if (missing !== null) context.skip(missing);
      expect(await smoke(run, { kind: "none" })).toMatchObject({
        status: 0,
        networks: 0,
        outcome: "created",
        callback: 202,
        settledBy: "callback",
        sender: "ACME",
      });
    });

    it.for([true, false])(
      `sends a creation once in ${name} when a kept connection breaks (reset: %s)`,
      { timeout: 120_000 },
      async (reset, context) => {
        if (missing !== null) context.skip(missing);
        expect(await smoke(run, { kind: "cut-after-body", reset })).toMatchObject({
          creations: 1,
          outcome: "unknown",
          error: "CONNECTION",
        });
      },
    );
  }
});

describe("the built package in Node", () => {
  const node = (...args: string[]): string => {
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: PACKAGE, encoding: "utf8" });
    return stdout + stderr;
  };

  it("is imported and required", () => {
    const report = "console.log(typeof createTelq, Object.keys(m).length > 5)";
    expect(
      node(
        "--input-type=module",
        "-e",
        `import * as m from "./dist/index.js"; const { createTelq } = m; ${report}`,
      ),
    ).toBe("function true\n");
    expect(node("-e", `const m = require("./dist/index.cjs"); const { createTelq } = m; ${report}`)).toBe(
      "function true\n",
    );
  });

  it("knows errors of its other build", () => {
    const script = `
      import { createRequire } from "node:module";
      import { isVendorError } from "@smsproof/vendor";
      const { createTelq } = createRequire(import.meta.url)("./dist/index.cjs");
      try { createTelq({ environment: {} }); } catch (error) { console.log(isVendorError(error, "VALIDATION")); }`;
    expect(node("--input-type=module", "-e", script)).toBe("true\n");
  });
});

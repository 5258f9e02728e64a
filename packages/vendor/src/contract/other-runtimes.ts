/// <reference types="node" />
import { spawn, spawnSync } from "node:child_process";

/** A runtime other than the one that runs the tests. */
export interface OtherRuntime {
  readonly name: "deno" | "bun";
  /** Why it cannot be had; `null` when it can. */
  readonly missing: string | null;
  /** Runs a module with arguments; gives its exit status and what it wrote. */
  run(
    file: string,
    args: readonly string[],
  ): Promise<{ readonly status: number | null; readonly output: string }>;
}

const PACKAGES = {
  deno: {
    version: "deno@2.9.6",
    command: ["deno", "run", "--allow-all", "--no-lock", "--node-modules-dir=manual"],
  },
  bun: { version: "bun@1.4.5", command: ["bun", "run"] },
} as const;

/**
 * Deno or Bun through npx. Only from npm's cache, so that a test run never waits for a download; with
 * `SMSPROOF_RUNTIMES=fetch` in the environment it is fetched.
 */
export function findRuntime(name: "deno" | "bun"): OtherRuntime {
  const { version, command } = PACKAGES[name];
  const fetching = process.env["SMSPROOF_RUNTIMES"] === "fetch";
  const npx = ["--yes", ...(fetching ? [] : ["--offline"]), `--package=${version}`, "--"];
  const environment = { ...process.env, npm_config_update_notifier: "false", NO_COLOR: "1" };
  const probe = spawnSync("npx", [...npx, name, "--version"], {
    env: environment,
    timeout: fetching ? 120_000 : 10_000,
  });
  const missing =
    probe.status === 0 ? null : `${version} is not in npm's cache; \`npm run test:runtimes\` fetches it.`;
  return {
    name,
    missing,
    run: (file, args) =>
      new Promise((resolve) => {
        const child = spawn("npx", [...npx, ...command, file, ...args], { env: environment });
        const parts: string[] = [];
        child.stdout.on("data", (part) => parts.push(String(part)));
        child.stderr.on("data", (part) => parts.push(String(part)));
        child.on("close", (status) => resolve({ status, output: parts.join("") }));
      }),
  };
}

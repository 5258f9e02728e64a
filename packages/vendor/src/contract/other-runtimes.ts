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
  deno: { version: "deno@2.9.6", flags: ["run", "--allow-all", "--no-lock", "--node-modules-dir=manual"] },
  bun: { version: "bun@1.4.5", flags: ["run"] },
} as const;

/**
 * Deno or Bun through npx. Only from npm's cache, so that a test run never waits for a download; with
 * `SMSPROOF_RUNTIMES=fetch` in the environment it is fetched.
 */
export function findRuntime(name: "deno" | "bun"): OtherRuntime {
  const { version, flags } = PACKAGES[name];
  const fetching = process.env["SMSPROOF_RUNTIMES"] === "fetch";
  const environment = { ...process.env, npm_config_update_notifier: "false", NO_COLOR: "1" };
  const npx = [
    "--yes",
    ...(fetching ? [] : ["--offline"]),
    `--package=${version}`,
    "-c",
    `command -v ${name}`,
  ];
  const probe = spawnSync("npx", npx, {
    env: environment,
    encoding: "utf8",
    timeout: fetching ? 180_000 : 15_000,
  });
  // npx is slow to start: it is asked once where the runtime lies.
  const command = probe.status === 0 ? (probe.stdout.trim().split("\n").at(-1) ?? "") : "";
  const missing =
    command === "" ? `${version} is not in npm's cache; \`npm run test:runtimes\` fetches it.` : null;
  return {
    name,
    missing,
    run: (file, args) =>
      new Promise((resolve, reject) => {
        const child = spawn(command, [...flags, file, ...args], { env: environment });
        const parts: string[] = [];
        child.stdout.on("data", (part) => parts.push(String(part)));
        child.stderr.on("data", (part) => parts.push(String(part)));
        child.on("error", reject);
        child.on("close", (status) => resolve({ status, output: parts.join("") }));
      }),
  };
}

// Runs a root script with the pnpm that package.json pins, on a machine that has only Node and npm.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const { packageManager } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const [pinned] = packageManager.split("+");
const version = pinned.split("@")[1];
const runningPnpm = process.env.npm_config_user_agent?.startsWith(`pnpm/${version} `)
  ? process.env.npm_execpath
  : undefined;
const windows = process.platform === "win32";
const [command, ...before] = runningPnpm
  ? [process.execPath, runningPnpm]
  : [windows ? "npx.cmd" : "npx", "--yes", pinned];
const [script, ...rest] = process.argv.slice(2);
const { status, signal } = spawnSync(command, [...before, "run", script, ...rest], {
  stdio: "inherit",
  shell: windows,
  env: {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: "1",
    npm_config_update_notifier: "false",
    // pnpm overwrites INIT_CWD with its own folder: scripts that take paths need the caller's.
    SMSPROOF_CALLED_FROM: process.env.SMSPROOF_CALLED_FROM ?? process.env.INIT_CWD ?? process.cwd(),
  },
});
if (signal) process.kill(process.pid, signal);
process.exitCode = status ?? 1;

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, it } from "vitest";
import { mainPath, runCli } from "../testing/run-cli.ts";

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});

interface Ready {
  readonly ready: true;
  readonly telq: string;
  readonly testsms: string;
  readonly smpp: string;
  readonly control: string;
}

async function start(...args: string[]): Promise<{ child: ChildProcess; ready: Ready; stderr(): string }> {
  const child = spawn(process.execPath, [mainPath, "sandbox", "--port", "0", "--smpp-port", "0", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let talk = "";
  child.stderr?.on("data", (chunk) => {
    talk += chunk;
  });
  if (child.stdout === null) throw new Error("no standard output");
  const [line] = await once(createInterface(child.stdout), "line");
  return { child, ready: JSON.parse(line), stderr: () => talk };
}

async function tokenOf(ready: Ready): Promise<{ value: string }> {
  const body = JSON.stringify({ appId: 1, appKey: "sandbox-key" });
  const headers = { "content-type": "application/json" };
  const reply = await fetch(`${ready.telq}/token`, { method: "POST", body, headers });
  return (await reply.json()) as { value: string };
}

describe("smsproof sandbox", () => {
  it("says where it is, answers as a vendor does, and logs each request", async () => {
    const { ready, stderr } = await start("--seed", "7");
    expect(ready).toMatchObject({ ready: true });
    expect(new URL(ready.telq)).toMatchObject({ hostname: "127.0.0.1", pathname: "/v2.1/client" });
    expect(new URL(ready.testsms).pathname).toBe("/api");
    expect(ready.smpp).toMatch(/^smpp:\/\/127\.0\.0\.1:\d+$/);
    expect(new URL(ready.control).pathname).toBe("/_sandbox");
    expect((await tokenOf(ready)).value).not.toBe("");
    // The log comes through a pipe of its own, and may come later than the answer.
    await expect.poll(stderr).toContain("POST /v2.1/client/token 200\n");
  });

  it("answers the same for the same seed", async () => {
    const [one, other] = await Promise.all([start("--seed", "7"), start("--seed", "7")]);
    expect(await tokenOf(one.ready)).toEqual(await tokenOf(other.ready));
  });

  it.each(["SIGINT", "SIGTERM"] as const)("stops cleanly at %s", async (signal) => {
    const { child } = await start();
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("takes no port, seed or file that cannot be", async () => {
    const calls = [
      [["--port", "70000"], '--port takes a port from 0 to 65535, not "70000"'],
      [["--seed", "x"], '--seed takes a whole number, not "x"'],
      [["--routes", "/nowhere/routes.json"], "--routes /nowhere/routes.json cannot be read"],
    ] as const;
    for (const [args, message] of calls) {
      const { status, stderr, stdout } = await runCli(["sandbox", ...args]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toContain(message);
    }
  });

  it("says so when its port is taken", async () => {
    const { ready } = await start();
    const { status, stderr } = await runCli([
      "sandbox",
      "--port",
      new URL(ready.telq).port,
      "--smpp-port",
      "0",
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain("The sandbox cannot start: listen EADDRINUSE");
  });
});

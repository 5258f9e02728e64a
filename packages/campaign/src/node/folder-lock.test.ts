import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isCampaignError } from "../errors/campaign-error.ts";
import { lockFolder } from "./folder-lock.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "smsproof-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const busy = (error: unknown): boolean => isCampaignError(error, "STORE_BUSY");
const holder = (more: object): string =>
  JSON.stringify({ pid: process.pid, host: hostname(), started: null, token: "t", ...more });

describe("the lock of a folder", () => {
  it("is held by one, and free again after release", async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toSatisfy(busy);
    await lock.release();
    await lock.release();
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual(["lock.2"]);
  });

  it("is won by one of many who try together", async () => {
    await writeFile(join(folder, "lock.4"), holder({ pid: 4_194_303 }));
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is never taken from a live process, and is from one that died", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"]);
    await writeFile(join(folder, "lock.1"), holder({ pid: child.pid }));
    await expect(lockFolder(folder)).rejects.toSatisfy(busy);
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    await (await lockFolder(folder)).release();
  });

  it("knows a process number that was used again by when the process began", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"]);
    await writeFile(join(folder, "lock.1"), holder({ pid: child.pid, started: "another boot 1" }));
    if (process.platform === "linux") await (await lockFolder(folder)).release();
    child.kill("SIGKILL");
  });

  it("is not taken from another machine, whose processes cannot be seen", async () => {
    await writeFile(join(folder, "lock.1"), holder({ host: "elsewhere" }));
    await expect(lockFolder(folder)).rejects.toThrow(/elsewhere/);
  });
});

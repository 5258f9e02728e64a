import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { CampaignError } from "../errors/campaign-error.ts";

/** A folder that one process at a time uses. */
export interface FolderLock {
  release(): Promise<void>;
}

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts; `null` where it does not say. Tells a number that was used again. */
  readonly started: string | null;
  /** Unique to this lock: two in one process are two. */
  readonly token: string;
}

const NAME = /^lock\.(\d{1,15})$/;

/** Locks that this process holds: its own number being alive says nothing about them. */
const OWN: Set<string> = new Set();

/**
 * Takes the lock of a folder, and makes the folder. Locks are files with rising numbers, `lock.7`; the highest one
 * counts. A lock is taken by creating the next number, which only one process can, and only if the holder of the highest
 * one is provably dead or has let go. So a lock is never taken from a live process, not even for a moment, whatever runs
 * at the same time. Throws `STORE_BUSY`.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    started: await startOf(process.pid),
    token: randomUUID(),
  };
  const draft = join(folder, `lock-draft.${own.token}`);
  // Linked into place when it is whole: no other process can read half of it.
  await writeFile(draft, JSON.stringify(own));
  try {
    for (;;) {
      const highest = Math.max(0, ...(await numbers(folder)));
      if (highest > 0) await refuseIfHeld(join(folder, `lock.${highest}`));
      const mine = highest + 1;
      if (!(await linked(draft, join(folder, `lock.${mine}`)))) continue;
      const all = await numbers(folder);
      if (Math.max(...all) > mine) {
        // The folder went on while this process slept: its number was free only because it is long past.
        await rm(join(folder, `lock.${mine}`), { force: true });
        continue;
      }
      for (const old of all) if (old < mine) await rm(join(folder, `lock.${old}`), { force: true });
      OWN.add(own.token);
      return { release: () => release(join(folder, `lock.${mine}`), own) };
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** The file stays, emptied: were it gone, a number could be used a second time. */
async function release(path: string, own: Holder): Promise<void> {
  if (!OWN.delete(own.token)) return;
  await writeFile(path, "").catch(() => undefined);
}

async function refuseIfHeld(path: string): Promise<void> {
  const text = await readFile(path, "utf8").catch(() => "");
  if (text === "") return;
  const holder: Holder = JSON.parse(text);
  if (holder.host !== hostname())
    throw new CampaignError(
      "STORE_BUSY",
      `the store is in use on ${holder.host} (process ${holder.pid}). If that machine is gone for good, remove ${path}.`,
    );
  if (await isAlive(holder))
    throw new CampaignError("STORE_BUSY", `the store is in use by process ${holder.pid}`);
}

async function isAlive({ pid, started, token }: Holder): Promise<boolean> {
  if (pid === process.pid && started === (await startOf(pid))) return OWN.has(token);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && Reflect.get(error, "code") !== "ESRCH";
  }
  const now = await startOf(pid);
  return started === null || now === null || started === now;
}

/** When a process began: field 22 of /proc/PID/stat, in ticks since the machine started, with the machine's boot id. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    // The second field is the name in brackets and may hold anything.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks === undefined ? null : `${boot.trim()} ${ticks}`;
  } catch {
    return null;
  }
}

async function numbers(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, "code") === "EEXIST") return false;
    throw error;
  }
}

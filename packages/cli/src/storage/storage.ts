import { readdirSync } from "node:fs";
import type { CampaignStore } from "@smsproof/campaign";
import { UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";
import { whileSaying } from "../terminal/while-saying.ts";

/** Where campaigns are kept: a folder, or the URL of a Postgres server. */
export interface StorageCall {
  readonly where: string;
  /** What it is called on the terminal: the URL may hold a password. */
  readonly shown: string;
}

/** What `--save` says; without it, `DATABASE_URL` where the environment has one. */
export function storageOf(
  save: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): StorageCall | null {
  if (save === "") throw new UsageError("--save takes a folder, or the URL of a Postgres server");
  if (save !== undefined) return { where: save, shown: isUrl(save) ? "the database" : save };
  const url = env["DATABASE_URL"];
  if (url === undefined || url === "") return null;
  if (!isUrl(url)) throw new UsageError("DATABASE_URL is not the URL of a Postgres server");
  return { where: url, shown: "the database of DATABASE_URL" };
}

const isUrl = (where: string): boolean => /^postgres(?:ql)?:\/\//i.test(where);

/** Refuses a folder in which nothing was ever kept: opening it would make a database there. Throws a `UsageError`. */
export function expectKept({ where, shown }: StorageCall): void {
  if (isUrl(where)) return;
  const names = namesIn(where);
  if (names instanceof Error) throw new UsageError(`${shown} cannot be read: ${names.message}`);
  if (names.length === 0) throw new UsageError(`nothing was kept in ${shown}`);
}

/** What lies in a folder, nothing where there is none; an `Error` where it cannot be read. */
function namesIn(folder: string): readonly string[] | Error {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return "code" in error && error.code === "ENOENT" ? [] : error;
  }
}

/** Opens what is kept, or a store that forgets. Databases are loaded when one is needed. Throws a `CampaignError`. */
export async function openStorage(call: StorageCall | null, host: Host): Promise<CampaignStore> {
  if (call === null) {
    const { createMemoryStore } = await import("@smsproof/campaign");
    return createMemoryStore();
  }
  return whileOpening(call, host, async () => {
    const { openStore } = await import("@smsproof/campaign/node");
    return openStore(call.where);
  });
}

/** Opens a database, and says on a terminal that it does: to make one in a folder takes some seconds. */
export function whileOpening<Opened>(
  { where, shown }: StorageCall,
  host: Host,
  open: () => Promise<Opened>,
): Promise<Opened> {
  const names = isUrl(where) ? null : namesIn(where);
  const making = Array.isArray(names) && names.length === 0;
  return whileSaying(making ? `Making a database in ${shown} …` : `Opening ${shown} …`, host, open);
}

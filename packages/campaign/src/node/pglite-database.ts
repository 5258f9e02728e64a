import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { Database, DatabaseLock, Row } from "../store/database.ts";
import { databaseFailure } from "./database-failure.ts";
import { lockFolder } from "./folder-lock.ts";

/**
 * Postgres inside this process, its files in a folder. One process at a time: the database itself would not notice a
 * second one, and rows would be lost, so a lock lies beside its files. Throws `STORE_BUSY` or `STORE_FAILED`.
 */
export async function openPgliteDatabase(folder: string): Promise<Database> {
  const lock = await lockFolder(folder);
  try {
    const engine = await PGlite.create(join(folder, "data"));
    return pgliteDatabase(engine, () => lock.release());
  } catch (error) {
    await lock.release();
    throw databaseFailure(error);
  }
}

/** The same in memory: nothing is kept. */
export async function openMemoryDatabase(): Promise<Database> {
  return pgliteDatabase(await PGlite.create(), async () => undefined);
}

function pgliteDatabase(engine: PGlite, afterClose: () => Promise<void>): Database {
  const held = new Set<string>();
  let closed: Promise<void> | null = null;

  async function close(): Promise<void> {
    try {
      await engine.close();
    } finally {
      await afterClose();
    }
  }

  return {
    kind: "pglite",
    async query(text, values) {
      try {
        if (values !== undefined) return (await engine.query<Row>(text, [...values])).rows;
        return (await engine.exec(text)).at(-1)?.rows ?? [];
      } catch (error) {
        throw databaseFailure(error);
      }
    },
    // One process has the folder: who else runs a campaign is in this set.
    async tryLock(name): Promise<DatabaseLock | null> {
      if (held.has(name)) return null;
      held.add(name);
      return { lost: new AbortController().signal, release: async () => void held.delete(name) };
    },
    close() {
      closed ??= close();
      return closed;
    },
  };
}

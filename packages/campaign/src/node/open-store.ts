import type { CampaignStore } from "../store/campaign-store.ts";
import type { Database } from "../store/database.ts";
import { createSqlStore } from "../store/sql-store.ts";
import { openPgliteDatabase } from "./pglite-database.ts";
import { openPostgresDatabase } from "./postgres-database.ts";

/** Opens a database: a `postgres://` or `postgresql://` URL is a server, anything else a folder. */
export function openDatabase(where: string): Promise<Database> {
  return /^postgres(?:ql)?:\/\//i.test(where) ? openPostgresDatabase(where) : openPgliteDatabase(where);
}

/** Opens a store, in a folder or on a Postgres server, and brings it up to date. Throws `CampaignError`. */
export async function openStore(where: string): Promise<CampaignStore> {
  const database = await openDatabase(where);
  try {
    return await createSqlStore(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

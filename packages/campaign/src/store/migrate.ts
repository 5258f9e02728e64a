import type { Database } from "./database.ts";
import { MIGRATIONS } from "./migrations.generated.ts";

/** A file of migrations/. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** Any number: the same for every process, so that two that start together migrate one after the other. */
const LOCK = 7_365_109;

const PREPARE = `
  select pg_advisory_xact_lock(${LOCK});
  create schema if not exists smsproof;
  create table if not exists smsproof.migration (name text primary key, applied_at timestamptz not null default now());
`;

/**
 * Brings the database up to date. Each migration is one transaction with the note that it was applied; processes that
 * start together take turns.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  // Whoever waited for the lock may still believe that the schema is not there: Postgres looks such things up afresh only
  // in a new transaction.
  await database.query(PREPARE).catch(() => database.query(PREPARE));
  const rows = await database.query("select name from smsproof.migration", []);
  const applied = new Set(rows.map((row) => row["name"]));
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue;
    try {
      await database.query(transactionOf(migration));
    } catch (error) {
      // Another process was first: then its note is there now.
      const now = await database.query("select 1 from smsproof.migration where name = $1", [migration.name]);
      if (now.length === 0) throw error;
    }
  }
}

/** The note comes first: for the second of two processes it fails, and the transaction with it. */
function transactionOf({ name, sql }: Migration): string {
  return `select pg_advisory_xact_lock(${LOCK});
    insert into smsproof.migration (name) values ('${name.replaceAll("'", "''")}');
    ${sql}`;
}

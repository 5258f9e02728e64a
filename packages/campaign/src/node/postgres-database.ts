import pg from "pg";
import type { Database, DatabaseLock } from "../store/database.ts";
import { databaseFailure } from "./database-failure.ts";

/** Options of a Postgres server. */
export interface PostgresOptions {
  /** Connections at most. Default 5; each campaign that runs holds one more, for its lock. */
  readonly maxConnections?: number;
  /** Until a connection stands. Default 10,000 ms. */
  readonly connectTimeoutMs?: number;
}

/** A Postgres server by its URL (`postgres://...`). Any number of processes and machines may use it at a time. */
export async function openPostgresDatabase(url: string, options: PostgresOptions = {}): Promise<Database> {
  const settings = {
    connectionString: url,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    application_name: "smsproof",
    keepAlive: true,
  };
  const pool = new pg.Pool({ ...settings, max: options.maxConnections ?? 5 });
  // A connection that breaks while idle: the next statement takes another one.
  pool.on("error", () => undefined);
  let closed: Promise<void> | null = null;
  const database: Database = {
    kind: "postgres",
    async query(text, values) {
      try {
        const result: pg.QueryResult | pg.QueryResult[] =
          values === undefined ? await pool.query(text) : await pool.query(text, [...values]);
        return (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [];
      } catch (error) {
        throw databaseFailure(error);
      }
    },
    tryLock: (name) => tryLock(settings, name),
    close() {
      closed ??= pool.end();
      return closed;
    },
  };
  try {
    await database.query("select 1", []);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return database;
}

/**
 * An advisory lock of a connection of its own: the server lets go of it when the process or the connection ends, at once
 * and by itself, so no lease has to run out after a crash.
 */
async function tryLock(settings: pg.ClientConfig, name: string): Promise<DatabaseLock | null> {
  const client = new pg.Client(settings);
  const lost = new AbortController();
  let released = false;
  const gone = (): void => {
    if (!released) lost.abort();
  };
  client.on("error", gone);
  client.on("end", gone);
  try {
    await client.connect();
    const { rows } = await client.query("select pg_try_advisory_lock(hashtextextended($1, 0)) as taken", [
      name,
    ]);
    if (rows[0]?.taken === true)
      return {
        lost: lost.signal,
        async release() {
          if (released) return;
          released = true;
          await client.end().catch(() => undefined);
        },
      };
    released = true;
    await client.end();
    return null;
  } catch (error) {
    released = true;
    await client.end().catch(() => undefined);
    throw databaseFailure(error);
  }
}

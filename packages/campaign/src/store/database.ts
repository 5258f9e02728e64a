/** A row by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** A lock of a database that ends with the process that holds it. */
export interface DatabaseLock {
  /** Fires when the connection that held it is gone. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** The port to a database that speaks Postgres's SQL. */
export interface Database {
  /** `pglite` or `postgres`. */
  readonly kind: string;
  /**
   * Runs one statement with values for `$1`, `$2` ..., or, without values, any number of statements as one transaction.
   * Throws `STORE_FAILED`; the values are not in its message.
   */
  query(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Takes the lock of this name, or gives `null` while somebody else holds it. Never waits. */
  tryLock(name: string): Promise<DatabaseLock | null>;
  close(): Promise<void>;
}

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSqlStore } from "../store/sql-store.ts";
import { monitorSuite } from "../testing/monitor-suite.ts";
import { type PostgresServer, postgresBinaries, startPostgres } from "../testing/postgres-server.ts";
import { storeSuite } from "../testing/store-suite.ts";
import { openStore } from "./open-store.ts";
import { openPostgresDatabase } from "./postgres-database.ts";

const binaries = postgresBinaries();

describe.skipIf(binaries === null)(
  binaries === null ? "Postgres: skipped, Debian's package postgresql is not installed" : "Postgres",
  () => {
    let server: PostgresServer | undefined;
    const url = (): string => server?.url ?? "";

    beforeAll(async () => {
      if (binaries !== null) server = await startPostgres(binaries);
    }, 180_000);
    afterAll(() => server?.stop());

    storeSuite("postgres", () => openStore(url()));

    it("is brought up to date by processes that start together", async () => {
      const databases = await Promise.all([1, 2, 3, 4].map(() => openPostgresDatabase(url())));
      await Promise.all(
        databases.map((database) => database.query("drop schema if exists smsproof cascade")),
      );
      const stores = await Promise.all(databases.map(createSqlStore));
      await Promise.all(stores.map((store) => store.campaigns()));
      await Promise.all(stores.map((store) => store.close()));
    });

    monitorSuite("postgres", () => openPostgresDatabase(`${url()}?options=-cclient_min_messages=warning`));

    it("keeps a lock from other connections, and tells its holder when the connection is gone", async () => {
      const [one, other] = [await openPostgresDatabase(url()), await openPostgresDatabase(url())];
      const lock = await one.tryLock("a");
      expect(await other.tryLock("a")).toBeNull();
      const lost = new Promise((resolve) => lock?.lost.addEventListener("abort", resolve));
      await other.query(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted",
        [],
      );
      await lost;
      const taken = await other.tryLock("a");
      expect(taken).not.toBeNull();
      await taken?.release();
      await Promise.all([one.close(), other.close()]);
    });

    it("names no password when the server cannot be reached", async () => {
      const failed = openPostgresDatabase("postgres://user:hush-hush@127.0.0.1:1/x");
      await expect(failed).rejects.toMatchObject({ code: "STORE_FAILED" });
      await expect(failed).rejects.not.toThrow(/hush/);
    });
  },
);

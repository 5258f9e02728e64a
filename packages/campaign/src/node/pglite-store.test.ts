import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isCampaignError } from "../errors/campaign-error.ts";
import { migrate } from "../store/migrate.ts";
import { createSqlStore } from "../store/sql-store.ts";
import { monitorSuite } from "../testing/monitor-suite.ts";
import { storeSuite } from "../testing/store-suite.ts";
import { openStore } from "./open-store.ts";
import { openPgliteDatabase } from "./pglite-database.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "smsproof-pglite-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

storeSuite("pglite", async () => {
  const database = await openPgliteDatabase(folder);
  await expect(openStore(folder)).rejects.toSatisfy((error) => isCampaignError(error, "STORE_BUSY"));
  return createSqlStore(database);
});

describe("a folder that was closed", () => {
  it("opens again with everything in it, and takes half of a migration back", async () => {
    const database = await openPgliteDatabase(folder);
    const store = await createSqlStore(database);
    expect((await store.campaigns()).length).toBeGreaterThan(3);
    const bad = [{ name: "9999-bad", sql: "create table smsproof.half (a text); select * from nowhere;" }];
    await expect(migrate(database, bad)).rejects.toSatisfy((error) => isCampaignError(error, "STORE_FAILED"));
    await migrate(database, [{ name: "9999-bad", sql: "create table smsproof.half (a text);" }]);
    await migrate(database, bad);
    await store.close();
  });

  monitorSuite("pglite", () => openPgliteDatabase(folder));
});

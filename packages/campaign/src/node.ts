export { openDatabase, openStore } from "./node/open-store.ts";
export { openMemoryDatabase, openPgliteDatabase } from "./node/pglite-database.ts";
export { openPostgresDatabase, type PostgresOptions } from "./node/postgres-database.ts";

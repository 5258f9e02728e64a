export { openDatabase, openStore } from "./node/open-store.ts";
export { openMemoryDatabase, openPgliteDatabase } from "./node/pglite-database.ts";
export { openPostgresDatabase, type PostgresOptions } from "./node/postgres-database.ts";
export { createSmppSender, DEFAULT_SMPP_LIMITS, type SmppSenderOptions } from "./senders/smpp/smpp-sender.ts";
export { readSmppUrl, type SmppTarget } from "./senders/smpp/smpp-url.ts";
export type { DefaultAlphabet } from "./senders/smpp/submission.ts";

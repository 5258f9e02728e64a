import { rawText, type StatusMeaning, type VendorStatus } from "@smsproof/vendor";

/** TelQ's test statuses, in its document's order. */
export const TELQ_STATUSES = [
  "WAIT",
  "POSITIVE",
  "NOT_DELIVERED",
  "TEST_NUMBER_NOT_AVAILABLE",
  "TEST_NUMBER_OFFLINE",
  "NETWORK_OFFLINE",
  "INTERNAL_ERROR",
] as const;

/** A documented status of TelQ. */
export type TelqStatusName = (typeof TELQ_STATUSES)[number];

type Row = Pick<VendorStatus, "meaning" | "final" | "delivered" | "billed">;

/** TelQ's table "Test Status". It says of three states that they are not billed, and of none that it is. */
const TABLE: Readonly<Record<TelqStatusName, Row>> = {
  WAIT: row("waiting", false, null),
  POSITIVE: { ...row("delivered", true, true), delivered: true },
  NOT_DELIVERED: row("not-delivered", true, true),
  TEST_NUMBER_NOT_AVAILABLE: row("number-unavailable", false, null),
  TEST_NUMBER_OFFLINE: row("offline", true, false),
  NETWORK_OFFLINE: row("offline", true, false),
  INTERNAL_ERROR: row("vendor-error", true, false),
};

/** Reads a `testStatus`. One that no document lists is kept and is not final. */
export function readTelqStatus(raw: unknown): VendorStatus {
  const name = rawText(raw).trim();
  if (Object.hasOwn(TABLE, name)) return { raw, name, ...TABLE[name as TelqStatusName] };
  return { raw, name, ...row("unknown", false, null) };
}

function row(meaning: StatusMeaning, final: boolean, billed: boolean | null): Row {
  return { meaning, final, delivered: false, billed };
}

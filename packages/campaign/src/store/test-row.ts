import { CampaignError } from "../errors/campaign-error.ts";
import type { TestRecord, TestState } from "../run/test-record.ts";
import type { Row } from "./database.ts";

/** A row of smsproof.test as a record. */
export function recordOf(row: Row): TestRecord {
  return {
    index: Number(row["index"]),
    vendor: textOf(row, "vendor"),
    sender: textOf(row, "sender"),
    destination: JSON.parse(textOf(row, "destination")),
    message: JSON.parse(textOf(row, "message")),
    state: textOf(row, "state") as TestState,
    attempts: Number(row["attempts"]),
    test: jsonOf(row["test"]),
    sentText: jsonOf(row["sent_text"]),
    sentAt: row["sent_at"] === null ? null : textOf(row, "sent_at"),
    send: jsonOf(row["send"]),
    receipt: jsonOf(row["receipt"]),
    result: jsonOf(row["result"]),
    comparison: jsonOf(row["comparison"]),
    reason: jsonOf(row["reason"]),
    check: jsonOf(row["check"]),
    updatedAt: isoOf(row["updated_at"]) ?? "",
  };
}

/** A column that holds text. Throws `STORE_FAILED` where it does not. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new CampaignError("STORE_FAILED", "holds no text", column);
  return value;
}

/** A moment, however the driver gives it. */
export function isoOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return (value instanceof Date ? value : new Date(String(value))).toISOString();
}

// The store wrote it, as the type that the column's name says.
function jsonOf<T>(value: unknown): T | null {
  return typeof value === "string" ? (JSON.parse(value) as T) : null;
}

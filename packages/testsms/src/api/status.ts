import { rawText, type StatusMeaning, type VendorStatus } from "@smsproof/vendor";

/** TestSMS's receipt statuses: those with a number in the order of their numbers, then those without. */
export const TESTSMS_STATUSES = [
  "WAIT",
  "POSITIVE",
  "NUM_NOT_AVAILABLE",
  "NUM_OFFLINE",
  "TEXT_OR_SENDER_REPLACED",
  "NEGATIVE",
  "RECEIVED",
  "EXTERNAL",
] as const;

/** A status that TestSMS's document names. */
export type TestsmsStatusName = (typeof TESTSMS_STATUSES)[number];

/** How many of them have a number. */
const NUMBERED = 6;

type Row = Pick<VendorStatus, "meaning" | "final" | "delivered" | "billed">;

/**
 * TestSMS documents no table of final states: this one is inferred. NUM_NOT_AVAILABLE may pass, so it is waited out;
 * RECEIVED reads like a step on the way; EXTERNAL tests never get a result.
 */
const TABLE: Readonly<Record<TestsmsStatusName, Row>> = {
  WAIT: row("waiting", false, false),
  POSITIVE: row("delivered", true, true),
  NUM_NOT_AVAILABLE: row("number-unavailable", false, false),
  NUM_OFFLINE: row("offline", true, false),
  TEXT_OR_SENDER_REPLACED: row("delivered", true, true),
  NEGATIVE: row("not-delivered", true, false),
  RECEIVED: row("delivered", false, true),
  EXTERNAL: row("no-result", true, false),
};

/**
 * Reads a `receiptStatus` in all its spellings: a name, a number, a number as text, `NAME(n)`. Anything else is kept and
 * is not final; so is a name with another status's number, and the whole list as one string that the document shows.
 */
export function readTestsmsStatus(raw: unknown): VendorStatus {
  const name = nameOf(raw);
  return name === null
    ? { raw, name: rawText(raw), ...row("unknown", false, false) }
    : { raw, name, ...TABLE[name] };
}

function nameOf(raw: unknown): TestsmsStatusName | null {
  if (typeof raw === "number") return nameOfNumber(raw);
  if (typeof raw !== "string") return null;
  const match = /^([A-Z_]+)?(?:\s*\(?(\d)\)?)?$/.exec(raw.trim().toUpperCase());
  const [, word, digit] = match ?? [];
  if (word === undefined) return digit === undefined ? null : nameOfNumber(Number(digit));
  const name = TESTSMS_STATUSES.find((known) => known === word) ?? null;
  return digit === undefined || nameOfNumber(Number(digit)) === name ? name : null;
}

function nameOfNumber(number: number): TestsmsStatusName | null {
  return number < NUMBERED ? (TESTSMS_STATUSES[number] ?? null) : null;
}

function row(meaning: StatusMeaning, final: boolean, delivered: boolean): Row {
  return { meaning, final, delivered, billed: null };
}

import { rawText } from "../json/raw-text.ts";

/** A moment as a vendor wrote it. */
export interface VendorDate {
  /** The vendor's text, unchanged: it may be finer than a millisecond. */
  readonly text: string;
  /** ISO 8601 in UTC with milliseconds; `null` where the text is no date. */
  readonly instant: string | null;
  /** Milliseconds since 1970-01-01T00:00:00Z; `null` where the text is no date. */
  readonly epochMs: number | null;
  /** The text named no zone and was taken as UTC. `new Date` would have taken it as local time. */
  readonly zoneAssumed: boolean;
}

/** Date, `T` or blank, time, optional fraction of any length, optional `Z`, `+00:00`, `+0000` or `+00`. */
const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?\s?(?:(Z|z)|([+-])(\d{2}):?(\d{2})?)?$/;

/**
 * Reads the dates of all vendors: TelQ's microseconds and its `+0000` in errors, TestSMS's Java pattern
 * `yyyy-MM-dd'T'HH:mm:ss.SSSZ`, and a missing zone, which is taken as UTC and flagged. Never throws: anything else, an
 * impossible day included, keeps its text and has no instant. `null` for `null`, `undefined` and `""`.
 */
export function readVendorDate(value: unknown): VendorDate | null {
  if (value === null || value === undefined || value === "") return null;
  const text = rawText(value);
  const match = PATTERN.exec(text.trim());
  if (match === null) return { text, instant: null, epochMs: null, zoneAssumed: false };
  const [
    ,
    year,
    month,
    day,
    hour,
    minute,
    second = "00",
    fraction = "",
    utc,
    sign,
    zoneHour,
    zoneMinute = "00",
  ] = match;
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`;
  const localMs = Date.parse(local);
  // Date.parse rolls 31 April over to 1 May: a day that does not exist must not become another one.
  if (Number.isNaN(localMs) || new Date(localMs).toISOString() !== local) {
    return { text, instant: null, epochMs: null, zoneAssumed: false };
  }
  const offsetMinutes = sign === undefined ? 0 : Number(zoneHour) * 60 + Number(zoneMinute);
  if (offsetMinutes > 18 * 60 || Number(zoneMinute) > 59) {
    return { text, instant: null, epochMs: null, zoneAssumed: false };
  }
  const epochMs = localMs - (sign === "-" ? -1 : 1) * offsetMinutes * 60_000;
  return {
    text,
    instant: new Date(epochMs).toISOString(),
    epochMs,
    zoneAssumed: utc === undefined && sign === undefined,
  };
}

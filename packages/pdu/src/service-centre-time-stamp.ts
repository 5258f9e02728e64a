import { octetAt, toHex } from "./octets.ts";
import { diagnose, need, type Reading, record } from "./reading.ts";

/** TP-SCTS (3GPP TS 23.040, 9.2.3.11). */
export interface ServiceCentreTimeStamp {
  /** The seven octets, upper-case hex. */
  readonly raw: string;
  /** `1999-03-29T15:16:59+02:00`, null when a field is impossible. */
  readonly iso: string | null;
  /** Milliseconds since 1970-01-01T00:00:00Z, null when a field is impossible. */
  readonly epochMs: number | null;
  /** The zone in minutes east of UTC, null when it cannot be read. */
  readonly offsetMinutes: number | null;
}

/** `00` to `99`. */
const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));

/** The pieces of an ISO time, ready to be joined: `1990` to `2089`, `-03-29T` by 32 * month + day, `15:16:`. */
const YEARS: readonly string[] = Array.from({ length: 100 }, (_, n) => String(1990 + n));
const MONTH_DAYS: readonly string[] = Array.from(
  { length: 32 * 13 },
  (_, n) => `-${TWO_DIGITS[n >> 5]}-${TWO_DIGITS[n & 31]}T`,
);
const HOUR_MINUTES: readonly string[] = Array.from(
  { length: 60 * 24 },
  (_, n) => `${TWO_DIGITS[Math.floor(n / 60)]}:${TWO_DIGITS[n % 60]}:`,
);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The number that an octet's two digits make, the low half first; -1 when one of them is no digit. */
const DECIMAL: Int8Array = Int8Array.from({ length: 256 }, (_, octet) => {
  const tens = octet & 15;
  const ones = octet >> 4;
  return tens > 9 || ones > 9 ? -1 : 10 * tens + ones;
});

function decimal(octet: number): number {
  return DECIMAL[octet] ?? -1;
}

/** Minutes east of UTC; null when it is no number. Bit 3 is the sign, the rest quarters of an hour. */
function offsetOf(octet: number): number | null {
  const quarters = decimal(octet & 0xf7);
  if (quarters < 0) return null;
  // Never -0: a zone of zero quarters with the sign set is UTC.
  return (octet & 8) !== 0 && quarters > 0 ? -15 * quarters : 15 * quarters;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The first year of the century that a two-digit year belongs to. */
function centuryOf(year: number, century: number | undefined): number {
  if (century === undefined) return year >= 90 ? 1900 : 2000;
  return century < 100 ? 100 * century : century;
}

/**
 * The seven octets at `offset` as a time (3GPP TS 23.040, 9.2.3.11). A two-digit year from 90 is 19xx, else 20xx;
 * `century` (20 or 2000) overrides. An impossible field leaves `iso` and `epochMs` null. `raw` is their hex, for
 * callers that have it.
 */
export function timeStampAt(
  octets: Uint8Array,
  offset: number,
  century?: number,
  raw: string = toHex(octets, offset, offset + 7),
): ServiceCentreTimeStamp {
  const year = decimal(octetAt(octets, offset));
  const month = decimal(octetAt(octets, offset + 1));
  const day = decimal(octetAt(octets, offset + 2));
  const hour = decimal(octetAt(octets, offset + 3));
  const minute = decimal(octetAt(octets, offset + 4));
  const second = decimal(octetAt(octets, offset + 5));
  const offsetMinutes = offsetOf(octetAt(octets, offset + 6));
  const fullYear = centuryOf(year, century) + year;
  const possible =
    year >= 0 &&
    isDate(fullYear, month, day) &&
    isBelow(hour, 24) &&
    isBelow(minute, 60) &&
    isBelow(second, 60);
  if (!possible || offsetMinutes === null) return { raw, iso: null, epochMs: null, offsetMinutes };
  // Written by hand from ready pieces: toISOString would take as long as all the rest of a message.
  const yearDigits = YEARS[fullYear - 1990] ?? String(fullYear).padStart(4, "0");
  const date = yearDigits + (MONTH_DAYS[32 * month + day] ?? "");
  const time = (HOUR_MINUTES[60 * hour + minute] ?? "") + (TWO_DIGITS[second] ?? "");
  const iso = date + time + zoneOf(offsetMinutes);
  const minutes = (daysSince1970(fullYear, month, day) * 24 + hour) * 60 + minute - offsetMinutes;
  return { raw, iso, epochMs: (minutes * 60 + second) * 1000, offsetMinutes };
}

/** Days from 1970-01-01 in the Gregorian calendar, the year taken to begin in March so that a leap day is its last. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + day - 1;
  return 365 * y + ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0) + dayOfYear - 719_468;
}

function isBelow(value: number, limit: number): boolean {
  return value >= 0 && value < limit;
}

function isDate(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) && !(month === 2 && day === 29 && !isLeap(year));
}

/** `+02:00` by quarters of an hour east of UTC, and by quarters west. */
const ZONES = ["+", "-"].map((sign) =>
  Array.from(
    { length: 80 },
    (_, quarters) => `${sign}${TWO_DIGITS[quarters >> 2]}:${TWO_DIGITS[(quarters & 3) * 15]}`,
  ),
);

function zoneOf(offsetMinutes: number): string {
  return ZONES[offsetMinutes < 0 ? 1 : 0]?.[Math.abs(offsetMinutes) / 15] ?? "";
}

/** Reads a time: TP-SCTS, TP-DT, or TP-VP in its absolute format. Throws `CUT`. */
export function readTimeStamp(
  reading: Reading,
  century: number | undefined,
  field: "TP-SCTS" | "TP-DT" | "TP-VP",
): ServiceCentreTimeStamp {
  need(reading, 7, field, `${field} needs 7 octets`);
  const timestamp = timeStampAt(reading.octets, reading.position, century);
  record(reading, field, 7, timestamp);
  if (timestamp.iso === null)
    diagnose(
      reading,
      "TIMESTAMP_IMPOSSIBLE",
      field,
      reading.position,
      7,
      `${field} ${timestamp.raw} is no possible time.`,
    );
  reading.position += 7;
  return timestamp;
}

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

/** Two-digit decimal, `00` to `99`. */
const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The octet's two digits, low half first; -1 when one is no digit. */
function decimal(octet: number): number {
  const tens = octet & 15;
  const ones = octet >> 4;
  return tens > 9 || ones > 9 ? -1 : 10 * tens + ones;
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
 * `century` (20 or 2000) overrides. An impossible field leaves `iso` and `epochMs` null.
 */
export function timeStampAt(octets: Uint8Array, offset: number, century?: number): ServiceCentreTimeStamp {
  const raw = toHex(octets, offset, offset + 7);
  const field = (index: number): number => decimal(octetAt(octets, offset + index));
  const [year, month, day, hour, minute, second] = [
    field(0),
    field(1),
    field(2),
    field(3),
    field(4),
    field(5),
  ];
  const offsetMinutes = offsetOf(octetAt(octets, offset + 6));
  const possible =
    year >= 0 &&
    day >= 1 &&
    day <= (DAYS[month - 1] ?? 0) &&
    hour >= 0 &&
    hour < 24 &&
    minute >= 0 &&
    minute < 60 &&
    second >= 0 &&
    second < 60;
  const fullYear = centuryOf(year, century) + year;
  if (!possible || offsetMinutes === null || (month === 2 && day === 29 && !isLeap(fullYear)))
    return { raw, iso: null, epochMs: null, offsetMinutes };
  const date = `${String(fullYear).padStart(4, "0")}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`;
  const time = `${TWO_DIGITS[hour]}:${TWO_DIGITS[minute]}:${TWO_DIGITS[second]}`;
  return {
    raw,
    iso: `${date}T${time}${zoneOf(offsetMinutes)}`,
    epochMs: Date.UTC(fullYear, month - 1, day, hour, minute, second) - offsetMinutes * 60_000,
    offsetMinutes,
  };
}

/** `+02:00`. */
function zoneOf(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? "-" : "+"}${TWO_DIGITS[Math.floor(minutes / 60)]}:${TWO_DIGITS[minutes % 60]}`;
}

/** Reads TP-SCTS. Throws `CUT`. */
export function readTimeStamp(reading: Reading, century: number | undefined): ServiceCentreTimeStamp {
  need(reading, 7, "TP-SCTS", "TP-SCTS needs 7 octets");
  const timestamp = timeStampAt(reading.octets, reading.position, century);
  record(reading, "TP-SCTS", 7, timestamp);
  if (timestamp.iso === null)
    diagnose(
      reading,
      "TIMESTAMP_IMPOSSIBLE",
      "TP-SCTS",
      reading.position,
      7,
      `TP-SCTS ${timestamp.raw} is no possible time.`,
    );
  reading.position += 7;
  return timestamp;
}

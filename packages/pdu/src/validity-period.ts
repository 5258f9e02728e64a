import { octetAt, toHex } from "./octets.ts";
import { diagnose, need, type Reading, record } from "./reading.ts";
import { readTimeStamp, type ServiceCentreTimeStamp } from "./service-centre-time-stamp.ts";

/** TP-VPF (3GPP TS 23.040, 9.2.3.3). */
export type ValidityPeriodFormat = "none" | "enhanced" | "relative" | "absolute";

/** TP-VP in its relative format: one octet (9.2.3.12.1). */
export interface RelativeValidityPeriod {
  readonly format: "relative";
  readonly value: number;
  /** 5 minutes to 63 weeks. */
  readonly seconds: number;
}

/** TP-VP in its absolute format: a time like TP-SCTS (9.2.3.12.2). */
export interface AbsoluteValidityPeriod {
  readonly format: "absolute";
  readonly until: ServiceCentreTimeStamp;
}

/** TP-VP in its enhanced format: seven octets (9.2.3.12.3). */
export interface EnhancedValidityPeriod {
  readonly format: "enhanced";
  /** The seven octets, upper-case hex. */
  readonly raw: string;
  /** The service centre shall try once only. */
  readonly singleShot: boolean;
  /** How the period is given; `none` when it is not, `reserved` for values without a meaning. */
  readonly unit: "none" | "relative" | "seconds" | "hours-minutes-seconds" | "reserved";
  /** The period, null when there is none or it cannot be read. */
  readonly seconds: number | null;
}

/** TP-VP (3GPP TS 23.040, 9.2.3.12). */
export type ValidityPeriod = RelativeValidityPeriod | AbsoluteValidityPeriod | EnhancedValidityPeriod;

/** TP-VPF by its two bits. */
export const VALIDITY_PERIOD_FORMATS: readonly [
  ValidityPeriodFormat,
  ValidityPeriodFormat,
  ValidityPeriodFormat,
  ValidityPeriodFormat,
] = ["none", "enhanced", "relative", "absolute"];

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The period of a relative value (9.2.3.12.1): steps of 5 minutes, half an hour, a day, a week. */
export function relativePeriodSeconds(value: number): number {
  if (value <= 143) return (value + 1) * 5 * MINUTE;
  if (value <= 167) return 12 * HOUR + (value - 143) * 30 * MINUTE;
  if (value <= 196) return (value - 166) * DAY;
  return (value - 192) * 7 * DAY;
}

/** Reads TP-VP in the format that the first octet names; null for `none`. Throws `CUT`. */
export function readValidityPeriod(
  reading: Reading,
  format: ValidityPeriodFormat,
  century: number | undefined,
): ValidityPeriod | null {
  if (format === "none") return null;
  if (format === "absolute") return { format, until: readTimeStamp(reading, century, "TP-VP") };
  const length = format === "relative" ? 1 : 7;
  need(reading, length, "TP-VP", `TP-VP needs ${length === 1 ? "1 octet" : "7 octets"}`);
  const { octets, position } = reading;
  const value = octetAt(octets, position);
  const period: ValidityPeriod =
    format === "relative"
      ? { format, value, seconds: relativePeriodSeconds(value) }
      : enhancedPeriodAt(octets, position);
  if (period.format === "enhanced" && hasReservedBits(period))
    diagnose(reading, "VALIDITY_PERIOD_RESERVED", "TP-VP", position, 7, "TP-VP has reserved bits or values.");
  record(reading, "TP-VP", length, period);
  reading.position += length;
  return period;
}

const UNITS = ["none", "relative", "seconds", "hours-minutes-seconds"] as const;

function enhancedPeriodAt(octets: Uint8Array, offset: number): EnhancedValidityPeriod {
  const indicator = octetAt(octets, offset);
  const unit = UNITS[indicator & 7] ?? "reserved";
  const at = (index: number): number => octetAt(octets, offset + index);
  const decimal = (octet: number, limit: number): number => {
    const value = (octet & 15) * 10 + (octet >> 4);
    return octet >> 4 > 9 || value >= limit ? Number.NaN : value;
  };
  const read = (): number => {
    if (unit === "relative") return relativePeriodSeconds(at(1));
    // 0 seconds are reserved.
    if (unit === "seconds") return at(1) || Number.NaN;
    if (unit === "hours-minutes-seconds")
      return decimal(at(1), 100) * HOUR + decimal(at(2), 60) * MINUTE + decimal(at(3), 60);
    return Number.NaN;
  };
  const seconds = read();
  return {
    format: "enhanced",
    raw: toHex(octets, offset, offset + 7),
    singleShot: (indicator & 0x40) !== 0,
    unit,
    seconds: Number.isNaN(seconds) ? null : seconds,
  };
}

/** Octets of the enhanced format that its unit uses, the indicator included. */
const USED_OCTETS: Readonly<Record<EnhancedValidityPeriod["unit"], number>> = {
  none: 1,
  relative: 2,
  seconds: 2,
  "hours-minutes-seconds": 4,
  reserved: 7,
};

function hasReservedBits({ raw, unit, seconds }: EnhancedValidityPeriod): boolean {
  const indicator = Number.parseInt(raw.slice(0, 2), 16);
  const rest = raw.slice(2 * USED_OCTETS[unit]);
  // Bit 7 announces a second indicator octet, which no release defines.
  return (indicator & 0xb8) !== 0 || /[^0]/.test(rest) || (unit !== "none" && seconds === null);
}

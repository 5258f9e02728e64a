import { relativePeriodSeconds, type ValidityPeriodFormat } from "../validity-period.ts";
import type { ValidityPeriodDescription } from "./descriptions.ts";
import { dataOctetsOf, octetOf, unencodable } from "./octets-of.ts";
import { encodeTimeStamp } from "./time-stamp.ts";

/** TP-VP with the TP-VPF that goes with it. */
export interface EncodedValidityPeriod {
  readonly format: ValidityPeriodFormat;
  readonly octets: readonly number[];
}

/** TP-VP (3GPP TS 23.040, 9.2.3.12). */
export function encodeValidityPeriod(
  period: ValidityPeriodDescription | null | undefined,
): EncodedValidityPeriod {
  if (period === null || period === undefined) return { format: "none", octets: [] };
  if (typeof period === "number") return { format: "relative", octets: [relativeValueOf(period)] };
  if (period.format === "relative") return { format: "relative", octets: [octetOf("TP-VP", period, 0)] };
  if (period.format === "absolute")
    return { format: "absolute", octets: encodeTimeStamp("TP-VP", period.until) };
  const octets = dataOctetsOf("TP-VP", period.raw);
  if (octets.length !== 7) throw unencodable("TP-VP", `needs 7 octets, not ${octets.length}`);
  return { format: "enhanced", octets: [...octets] };
}

/** The shortest relative period that is not shorter. */
function relativeValueOf(seconds: number): number {
  for (let value = 0; value < 256; value++)
    if (relativePeriodSeconds(value) >= seconds && seconds >= 0) return value;
  throw unencodable("TP-VP", `must be from 0 to ${relativePeriodSeconds(255)} seconds, not ${seconds}`);
}

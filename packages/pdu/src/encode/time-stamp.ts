import type { Field } from "../diagnostic.ts";
import { timeStampAt } from "../service-centre-time-stamp.ts";
import type { TimeStampDescription } from "./descriptions.ts";
import { dataOctetsOf, unencodable } from "./octets-of.ts";

const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):?(\d\d))$/;

/** Seven octets of a time (3GPP TS 23.040, 9.2.3.11). Fractions of a second are left out. */
export function encodeTimeStamp(field: Field, description: TimeStampDescription): readonly number[] {
  const octets =
    typeof description === "object" && "raw" in description
      ? raw(field, description.raw)
      : fields(field, description);
  return [...octets];
}

function raw(field: Field, hex: string): Uint8Array {
  const octets = dataOctetsOf(field, hex);
  if (octets.length !== 7) throw unencodable(field, `needs 7 octets, not ${octets.length}`);
  return octets;
}

function fields(field: Field, description: string | Date): Uint8Array {
  const text = typeof description === "string" ? description : isoOf(field, description);
  const parts = ISO.exec(text);
  if (parts === null) throw unencodable(field, `needs an ISO time with a zone, not ${JSON.stringify(text)}`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const quarters = (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0)) / 15;
  if (!Number.isInteger(quarters) || quarters > 79)
    throw unencodable(field, "needs a zone in quarters of an hour, below 20 hours");
  if (year < 1990 || year > 2089)
    throw unencodable(field, `has two digits for a year from 1990 to 2089, not for ${year}`);
  const sign = parts[7] === "-" && quarters > 0 ? 8 : 0;
  const octets = Uint8Array.of(
    ...[year % 100, month, day, hour, minute, second].map(swapped),
    swapped(quarters) | sign,
  );
  if (timeStampAt(octets, 0).iso === null) throw unencodable(field, `is no possible time: ${text}`);
  return octets;
}

function isoOf(field: Field, date: Date): string {
  if (Number.isNaN(date.getTime())) throw unencodable(field, "is an invalid Date");
  return date.toISOString();
}

/** Two digits, the tens in the low half. */
function swapped(value: number): number {
  return ((value % 10) << 4) | Math.floor(value / 10);
}

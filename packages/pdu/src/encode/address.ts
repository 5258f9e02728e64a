import type { NumberingPlan, TypeOfNumber } from "../address.ts";
import { pack } from "../gsm7/septets.ts";
import { encode as septetsOf } from "../gsm7/text.ts";
import type { AddressField } from "../reading.ts";
import { NUMBERING_PLANS, TYPES_OF_NUMBER } from "../type-of-address.ts";
import type { AddressDescription, SmscDescription } from "./descriptions.ts";
import { unencodable } from "./octets-of.ts";

/** The most semi-octets of an address (3GPP TS 23.040, 9.1.2.5), and octets of a service centre (24.011, 8.2.5.1). */
const MAX_SEMI_OCTETS = 20;
const MAX_SMSC_OCTETS = 11;

const DIGITS = "0123456789*#abc";

interface Described {
  readonly address: string;
  readonly ton: TypeOfNumber;
  readonly npi?: NumberingPlan | undefined;
  readonly length?: number;
}

function describe(address: string | Described): Described {
  if (typeof address !== "string") return address;
  if (/^\+\d+$/.test(address)) return { address, ton: "international", npi: "isdn" };
  if (/^[\d*#]*$/.test(address)) return { address, ton: "unknown", npi: "isdn" };
  return { address, ton: "alphanumeric", npi: "unknown" };
}

/** Length in semi-octets, type, and the address itself. */
export function encodeAddress(field: AddressField, description: AddressDescription): readonly number[] {
  const described = describe(description);
  const type = typeOctet(field, described);
  const { semiOctets, octets } =
    described.ton === "alphanumeric" ? letters(field, described) : digits(field, described);
  if (semiOctets > MAX_SEMI_OCTETS)
    throw unencodable(field, `would need ${semiOctets} semi-octets; the most is ${MAX_SEMI_OCTETS}`);
  return [semiOctets, type, ...octets];
}

/** Length in octets, type, digits; a single 0 for none. */
export function encodeSmsc(description: SmscDescription | null | undefined): readonly number[] {
  if (description === null || description === undefined) return [0];
  const described = describe(description);
  const { octets } = digits("SMSC", described);
  if (octets.length + 1 > MAX_SMSC_OCTETS)
    throw unencodable("SMSC", `would need ${octets.length + 1} octets; the most is ${MAX_SMSC_OCTETS}`);
  return [octets.length + 1, typeOctet("SMSC", described), ...octets];
}

function typeOctet(field: AddressField | "SMSC", { ton, npi = "isdn" }: Described): number {
  const type = TYPES_OF_NUMBER.indexOf(ton);
  const plan = NUMBERING_PLANS.indexOf(npi);
  if (type < 0) throw unencodable(field, `has no type of number "${ton}"`);
  if (plan < 0) throw unencodable(field, `has no numbering plan "${npi}"`);
  return 0x80 | (type << 4) | plan;
}

interface Encoded {
  readonly semiOctets: number;
  readonly octets: readonly number[];
}

function digits(field: AddressField | "SMSC", { address, ton }: Described): Encoded {
  const plain = ton === "international" && address.startsWith("+") ? address.slice(1) : address;
  const values = Array.from(plain, (digit) => DIGITS.indexOf(digit));
  const wrong = values.indexOf(-1);
  if (wrong >= 0) throw unencodable(field, `holds ${JSON.stringify([...plain][wrong])}, which is no digit`);
  const octets: number[] = [];
  for (let i = 0; i < values.length; i += 2) octets.push(((values[i + 1] ?? 15) << 4) | (values[i] ?? 15));
  return { semiOctets: values.length, octets };
}

function letters(field: AddressField, { address, length }: Described): Encoded {
  const septets = septetsOf(address);
  if (septets === null) throw unencodable(field, "holds a character that GSM 7-bit does not have");
  const semiOctets = semiOctetsOf(septets, length);
  const octets = new Uint8Array(Math.ceil(semiOctets / 2));
  octets.set(pack(septets).subarray(0, octets.length));
  return { semiOctets, octets: [...octets] };
}

/** Whether a reader finds just these septets in so many semi-octets: 7 letters in 14 leave a zero that is padding. */
function holds(semiOctets: number, septets: Uint8Array): boolean {
  const room = Math.floor((4 * semiOctets) / 7);
  if (semiOctets === 14 && septets.length === 7) return true;
  return room === septets.length && !(semiOctets === 14 && septets[7] === 0);
}

function semiOctetsOf(septets: Uint8Array, asked: number | undefined): number {
  if (asked !== undefined && holds(asked, septets)) return asked;
  const least = Math.ceil((7 * septets.length) / 4);
  // Eight letters of which the last is an "@" would read as seven: one more semi-octet makes them eight.
  return holds(least, septets) ? least : least + 1;
}

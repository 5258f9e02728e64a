import type { NumberingPlan, TypeOfNumber } from "./address.ts";

/** The type-of-address octet, read (3GPP TS 23.040, 9.1.2.5). */
export interface TypeOfAddress {
  readonly ton: TypeOfNumber;
  readonly npi: NumberingPlan;
  /** Bit 7, always 1 in a well-formed octet. */
  readonly extension: boolean;
}

/** Types of number by their three bits. */
export const TYPES_OF_NUMBER: readonly TypeOfNumber[] = [
  "unknown",
  "international",
  "national",
  "network-specific",
  "subscriber",
  "alphanumeric",
  "abbreviated",
  "reserved",
];

/** Numbering plans by their four bits. */
export const NUMBERING_PLANS: readonly NumberingPlan[] = [
  "unknown",
  "isdn",
  "reserved-2",
  "data",
  "telex",
  "scts-5",
  "scts-6",
  "reserved-7",
  "national",
  "private",
  "ermes",
  "reserved-11",
  "reserved-12",
  "reserved-13",
  "reserved-14",
  "reserved-15",
];

const TYPE_OF_ADDRESS: readonly TypeOfAddress[] = Array.from({ length: 256 }, (_, octet) => ({
  ton: TYPES_OF_NUMBER[(octet >> 4) & 7] ?? "reserved",
  npi: NUMBERING_PLANS[octet & 15] ?? "unknown",
  extension: octet >= 0x80,
}));

/** Reads a type-of-address octet. */
export function typeOfAddress(octet: number): TypeOfAddress {
  const type = TYPE_OF_ADDRESS[octet];
  if (type === undefined) throw new RangeError(`not an octet: ${octet}`);
  return type;
}

import { octetAt } from "./octets.ts";

/** Digits by semi-octet (3GPP TS 23.040, 9.1.2.3); 15 is filler. */
const DIGITS = "0123456789*#abc";

/** Digits read from semi-octets, and whether a filler stood where a digit should be. */
export interface SemiOctetDigits {
  readonly digits: string;
  readonly fillerInside: boolean;
}

/** Reads `count` semi-octets from `offset`, the low half of each octet first. Filler in their midst is left out. */
export function digitsOf(octets: Uint8Array, offset: number, count: number): SemiOctetDigits {
  let digits = "";
  let fillerInside = false;
  for (let i = 0; i < count; i++) {
    const octet = octetAt(octets, offset + (i >> 1));
    const digit = i % 2 === 0 ? octet & 15 : octet >> 4;
    if (digit === 15) fillerInside = true;
    else digits += DIGITS[digit];
  }
  return { digits, fillerInside };
}

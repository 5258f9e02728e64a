import type { LanguageTables } from "./alphabet.ts";
import { pack, unpack } from "./septets.ts";
import { decode, encode } from "./text.ts";

/** The GSM 7-bit alphabets and their packing (3GPP TS 23.038). */
export interface Gsm7 {
  /** Text out of septets. */
  readonly decode: (septets: Uint8Array, tables?: LanguageTables | null) => string;
  /** Septets out of text; null when a character is in neither table. */
  readonly encode: (text: string, tables?: LanguageTables | null) => Uint8Array | null;
  /** Octets out of septets, behind `fillBits` zero bits. */
  readonly pack: (septets: Uint8Array, fillBits?: number) => Uint8Array;
  /** Septets out of octets, `count` of them or all that are whole. */
  readonly unpack: (octets: Uint8Array, count?: number, fillBits?: number) => Uint8Array;
}

/** The GSM 7-bit alphabets and their packing (3GPP TS 23.038). */
export const gsm7: Gsm7 = { decode, encode, pack, unpack };

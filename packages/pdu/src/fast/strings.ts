import { MAX_PDU_OCTETS } from "../octets.ts";

/** The octets of the PDU at hand, with room behind: one buffer for all, so that nothing is allocated for octets. */
export const OCTETS: Uint8Array = new Uint8Array(MAX_PDU_OCTETS + 7);

/** Characters U+0000 to U+00FF on their way into a string; 160 is the most that a message has. */
export const LATIN1: Uint8Array = new Uint8Array(160);

/** `OCTETS`, several at a time. */
export const VIEW: DataView = new DataView(OCTETS.buffer);

/** `LATIN1`, two characters at a time. */
export const LATIN1_PAIRS: Uint16Array = new Uint16Array(LATIN1.buffer);

/**
 * A table of two characters each for `LATIN1_PAIRS`, 0 where one of them is 0. Filled octet by octet, so that the
 * two stand one behind the other in memory whatever the machine's byte order.
 */
export function pairTable(
  size: number,
  charactersOf: (index: number) => readonly [number, number],
): Uint16Array {
  const octets = new Uint8Array(2 * size);
  for (let index = 0; index < size; index++) {
    const characters = charactersOf(index);
    if (!characters.includes(0)) octets.set(characters, 2 * index);
  }
  return new Uint16Array(octets.buffer);
}

/** UTF-16 code units on their way into a string. */
export const UNITS: Uint16Array = new Uint16Array(160);

/**
 * The three conversions between strings and the buffers above, which cost most. Every engine can do them character
 * by character; a platform that has them built in may offer its own with `useStrings`, with the same results.
 */
export interface Strings {
  /** Writes hex of either case to `OCTETS`. Returns how many octets that were, fewer where a pair is not hex. */
  readonly writeHex: (hex: string) => number;
  /** The characters of `LATIN1` from `start` up to `end`. */
  readonly latin1: (start: number, end: number) => string;
  /** The first `length` code units of `UNITS`. */
  readonly utf16: (length: number) => string;
}

/** The octet that two hexadecimal digits make, by both code units, the first in the low octet; -1 for other pairs. */
const OCTET_BY_DIGITS: Int16Array = (() => {
  const table = new Int16Array(0x10000).fill(-1);
  for (const high of "0123456789ABCDEFabcdef")
    for (const low of "0123456789ABCDEFabcdef")
      table[high.charCodeAt(0) | (low.charCodeAt(0) << 8)] = Number.parseInt(high + low, 16);
  return table;
})();

/** Room for the digits of the longest PDU as UTF-8: what is no digit takes up to three octets. */
export const DIGITS: Uint8Array = new Uint8Array(3 * 2 * MAX_PDU_OCTETS);

const DIGIT_PAIRS = new Uint16Array(DIGITS.buffer);

/**
 * Writes the first `length` pairs of `DIGITS` to `OCTETS` and returns how many that were: 0 where one is not hex. For
 * machines that keep the low octet of a number first.
 */
export function writeDigits(length: number): number {
  let seen = 0;
  for (let i = 0; i < length; i++) {
    const octet = OCTET_BY_DIGITS[DIGIT_PAIRS[i] as number] as number;
    seen |= octet;
    OCTETS[i] = octet;
  }
  return seen < 0 ? 0 : length;
}

function writeHex(hex: string): number {
  const length = hex.length >> 1;
  for (let i = 0, at = 0; i < length; i++, at += 2) {
    const high = hex.charCodeAt(at);
    const low = hex.charCodeAt(at + 1);
    // A code unit beyond 0xff would be taken for the digits of another pair.
    const octet = high > 0xff || low > 0xff ? -1 : (OCTET_BY_DIGITS[high | (low << 8)] as number);
    if (octet < 0) return i;
    OCTETS[i] = octet;
  }
  return length;
}

/** An array of the right size, named as arguments: the quickest way to a string that every engine has. */
function spell(units: Uint8Array | Uint16Array, start: number, end: number): string {
  const right = new Array<number>(end - start);
  for (let i = start; i < end; i++) right[i - start] = units[i] as number;
  return String.fromCharCode.apply(null, right);
}

/** The conversions in plain ECMAScript. */
export const PORTABLE_STRINGS: Strings = {
  writeHex,
  latin1: (start, end) => spell(LATIN1, start, end),
  utf16: (length) => spell(UNITS, 0, length),
};

let inUse: Strings = PORTABLE_STRINGS;

/** The conversions that the fast path uses. */
export function strings(): Strings {
  return inUse;
}

/** Gives the fast path a platform's own conversions. */
export function useStrings(platform: Strings): void {
  inUse = platform;
}

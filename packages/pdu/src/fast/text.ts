import type { Alphabet } from "../data-coding.ts";
import { DEFAULT_ALPHABET, ESCAPE } from "../gsm7/alphabet.ts";
import { loneSurrogate } from "../ucs2.ts";
import { LATIN1, LATIN1_PAIRS, OCTETS, pairTable, strings, UNITS, VIEW } from "./strings.ts";

/** The default alphabet by septet, 0 for what needs more care: the escape, and letters beyond U+00FF. */
const LETTERS: Uint8Array = Uint8Array.from(DEFAULT_ALPHABET.locking, (unit) => (unit > 0xff ? 0 : unit));

/** Two letters by two septets, the first in the low bits; 0 where one of them needs more care. */
const LETTER_PAIRS: Uint16Array = pairTable(128 * 128, (pair) => [
  LETTERS[pair & 127] ?? 0,
  LETTERS[pair >> 7] ?? 0,
]);

/** Where in `OCTETS` the user data stands, and how much of it is header. */
export interface FastUserData {
  readonly start: number;
  readonly end: number;
  readonly headerOctets: number;
  readonly userDataLength: number;
}

/**
 * The text of clean user data that reaches to the very end of the PDU. Null when anything is odd: lengths that do
 * not fit, set padding bits, undefined characters, lone surrogates, a byte order mark.
 */
export function readFastText(userData: FastUserData, alphabet: Alphabet): string | null {
  return alphabet === "gsm7" ? septetText(userData) : unitText(userData);
}

function unitText({ start, end, headerOctets, userDataLength }: FastUserData): string | null {
  const from = start + headerOctets;
  const length = (end - from) >> 1;
  if (start + userDataLength !== end || userDataLength > 140 || length < 0 || from + 2 * length !== end)
    return null;
  let surrogates = false;
  for (let i = 0, at = from; i < length; i++, at += 2) {
    const unit = VIEW.getUint16(at);
    surrogates ||= (unit & 0xf800) === 0xd800;
    UNITS[i] = unit;
  }
  if (length > 0 && UNITS[0] === 0xfffe) return null;
  const text = strings().utf16(length);
  return surrogates && loneSurrogate(text) >= 0 ? null : text;
}

/** Septets are counted from `start`, header included: so every eighth one begins an octet. */
function septetText(userData: FastUserData): string | null {
  const { start, headerOctets, userDataLength: count } = userData;
  if (count > 160 || start + ((count * 7 + 7) >> 3) !== userData.end) return null;
  const first = ((headerOctets * 8 + 6) / 7) | 0;
  if (count < first || !isZeroPadded(userData, first)) return null;
  // Negative as soon as one letter is 0. Each letter goes to the place that its septet has.
  let seen = 0;
  let septet = first;
  for (; septet < count && septet % 8 !== 0; septet++) {
    const letter = LETTERS[septetAt(start, septet)] as number;
    seen |= letter - 1;
    LATIN1[septet] = letter;
  }
  // Groups are always read whole: behind the end stand zeros, which are letters like any other.
  for (let i = 0; i < 7; i++) OCTETS[userData.end + i] = 0;
  for (let at = start + 7 * (septet >> 3); septet < count; septet += 8, at += 7) {
    // Seven octets are eight septets: two groups of 28 bits.
    const low = VIEW.getUint32(at, true) & 0x0fffffff;
    const high = VIEW.getUint32(at + 3, true) >>> 4;
    const a = LETTER_PAIRS[low & 0x3fff] as number;
    const b = LETTER_PAIRS[low >> 14] as number;
    const c = LETTER_PAIRS[high & 0x3fff] as number;
    const d = LETTER_PAIRS[high >> 14] as number;
    seen |= (a - 1) | (b - 1) | (c - 1) | (d - 1);
    const pair = septet >> 1;
    LATIN1_PAIRS[pair] = a;
    LATIN1_PAIRS[pair + 1] = b;
    LATIN1_PAIRS[pair + 2] = c;
    LATIN1_PAIRS[pair + 3] = d;
  }
  return seen >= 0 ? strings().latin1(first, count) : escapedText(start, first, count);
}

function septetAt(start: number, septet: number): number {
  const bit = 7 * septet;
  const at = start + (bit >> 3);
  // Behind the last octet there is nothing to take bits from, and the septet has none there.
  const sixteen = (OCTETS[at] as number) | ((OCTETS[at + 1] ?? 0) << 8);
  return (sixteen >> (bit & 7)) & 127;
}

/** Text with escapes or Greek letters. Null where the plain reader has something to say. */
function escapedText(start: number, first: number, count: number): string | null {
  const { locking, single } = DEFAULT_ALPHABET;
  let length = 0;
  for (let septet = first; septet < count; septet++) {
    const code = septetAt(start, septet);
    let unit = locking[code] as number;
    if (code === ESCAPE) {
      septet += 1;
      unit = septet < count ? (single[septetAt(start, septet)] as number) : 0;
    }
    if (unit === 0) return null;
    UNITS[length++] = unit;
  }
  return strings().utf16(length);
}

/** Whether the fill bits behind the header and the bits behind the last septet are 0. */
function isZeroPadded({ start, end, headerOctets, userDataLength }: FastUserData, first: number): boolean {
  const used = (7 * userDataLength) & 7;
  if (used !== 0 && (OCTETS[end - 1] as number) >> used !== 0) return false;
  const fillBits = 7 * first - 8 * headerOctets;
  const textAt = start + headerOctets;
  return fillBits === 0 || textAt >= end || ((OCTETS[textAt] as number) & ((1 << fillBits) - 1)) === 0;
}

/**
 * The core on Node.js: the same functions with the same results, the fast path helped by Node's own conversions. The
 * `node` condition of the package's exports selects it.
 */
import { Buffer } from "node:buffer";
import { DIGITS, LATIN1, UNITS, useStrings, writeDigits } from "./fast/strings.ts";

/**
 * Buffer's own conversions behind `toString`, without their checks of arguments. Undocumented but in every Node.js
 * since version 4 and in Bun; where one is missing the portable ones stay.
 */
interface Conversions {
  readonly latin1Slice: (start: number, end: number) => string;
  readonly ucs2Slice: (start: number, end: number) => string;
}

function conversionsOf({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array): Conversions {
  return Buffer.from(buffer, byteOffset, byteLength) as Buffer & Conversions;
}

const latin1 = conversionsOf(LATIN1);
const units = conversionsOf(UNITS);

const encoder = new TextEncoder();

/** All digits go to memory at once. Buffer's `hex` takes as long as all of this, and U+0141 for an A. */
function writeHex(hex: string): number {
  encoder.encodeInto(hex, DIGITS);
  return writeDigits(hex.length >> 1);
}

/** Pairs of digits, and Buffer's UTF-16, are read from memory with the low octet first. */
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

if (isLittleEndian && [latin1.latin1Slice, units.ucs2Slice].every((method) => typeof method === "function"))
  useStrings({
    writeHex,
    latin1: (start, end) => latin1.latin1Slice(start, end),
    utf16: (length) => units.ucs2Slice(0, 2 * length),
  });

export * from "./index.ts";

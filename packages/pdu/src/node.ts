/**
 * The core on Node.js: the same functions with the same results, the fast path helped by Buffer. The `node`
 * condition of the package's exports selects it.
 */
import { Buffer } from "node:buffer";
import { LATIN1, OCTETS, PORTABLE_STRINGS, UNITS, useStrings } from "./fast/strings.ts";

/**
 * Buffer's own conversions behind `write` and `toString`, without their checks of arguments. Undocumented but in
 * every Node.js since version 4 and in Bun; where one is missing the portable ones stay.
 */
interface Conversions {
  readonly hexWrite: (hex: string, offset: number, length: number) => number;
  readonly latin1Slice: (start: number, end: number) => string;
  readonly ucs2Slice: (start: number, end: number) => string;
}

function conversionsOf({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array): Conversions {
  return Buffer.from(buffer, byteOffset, byteLength) as Buffer & Conversions;
}

const octets = conversionsOf(OCTETS);
const latin1 = conversionsOf(LATIN1);
const units = conversionsOf(UNITS);
/** `hexWrite` drops the high octet of a code unit, and would take U+0141 for an A. */
const BEYOND_LATIN1 = /[\u0100-\uffff]/;
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

if ([octets.hexWrite, octets.latin1Slice, octets.ucs2Slice].every((method) => typeof method === "function"))
  useStrings({
    writeHex: (hex) => (BEYOND_LATIN1.test(hex) ? 0 : octets.hexWrite(hex, 0, hex.length >> 1)),
    latin1: (start, end) => latin1.latin1Slice(start, end),
    // Buffer's UTF-16 is little-endian: it reads the memory of a Uint16Array only where the machine is so too.
    utf16: isLittleEndian ? (length) => units.ucs2Slice(0, 2 * length) : PORTABLE_STRINGS.utf16,
  });

export * from "./index.ts";

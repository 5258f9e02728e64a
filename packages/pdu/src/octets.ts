import { PduError } from "./pdu-error.ts";

/**
 * The longest input that is looked at, in octets. The longest legal TPDU with its service centre has 176; twice
 * the 255 that any length octet can claim is ample for broken ones.
 */
export const MAX_PDU_OCTETS = 512;

/** Value of a hexadecimal digit by its UTF-16 code unit, -1 for all others. */
const HEX_DIGIT: Int8Array = (() => {
  const table = new Int8Array(0x10000).fill(-1);
  for (const [digits, first] of [
    ["0123456789", 0],
    ["ABCDEF", 10],
    ["abcdef", 10],
  ] as const)
    for (let i = 0; i < digits.length; i++) table[digits.charCodeAt(i)] = first + i;
  return table;
})();

const OCTET_HEX: readonly string[] = Array.from({ length: 256 }, (_, octet) =>
  octet.toString(16).toUpperCase().padStart(2, "0"),
);

/** The octet at `offset`, which the caller knows to be there. */
export function octetAt(octets: Uint8Array, offset: number): number {
  return octets[offset] ?? 0;
}

/** Upper-case hex of octets from `start` up to `end`. */
export function toHex(octets: Uint8Array, start = 0, end: number = octets.length): string {
  let hex = "";
  for (let i = start; i < end; i++) hex += OCTET_HEX[octets[i] ?? 0];
  return hex;
}

/**
 * The octets of a PDU as given. Hex may be of either case and may have blanks between octets, before and behind.
 * Throws `NOT_HEX`, `EMPTY` or `TOO_LONG`.
 */
export function octetsOf(pdu: string | Uint8Array): Uint8Array {
  const octets = typeof pdu === "string" ? parseHex(pdu) : pdu;
  if (octets.length === 0) throw new PduError("EMPTY", "PDU", 0, "There are no octets.");
  if (octets.length > MAX_PDU_OCTETS) throw tooLong(octets.length);
  return octets;
}

function parseHex(text: string): Uint8Array {
  const digits = text.replace(/[ \t\r\n]+/g, "");
  // Checked before anything is allocated: an input of megabytes costs no memory.
  if (digits.length > 2 * MAX_PDU_OCTETS) throw tooLong(Math.ceil(digits.length / 2));
  const octets = new Uint8Array(digits.length >> 1);
  for (let i = 0; i < digits.length; i++) {
    const value = HEX_DIGIT[digits.charCodeAt(i)] ?? -1;
    if (value < 0)
      throw new PduError("NOT_HEX", "PDU", i >> 1, `${quoted(digits, i)} is not a hexadecimal digit.`);
    if (i >> 1 < octets.length) octets[i >> 1] = ((octets[i >> 1] ?? 0) << 4) | value;
  }
  if (digits.length % 2 !== 0)
    throw new PduError(
      "NOT_HEX",
      "PDU",
      digits.length >> 1,
      `${digits.length} hexadecimal digits: half an octet is missing.`,
    );
  return octets;
}

function quoted(text: string, index: number): string {
  const point = text.codePointAt(index) ?? 0;
  const printable = point > 0x20 && point < 0x7f;
  return printable
    ? `"${String.fromCharCode(point)}"`
    : `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}

function tooLong(octets: number): PduError {
  return new PduError(
    "TOO_LONG",
    "PDU",
    MAX_PDU_OCTETS,
    `${octets} octets; a PDU has at most ${MAX_PDU_OCTETS}.`,
  );
}

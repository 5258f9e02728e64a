/** Octets as the characters of the same numbers (ISO 8859-1). */
export function latin1Text(octets: Uint8Array): string {
  let text = "";
  for (const octet of octets) text += String.fromCharCode(octet);
  return text;
}

/** UTF-16BE. */
export function ucs2Octets(text: string): Uint8Array {
  const octets = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    octets[2 * i] = unit >> 8;
    octets[2 * i + 1] = unit & 0xff;
  }
  return octets;
}

/** ASCII octets; null when a character is no ASCII. */
export function asciiOctets(text: string): Uint8Array | null {
  if (!/^[\0-\x7f]*$/.test(text)) return null;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

// The WHATWG index of windows-1252, 0x80 to 0x9F; five cells are the control characters themselves.
const WINDOWS_1252 =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

/** Windows-1252, by its own table. */
export function decodeWindows1252(octets: Uint8Array): string {
  let text = "";
  for (const octet of octets) {
    text +=
      (octet >= 0x80 && octet < 0xa0 ? WINDOWS_1252[octet - 0x80] : undefined) ?? String.fromCharCode(octet);
  }
  return text;
}

const ENCODERS = new WeakMap<(octets: Uint8Array) => string, ReadonlyMap<string, number>>();

/** Octets of a single-byte code page, found by decoding all 256; null when a character is not in it. */
export function encodeSingleByte(text: string, decode: (octets: Uint8Array) => string): Uint8Array | null {
  let table = ENCODERS.get(decode);
  if (table === undefined) {
    table = new Map(Array.from({ length: 256 }, (_, octet) => [decode(Uint8Array.of(octet)), octet]));
    ENCODERS.set(decode, table);
  }
  const octets: number[] = [];
  for (const character of text) {
    const octet = table.get(character);
    if (octet === undefined) return null;
    octets.push(octet);
  }
  return Uint8Array.from(octets);
}

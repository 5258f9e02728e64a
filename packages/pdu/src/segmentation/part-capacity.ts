/** Octets of TP-UD, septets in them (3GPP TS 23.040, 9.2.3.16). */
const MAX_OCTETS = 140;
const MAX_SEPTETS = 160;

/** Which alphabet a text is sent in: GSM 7-bit, tables of national languages included, or UCS-2. */
export type TextAlphabet = "gsm7" | "ucs2";

/** What a header takes up: TP-UDHL and elements, in octets; 0 without elements (3GPP TS 23.040, 9.2.3.24). */
export function headerOctets(languageElements: number, concatenation: 8 | 16 | null): number {
  const elements = 3 * languageElements + (concatenation === null ? 0 : concatenation === 8 ? 5 : 6);
  return elements === 0 ? 0 : 1 + elements;
}

/** Septets that a header takes up, fill bits included: text begins on a septet border. */
function headerSeptets(header: number): number {
  return Math.ceil((8 * header) / 7);
}

/** How many septets or UTF-16 code units stand behind a header. */
export function capacity(alphabet: TextAlphabet, header: number): number {
  return alphabet === "gsm7" ? MAX_SEPTETS - headerSeptets(header) : (MAX_OCTETS - header) >> 1;
}

/** Octets of TP-UD, header included. */
export function userDataOctets(alphabet: TextAlphabet, header: number, units: number): number {
  return alphabet === "gsm7" ? Math.ceil(((headerSeptets(header) + units) * 7) / 8) : header + 2 * units;
}

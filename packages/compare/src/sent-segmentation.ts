import { isPduError, segment } from "@smsproof/pdu";
import { extensionSeptetOf, septetOf } from "./charset/gsm-tables.ts";
import type { Span } from "./result/comparison-result.ts";

/** The parts a text goes out in. */
export interface Segmentation {
  readonly alphabet: "gsm7" | "ucs2";
  readonly parts: readonly Span[];
}

/**
 * Cuts a text as a sender does (3GPP TS 23.040, 9.2.3.24.1, with an 8-bit reference): 160 septets or 70 code units
 * alone, 153 or 67 in parts. A text that no message can hold counts as one part.
 */
export function segmentSent(text: string, encoding?: "GSM7" | "UCS2" | "auto"): Segmentation {
  const alphabet = encoding !== "UCS2" && isGsm7(text) ? "gsm7" : "ucs2";
  try {
    const { parts } = segment(text, { alphabets: [alphabet] });
    let start = 0;
    return {
      alphabet,
      parts: parts.map((part) => {
        const span = { start, end: start + part.text.length };
        start = span.end;
        return span;
      }),
    };
  } catch (error) {
    if (!isPduError(error)) throw error;
    return { alphabet, parts: [{ start: 0, end: text.length }] };
  }
}

/** Whether the default alphabet and its extension table have every character. */
export function isGsm7(text: string): boolean {
  for (const character of text)
    if (septetOf(character) === undefined && extensionSeptetOf(character) === undefined) return false;
  return true;
}

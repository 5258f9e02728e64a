import { extensionSeptetOf, septetOf } from "./charset/gsm-tables.ts";
import type { Span } from "./result/comparison-result.ts";

/** The parts a text goes out in. */
export interface Segmentation {
  readonly alphabet: "gsm7" | "ucs2";
  readonly parts: readonly Span[];
}

const SINGLE = { gsm7: 160, ucs2: 70 } as const;
const CONCATENATED = { gsm7: 153, ucs2: 67 } as const;

/**
 * Cuts a text as a sender does (3GPP TS 23.040, 9.2.3.24.1, with an 8-bit reference): 160 septets or 70 code units
 * alone, 153 or 67 in parts; no escape pair and no surrogate pair is split.
 */
export function segmentSent(text: string, encoding?: "GSM7" | "UCS2" | "auto"): Segmentation {
  const alphabet = encoding !== "UCS2" && isGsm7(text) ? "gsm7" : "ucs2";
  const costs: { readonly length: number; readonly cost: number }[] = [];
  let total = 0;
  for (const character of text) {
    const cost = alphabet === "ucs2" ? character.length : septetOf(character) === undefined ? 2 : 1;
    costs.push({ length: character.length, cost });
    total += cost;
  }
  if (total <= SINGLE[alphabet]) return { alphabet, parts: [{ start: 0, end: text.length }] };
  const parts: Span[] = [];
  let start = 0;
  let offset = 0;
  let filled = 0;
  for (const { length, cost } of costs) {
    if (filled + cost > CONCATENATED[alphabet]) {
      parts.push({ start, end: offset });
      start = offset;
      filled = 0;
    }
    filled += cost;
    offset += length;
  }
  parts.push({ start, end: text.length });
  return { alphabet, parts };
}

/** Whether the default alphabet and its extension table have every character. */
export function isGsm7(text: string): boolean {
  for (const character of text)
    if (septetOf(character) === undefined && extensionSeptetOf(character) === undefined) return false;
  return true;
}

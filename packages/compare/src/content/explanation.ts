import type { CellBudget } from "../align/align-texts.ts";
import { alignTexts } from "../align/align-texts.ts";
import type { DeliveredText } from "../align/delivered-text.ts";
import type { Piece } from "../align/piece.ts";
import type { Link } from "../entities/links.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { type MappedText, originOf } from "../text/mapped-text.ts";
import { isWrittenInLatin } from "./romanised.ts";

/** A model that was applied to the sent text. */
export interface Step {
  readonly model: string;
  readonly variant: string;
  readonly codes: readonly FindingCode[];
  readonly cost: number;
}

/** One way in which the delivered text can have come from the sent one. */
export interface Explanation {
  readonly steps: readonly Step[];
  /** The sent text after the steps. */
  readonly text: MappedText;
  /** The delivered text, or what it was before steps that can be undone. */
  readonly delivered: MappedText;
  /** The one against the other. */
  readonly pieces: readonly Piece[];
  /** Whether letters of other scripts were looked for in Latin. */
  readonly romanised: boolean;
  readonly complete: boolean;
  /** What steps and pieces cost together. */
  readonly cost: number;
}

/**
 * What many changes of one kind may cost together: one habit of a network explains them all. The harmless ones
 * stay below every model of octets (30), so that a no-break space that became a blank is never "bit 8 lost".
 */
const KIND_LIMIT = 28;
const KIND_LIMITS: Readonly<Partial<Record<FindingCode, number>>> = {
  CONTENT_UNICODE_NORMALIZED: 6,
  CONTENT_WHITESPACE_NORMALIZED: 6,
  CONTENT_INVISIBLE_CHANGED: 6,
  CONTENT_LOOKALIKE_FOLD: 6,
  CONTENT_SPACES_LOST: 40,
  CONTENT_PLACEHOLDER_CHARS: 45,
  CONTENT_CHARS_DROPPED: 60,
  CONTENT_SCRIPT_TRANSLITERATED: 45,
};

/** What the pieces of an alignment cost as an explanation. */
function costOfPieces(pieces: readonly Piece[]): number {
  const kinds = new Map<FindingCode, number>();
  let cost = 0;
  for (const piece of pieces) {
    if (piece.kind !== "derived") cost += piece.cost;
    else
      for (const code of piece.codes)
        kinds.set(code, (kinds.get(code) ?? 0) + piece.cost / piece.codes.length);
  }
  for (const [code, sum] of kinds) cost += Math.min(sum, KIND_LIMITS[code] ?? KIND_LIMIT);
  return cost;
}

/** A delivered text as it stands or with steps undone, and what the aligner knows of it. */
export interface Arrived {
  readonly mapped: MappedText;
  readonly delivered: DeliveredText;
}

/** Aligns what the steps made of the sent text with the delivered text. */
export function explainBy(
  steps: readonly Step[],
  text: MappedText,
  links: readonly Link[],
  arrived: Arrived,
  budget: CellBudget,
): Explanation {
  const { mapped, delivered } = arrived;
  const romanised = isWrittenInLatin(text.text, delivered.text);
  const { pieces, complete } = alignTexts(text.text, linksIn(text, links), delivered, romanised, budget);
  const cost = costOfPieces(pieces) + steps.reduce((sum, step) => sum + step.cost, 0);
  return { steps, text, delivered: mapped, pieces, romanised, complete, cost };
}

/** The links of the sent text where they stand after the steps. */
function linksIn(text: MappedText, links: readonly Link[]): readonly Link[] {
  if (text.origin === null || links.length === 0) return links;
  if (!text.inOrder) return [];
  const moved: Link[] = [];
  for (const link of links) {
    let start = 0;
    while (start < text.text.length && originOf(text, start) < link.start) start++;
    let end = start;
    while (end < text.text.length && originOf(text, end) < link.end) end++;
    if (end > start) moved.push({ start, end, text: text.text.slice(start, end) });
  }
  return moved;
}

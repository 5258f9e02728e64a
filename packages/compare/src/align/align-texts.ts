import type { Link } from "../entities/links.ts";
import { isBlank } from "../text/blanks.ts";
import { type Script, scriptOf, UNSPACED } from "../text/scripts.ts";
import { alignUnits } from "./align.ts";
import { findAnchors } from "./anchors.ts";
import type { DeliveredText } from "./delivered-text.ts";
import type { GridSettings } from "./edge.ts";
import type { Piece } from "./piece.ts";
import { unitsOf } from "./sent-unit.ts";
import { settleLosses } from "./settled-losses.ts";

/** Cells of grids that one comparison may fill, all its alignments together. */
export interface CellBudget {
  cells: number;
}

/** Above this a stretch is cut at words that both texts have once. */
const LARGE_GRID = 1_500;

/** Two texts side by side. */
export interface TextAlignment {
  /** Cover both texts from start to end. */
  readonly pieces: readonly Piece[];
  /** False where the budget ran out and a stretch was taken as lost and added whole. */
  readonly complete: boolean;
}

/**
 * Aligns a text with the delivered one. What both have in common at the start and at the end is not touched; what
 * is left is cut at common words while it is large.
 */
export function alignTexts(
  text: string,
  links: readonly Link[],
  delivered: DeliveredText,
  romanised: boolean,
  budget: CellBudget,
): TextAlignment {
  const prefix = commonPrefix(text, links, delivered.text);
  const suffix = commonSuffix(text, links, delivered.text, prefix);
  const to = text.length - suffix;
  const deliveredTo = delivered.text.length - suffix;
  const pieces: Piece[] = [];
  let complete = true;
  if (prefix > 0) pieces.push(kept(0, prefix, 0));
  const japanese = romanised && /[\u3041-\u30ff]/.test(text);
  const anchors =
    (to - prefix) * (deliveredTo - prefix) > LARGE_GRID
      ? findAnchors(text, delivered.text, { from: prefix, to, deliveredFrom: prefix, deliveredTo }).filter(
          (anchor) => !isInside(anchor.sent, links) && !isInside(anchor.delivered, delivered.links),
        )
      : [];
  let from = prefix;
  let deliveredFrom = prefix;
  for (const stop of [...anchors, { sent: to, delivered: deliveredTo }]) {
    const units = unitsOf(text, from, stop.sent, links);
    const cells = (units.length + 1) * (stop.delivered - deliveredFrom + 1);
    if (cells <= budget.cells) {
      budget.cells -= cells;
      const settings: GridSettings = {
        romanised,
        japanese,
        atStart: from === 0 && deliveredFrom === 0,
        atEnd: stop.sent === text.length && stop.delivered === delivered.text.length,
      };
      pieces.push(
        ...alignUnits(units, from, delivered, { from: deliveredFrom, to: stop.delivered }, settings),
      );
    } else {
      complete = false;
      pieces.push(...wholesale(from, stop.sent, deliveredFrom, stop.delivered));
    }
    from = stop.sent;
    deliveredFrom = stop.delivered;
  }
  if (suffix > 0) pieces.push(kept(to, text.length, deliveredTo));
  return { pieces: romanised ? settleLosses(text, pieces, delivered.folded) : pieces, complete };
}

function kept(start: number, end: number, deliveredStart: number): Piece {
  return {
    kind: "kept",
    start,
    end,
    deliveredStart,
    deliveredEnd: deliveredStart + end - start,
    codes: [],
    cost: 0,
  };
}

function wholesale(
  start: number,
  end: number,
  deliveredStart: number,
  deliveredEnd: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  if (end > start)
    pieces.push({
      kind: "lost",
      start,
      end,
      deliveredStart,
      deliveredEnd: deliveredStart,
      codes: [],
      cost: 30 + (end - start) * 6,
    });
  if (deliveredEnd > deliveredStart)
    pieces.push({
      kind: "added",
      start: end,
      end,
      deliveredStart,
      deliveredEnd,
      codes: [],
      cost: 30 + (deliveredEnd - deliveredStart) * 6,
    });
  return pieces;
}

/** The longest common beginning that ends between words in both texts. */
function commonPrefix(text: string, links: readonly Link[], delivered: string): number {
  const limit = Math.min(text.length, delivered.length);
  let length = 0;
  while (length < limit && text.charCodeAt(length) === delivered.charCodeAt(length)) length++;
  if (length === text.length && length === delivered.length) return length;
  while (length > 0 && !(isBorder(text, length, links) && isBorder(delivered, length, links))) length--;
  return length;
}

function commonSuffix(text: string, links: readonly Link[], delivered: string, prefix: number): number {
  const limit = Math.min(text.length, delivered.length) - prefix;
  let length = 0;
  while (
    length < limit &&
    text.charCodeAt(text.length - 1 - length) === delivered.charCodeAt(delivered.length - 1 - length)
  )
    length++;
  while (
    length > 0 &&
    !(isBorder(text, text.length - length, links) && isBorder(delivered, delivered.length - length, []))
  )
    length--;
  return length;
}

const isInside = (offset: number, links: readonly Link[]): boolean =>
  links.some(({ start, end }) => start < offset && offset < end);

/** Between a word and a blank, outside links; in writing without blanks, between two letters. */
function isBorder(text: string, offset: number, links: readonly Link[]): boolean {
  const before = text[offset - 1] ?? "";
  const after = text[offset] ?? "";
  if (before === "" || after === "") return false;
  if (isInside(offset, links)) return false;
  const blankBefore = isBlank(before);
  const blankAfter = isBlank(after);
  if (blankBefore !== blankAfter) return true;
  return !blankBefore && isUnspaced(scriptOf(before)) && isUnspaced(scriptOf(after)) && !/\p{M}/u.test(after);
}

const isUnspaced = (script: Script | null): boolean => script !== null && UNSPACED.has(script);

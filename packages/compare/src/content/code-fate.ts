import type { Piece } from "../align/piece.ts";
import { skeleton } from "../characters/look-alikes.ts";
import type { Span } from "../result/comparison-result.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { asciiDigits } from "../text/digits.ts";
import { withoutInvisibles } from "../text/invisibles.ts";
import { isMasked } from "./masks.ts";
import { type Change, changeOf, type Hunk, type Reading } from "./reading.ts";

/** What became of one code, and the stretch in which it did. */
export interface CodeFate extends Hunk {
  /** Null: unharmed, or harmed by something else that is reported for itself. */
  readonly change: Change | null;
}

const SEPARATORS = /[\s.,\-–—_/·]/gu;

/** What became of the code that stands at `span`. `elsewhere` tells whether a kind of change also happened outside codes. */
export function fateOfCode(
  reading: Reading,
  span: Span,
  elsewhere: (code: FindingCode) => boolean,
): CodeFate {
  const inside = reading.pieces.filter((piece) => touches(piece, span));
  const extent = extentOf(reading, span, inside);
  const code = reading.text.slice(span.start, span.end);
  const arrived = reading.delivered.slice(extent.deliveredStart, extent.deliveredEnd);
  return { ...extent, change: named(code, arrived, inside, extent, elsewhere) };
}

const touches = (piece: Piece, { start, end }: Span): boolean =>
  piece.start === piece.end
    ? piece.start > start && piece.start < end
    : piece.start < end && piece.end > start;

/** The delivered stretch that stands for the code: where it changed, letters and digits put in beside it belong to it. */
function extentOf({ pieces, delivered }: Reading, { start, end }: Span, inside: readonly Piece[]): Hunk {
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return { start, end, deliveredStart: 0, deliveredEnd: 0 };
  let deliveredStart = first.deliveredStart + (first.kind === "kept" ? Math.max(0, start - first.start) : 0);
  let deliveredEnd = last.deliveredEnd - (last.kind === "kept" ? Math.max(0, last.end - end) : 0);
  if (inside.every(({ kind }) => kind === "kept")) return { start, end, deliveredStart, deliveredEnd };
  const added = pieces.filter(
    (piece) =>
      piece.kind === "added" && belongsToCode(delivered.slice(piece.deliveredStart, piece.deliveredEnd)),
  );
  for (const piece of [...added].reverse())
    if (piece.deliveredEnd === deliveredStart) deliveredStart = piece.deliveredStart;
  for (const piece of added) if (piece.deliveredStart === deliveredEnd) deliveredEnd = piece.deliveredEnd;
  return { start, end, deliveredStart, deliveredEnd };
}

const belongsToCode = (text: string): boolean => /^[^\s.,;:!?()[\]"'。，、！？：；]+$/u.test(text);

function named(
  code: string,
  arrived: string,
  inside: readonly Piece[],
  extent: Hunk,
  elsewhere: (code: FindingCode) => boolean,
): Change | null {
  if (arrived === code) return null;
  if (arrived.trim() === "") return changeOf("CODE_REMOVED", extent);
  const plain = withoutInvisibles(arrived);
  if (plain === code) return changeOf("CONTENT_INVISIBLE_IN_ENTITY", extent);
  if (asciiDigits(plain) === asciiDigits(code)) return null;
  const derived = inside.every(({ kind }) => kind === "derived" || kind === "kept");
  if (derived && plain.toLowerCase() === code.toLowerCase())
    return elsewhere("CONTENT_CASE_CHANGED") ? null : changeOf("CODE_CHANGED", extent);
  if (skeleton(plain) === skeleton(code)) return null;
  if (asciiDigits(plain).replace(SEPARATORS, "") === asciiDigits(code).replace(SEPARATORS, ""))
    return changeOf("CODE_FORMAT_CHANGED", extent);
  if (isMasked(code, arrived)) return changeOf("CODE_MASKED", extent);
  // A stand-in, a plainer symbol or a lost fragile character is reported as what it is.
  if (derived) return null;
  return changeOf("CODE_CHANGED", extent);
}

/** Where a code stands by itself, not as a part of a longer number, word or link. */
export function findCodes(text: string, code: string | undefined, links: readonly Span[]): readonly Span[] {
  if (code === undefined || code === "") return [];
  const spans: Span[] = [];
  for (let start = text.indexOf(code); start >= 0; start = text.indexOf(code, start + code.length)) {
    const end = start + code.length;
    const grown = isPart(text[start - 1], code[0]) || isPart(text[end], code.at(-1));
    if (!grown && !links.some((link) => link.start < end && start < link.end)) spans.push({ start, end });
  }
  return spans;
}

/** Digits grow numbers, Latin letters grow words; other scripts may stand right beside a code. */
const isPart = (outside: string | undefined, inside: string | undefined): boolean =>
  outside !== undefined &&
  inside !== undefined &&
  ((/\p{Nd}/u.test(outside) && /[\p{Nd}A-Za-z]/u.test(inside)) ||
    (/[A-Za-z]/.test(outside) && /[A-Za-z\p{Nd}]/u.test(inside)));

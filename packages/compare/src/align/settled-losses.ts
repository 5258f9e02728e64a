import { outcomesOf } from "../characters/outcomes.ts";
import { isBlank } from "../text/blanks.ts";
import type { Piece } from "./piece.ts";

/** Letters over which a loss is moved at most. */
const LONGEST_MOVE = 20;

const isGone = (piece: Piece | undefined): piece is Piece =>
  piece !== undefined && piece.start < piece.end && piece.deliveredStart === piece.deliveredEnd;

/**
 * Which letters a romanisation left out is often not settled by what arrived: of "Platite do petka" without its last
 * words "Platit(e do p)e(tka)" may have gone. Each run of them is moved forward to where it takes whole words, if it can be.
 */
export function settleLosses(text: string, pieces: readonly Piece[], folded: string): readonly Piece[] {
  let settled = pieces;
  for (let from = 0; from < settled.length; from++) {
    if (!isGone(settled[from]) || isGone(settled[from - 1])) continue;
    settled = movedToWords(text, settled, from, folded) ?? settled;
  }
  return settled;
}

/** The pieces with the run that begins at `from` moved; null where it stands well, or no place is better. */
function movedToWords(
  text: string,
  pieces: readonly Piece[],
  from: number,
  folded: string,
): readonly Piece[] | null {
  const moved = [...pieces];
  for (let first = from; first < from + LONGEST_MOVE; first++) {
    let behind = first;
    while (isGone(moved[behind])) behind += 1;
    const [start, end] = [moved[first]?.start ?? 0, moved[behind - 1]?.end ?? 0];
    if (isBlank(text[start] ?? "") && isBlank(text[end] ?? " ")) return first === from ? null : moved;
    const [lost, there] = [moved[first], moved[behind]];
    if (lost === undefined || there === undefined || there.kind !== "derived") return null;
    const arrived = folded.slice(there.deliveredStart, there.deliveredEnd);
    if (!canBecome(text.slice(lost.start, lost.end), arrived)) return null;
    moved[first] = { ...there, start: lost.start, end: lost.end };
    for (let i = first + 1; i <= behind; i++) {
      const piece = moved[i];
      if (piece === undefined) return null;
      const gone = i === behind ? { ...piece, codes: ["CONTENT_CHARS_DROPPED" as const] } : piece;
      moved[i] = { ...gone, deliveredStart: there.deliveredEnd, deliveredEnd: there.deliveredEnd };
    }
  }
  return null;
}

function canBecome(letter: string, arrived: string): boolean {
  const outcomes = outcomesOf(letter, true).byFirstUnit.get(arrived.charCodeAt(0)) ?? [];
  return outcomes.some(({ text }) => text === arrived);
}

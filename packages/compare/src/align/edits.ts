import type { Edit } from "../result/comparison-result.ts";
import { type MappedText, originOf } from "../text/mapped-text.ts";
import type { Piece } from "./piece.ts";

interface Range {
  start: number;
  end: number;
  deliveredStart: number;
  deliveredEnd: number;
}

/**
 * The places where two texts differ, out of the pieces of an alignment of `text`, what models made of `sent`, with
 * `arrived`, what `delivered` was before models that can be undone. Every border is a grapheme border in its own text. Replacing the sent spans by the delivered texts
 * gives `delivered`.
 */
export function editsOf(
  sent: string,
  text: MappedText,
  delivered: string,
  arrived: MappedText,
  pieces: readonly Piece[],
): readonly Edit[] {
  const ranges = text.inOrder
    ? changedRanges(sent, text, delivered, arrived, pieces)
    : trimmedRange(sent, delivered);
  return snapped(ranges, sent, delivered).map(({ start, end, deliveredStart, deliveredEnd }) => ({
    sent: { start, end },
    delivered: { start: deliveredStart, end: deliveredEnd },
    sentText: sent.slice(start, end),
    deliveredText: delivered.slice(deliveredStart, deliveredEnd),
  }));
}

function changedRanges(
  sent: string,
  text: MappedText,
  delivered: string,
  arrived: MappedText,
  pieces: readonly Piece[],
): Range[] {
  const ranges: Range[] = [];
  // What a model left out, or put in, in front of everything has no piece of its own.
  const first = { start: 0, end: originOf(text, 0), deliveredStart: 0, deliveredEnd: originOf(arrived, 0) };
  let open: Range | null = first.end > 0 || first.deliveredEnd > 0 ? first : null;
  if (open !== null) ranges.push(open);
  for (const piece of pieces) {
    for (const part of text.origin === null && arrived.origin === null ? [piece] : unitByUnit(piece)) {
      const start = originOf(text, part.start);
      const end = originOf(text, part.end);
      const deliveredStart = originOf(arrived, part.deliveredStart);
      const deliveredEnd = originOf(arrived, part.deliveredEnd);
      const here = sent.slice(start, end);
      const there = delivered.slice(deliveredStart, deliveredEnd);
      // Behind what was kept a model may have left a stretch out, or put one in: that alone is an edit.
      const both = piece.kind === "kept" ? Math.min(here.length, there.length) : 0;
      if (here === there) open = null;
      else if (both > 0 && (here.startsWith(there) || there.startsWith(here))) {
        open = { start: start + both, end, deliveredStart: deliveredStart + both, deliveredEnd };
        ranges.push(open);
      } else if (open === null) {
        open = { start, end, deliveredStart, deliveredEnd };
        ranges.push(open);
      } else {
        open.end = end;
        open.deliveredEnd = deliveredEnd;
      }
    }
  }
  return ranges;
}

type Part = Pick<Piece, "start" | "end" | "deliveredStart" | "deliveredEnd">;

/** Kept stretches of a text that models made are compared code unit by code unit with the sent one. */
function unitByUnit(piece: Piece): readonly Part[] {
  if (piece.kind !== "kept") return [piece];
  return Array.from({ length: piece.end - piece.start }, (_, i) => ({
    start: piece.start + i,
    end: piece.start + i + 1,
    deliveredStart: piece.deliveredStart + i,
    deliveredEnd: piece.deliveredStart + i + 1,
  }));
}

/** Where parts changed places: everything between the common beginning and the common end. */
function trimmedRange(sent: string, delivered: string): Range[] {
  const limit = Math.min(sent.length, delivered.length);
  let start = 0;
  while (start < limit && sent[start] === delivered[start]) start++;
  let tail = 0;
  while (tail < limit - start && sent[sent.length - 1 - tail] === delivered[delivered.length - 1 - tail])
    tail++;
  if (start === sent.length && start === delivered.length) return [];
  return [{ start, end: sent.length - tail, deliveredStart: start, deliveredEnd: delivered.length - tail }];
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Whether a grapheme begins at an offset, asked often about the same text. */
function borderTest(text: string): (offset: number) => boolean {
  let segments: Intl.Segments | null = null;
  return (offset) => {
    if (offset <= 0 || offset >= text.length) return true;
    const before = text.charCodeAt(offset - 1);
    const after = text.charCodeAt(offset);
    if (before < 0x300 && after < 0x300) return !(before === 0x0d && after === 0x0a);
    segments ??= segmenter.segment(text);
    return segments.containing(offset)?.index === offset;
  };
}

/** Widens ranges over the equal text around them until both borders of both sides begin a grapheme; ranges that meet become one. */
function snapped(ranges: readonly Range[], sent: string, delivered: string): readonly Range[] {
  const inSent = borderTest(sent);
  const inDelivered = borderTest(delivered);
  const result: Range[] = [];
  for (const [index, range] of ranges.entries()) {
    let current = { ...range };
    const next = ranges[index + 1];
    while (!(inSent(current.start) && inDelivered(current.deliveredStart))) {
      const last = result.at(-1);
      if (last !== undefined && last.end >= current.start && last.deliveredEnd >= current.deliveredStart)
        break;
      if (current.start === 0 || current.deliveredStart === 0) break;
      current.start -= 1;
      current.deliveredStart -= 1;
    }
    while (!(inSent(current.end) && inDelivered(current.deliveredEnd))) {
      if (next !== undefined && current.end >= next.start && current.deliveredEnd >= next.deliveredStart)
        break;
      if (current.end >= sent.length || current.deliveredEnd >= delivered.length) break;
      current.end += 1;
      current.deliveredEnd += 1;
    }
    const last = result.at(-1);
    if (last !== undefined && last.end >= current.start && last.deliveredEnd >= current.deliveredStart) {
      last.end = Math.max(last.end, current.end);
      last.deliveredEnd = Math.max(last.deliveredEnd, current.deliveredEnd);
      current = last;
    } else result.push(current);
  }
  return result;
}

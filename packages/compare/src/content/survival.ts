import type { Piece } from "../align/piece.ts";
import type { Span } from "../result/comparison-result.ts";
import { at, isUnspaced, wordsOf } from "../text/words.ts";
import type { Hunk, Reading } from "./reading.ts";

/** How much of both texts can be derived from one another, 0 to 1 each; null where there are no words to judge by. */
export interface Survival {
  readonly ofSent: number | null;
  readonly ofDelivered: number | null;
}

/** Letters of a short word: alone among exchanged words it is there by chance. */
const SHORT_WORD = 3;
const CHANCE = 0.3;

/** Share of a word's letters that must be derived for the word to be. */
const ENOUGH = 0.7;

/** Characters in a row of writing without blanks that are more than chance, and what each is worth in words. */
const UNSPACED_RUN = 3;
const UNSPACED_WORTH = 0.5;

/**
 * Weighs the words of both texts that are derived. Codes, links and bare numbers do not count: a template that
 * was replaced carries them over. Words that a clean cut took away do not count against the sent text.
 */
export function weighSurvival(
  reading: Reading,
  isDerived: (piece: Piece) => boolean,
  cuts: readonly Hunk[],
): Survival {
  const derived = reading.pieces.filter(isDerived);
  const sentSide = derived.map(({ start, end, deliveredStart, deliveredEnd }) => ({
    start,
    end,
    thereStart: deliveredStart,
    thereEnd: deliveredEnd,
  }));
  const deliveredSide = derived.map(({ start, end, deliveredStart, deliveredEnd }) => ({
    start: deliveredStart,
    end: deliveredEnd,
    thereStart: start,
    thereEnd: end,
  }));
  const entities: readonly Span[] = [...reading.codes, ...reading.links];
  const there = entities.flatMap((span) =>
    reading.pieces
      .filter(({ start, end }) => start < span.end && end > span.start)
      .map(({ deliveredStart, deliveredEnd }) => ({ start: deliveredStart, end: deliveredEnd })),
  );
  return {
    ofSent: share(reading.text, sentSide, [...entities, ...cuts]),
    ofDelivered: share(
      reading.delivered,
      deliveredSide,
      there.filter(({ start, end }) => end - start < 80),
    ),
  };
}

interface Mapped extends Span {
  readonly thereStart: number;
  readonly thereEnd: number;
}

function share(text: string, derived: readonly Mapped[], excluded: readonly Span[]): number | null {
  let total = 0;
  let kept = 0;
  const words = wordsOf(text).filter(
    (word) =>
      /\p{L}/u.test(word.text) && !excluded.some(({ start, end }) => word.start < end && word.end > start),
  );
  const cover = coverage(text.length, derived);
  const isWhole = ({ start, end }: Span): boolean =>
    cover.slice(start, end).filter((there) => there >= 0).length >= ENOUGH * (end - start);
  for (const [index, word] of words.entries()) {
    if (isUnspaced(at(text, word.start))) {
      const worth = unspacedWorth(cover.slice(word.start, word.end));
      total += worth.total;
      kept += worth.kept;
      continue;
    }
    total += 1;
    if (!isWhole(word)) continue;
    const beside = [words[index - 1], words[index + 1]].some(
      (other) => other !== undefined && isWhole(other) && isContinuous(cover, word, other),
    );
    kept += beside || word.end - word.start > SHORT_WORD || words.length <= 2 ? 1 : CHANCE;
  }
  return total === 0 ? null : kept / total;
}

/** For every code unit the place in the other text it is derived from, -1 for none. */
function coverage(length: number, derived: readonly Mapped[]): readonly number[] {
  const cover = new Array<number>(length).fill(-1);
  for (const { start, end, thereStart, thereEnd } of derived)
    for (let offset = start; offset < end; offset++)
      cover[offset] = Math.min(thereStart + offset - start, Math.max(thereStart, thereEnd - 1));
  return cover;
}

/** Two words that stand beside each other in both texts. */
function isContinuous(cover: readonly number[], a: Span, b: Span): boolean {
  const [left, right] = a.start < b.start ? [a, b] : [b, a];
  const end = cover[left.end - 1] ?? -1;
  const start = cover[right.start] ?? -1;
  return end >= 0 && start >= 0 && Math.abs(start - end - (right.start - left.end + 1)) <= 3;
}

function unspacedWorth(cover: readonly number[]): { readonly total: number; readonly kept: number } {
  let kept = 0;
  let run = 0;
  const close = (): void => {
    if (run >= UNSPACED_RUN || run === cover.length) kept += run;
    else if (run === UNSPACED_RUN - 1) kept += run / 2;
    run = 0;
  };
  for (const [index, there] of cover.entries()) {
    const follows = index > 0 && run > 0 && Math.abs(there - (cover[index - 1] ?? -1)) <= 8;
    if (there < 0 || (run > 0 && !follows)) close();
    if (there >= 0) run += 1;
  }
  close();
  return { total: cover.length * UNSPACED_WORTH, kept: kept * UNSPACED_WORTH };
}

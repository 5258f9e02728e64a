import { scriptOf, UNSPACED } from "../text/scripts.ts";

/** A place where both texts have the same word. */
export interface Anchor {
  readonly sent: number;
  readonly delivered: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly deliveredFrom: number;
  readonly deliveredTo: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Letters of writing without blanks are taken four at a time. */
const GRAM = 4;

/**
 * The beginnings of words that stand exactly once in both stretches, as the longest series in which both orders
 * agree (patience difference). Words are compared without case and marks.
 */
export function findAnchors(
  text: string,
  delivered: string,
  { from, to, deliveredFrom, deliveredTo }: Stretch,
): readonly Anchor[] {
  const mine = uniqueWords(text, from, to);
  const theirs = uniqueWords(delivered, deliveredFrom, deliveredTo);
  const common: Anchor[] = [];
  for (const [word, at] of mine) {
    const there = theirs.get(word);
    if (at !== null && there !== undefined && there !== null) common.push({ sent: at, delivered: there });
  }
  return longestRising(common.sort((a, b) => a.sent - b.sent));
}

function uniqueWords(text: string, from: number, to: number): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>();
  const add = (word: string, at: number): void => {
    places.set(word, places.has(word) ? null : at);
  };
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const word = match[0];
    const at = from + match.index;
    const script = scriptOf(word[0] ?? "");
    if (script !== null && UNSPACED.has(script))
      for (let i = 0; i + GRAM <= word.length; i += 1) add(word.slice(i, i + GRAM), at + i);
    else if (word.length >= 3) add(fold(word), at);
  }
  return places;
}

const ASCII = /^\p{ASCII}*$/u;

const fold = (word: string): string =>
  (ASCII.test(word) ? word : word.normalize("NFD").replace(/\p{M}/gu, "")).toLowerCase();

/** The longest subsequence whose delivered places rise, by patience sorting. */
function longestRising(anchors: readonly Anchor[]): readonly Anchor[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, { delivered }] of anchors.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[tails[middle] ?? 0]?.delivered ?? 0) < delivered) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const series: Anchor[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor !== undefined) series.push(anchor);
  }
  return series.reverse();
}

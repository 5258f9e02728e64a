import type { Span } from "../result/comparison-result.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { joinSlices } from "../text/mapped-text.ts";
import type { Candidate, TextModel } from "./text-model.ts";

/** Characters of the beginning of a part by which it is recognised in the delivered text. */
const SIGN_LENGTH = 14;
/** A shorter beginning stands in too many places. */
const SHORTEST_SIGN = 6;
const MAX_PARTS = 20;

/** Case, marks and typographic punctuation apart: a part is known all the same. */
const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .replace(/[–—]/gu, "-")
    .toLowerCase();

/** Where a part begins in the delivered text. */
interface Place {
  readonly at: number;
  readonly part: number;
}

/**
 * The order in which parts of the sent text stand in the delivered one, each recognised by its beginning. A part
 * may stand there twice. Null when none is recognised.
 */
function sequenceOf(text: string, parts: readonly Span[], delivered: string): readonly number[] | null {
  const found: Place[] = [];
  const short: number[] = [];
  const where = fold(delivered);
  const lengths = parts.map(({ start, end }) => fold(text.slice(start, end)).length);
  for (const [part, { start, end }] of parts.entries()) {
    const sign = fold(text.slice(start, Math.min(end, start + SIGN_LENGTH)));
    if (sign.trim().length < SHORTEST_SIGN) {
      short.push(part);
      continue;
    }
    for (let at = where.indexOf(sign); at >= 0; at = where.indexOf(sign, at + sign.length))
      found.push({ at, part });
  }
  if (found.length === 0 || found.length > MAX_PARTS * 2) return null;
  // One too short to be recognised alone is there where another one ends, or else stands where the one before it does.
  const ends = [0, ...found.map(({ at, part }) => at + (lengths[part] ?? 0))];
  for (const part of short) {
    const whole = fold(text.slice(parts[part]?.start, parts[part]?.end));
    const at = ends.find((end) => where.startsWith(whole, end));
    if (at !== undefined && whole.trim().length > 1) found.push({ at, part });
    else
      for (const before of found.filter((place) => place.part === part - 1))
        found.push({ at: before.at + 1, part });
  }
  return found.sort((a, b) => a.at - b.at).map(({ part }) => part);
}

/** Parts in another order, some of them twice, some not at all. */
export const partSequence: TextModel = {
  name: "parts in another order, twice or not at all",
  explains: "additions",
  cost: 26,
  *candidates(source, { delivered, parts }): Iterable<Candidate> {
    const wholes =
      parts.length > 1
        ? [parts, [{ start: 0, end: source.text.length }]]
        : [[{ start: 0, end: source.text.length }]];
    for (const units of wholes) {
      if (source.origin !== null || units.length > MAX_PARTS) return;
      const sequence = sequenceOf(source.text, units, delivered);
      if (sequence === null) continue;
      const codes = codesOf(sequence);
      if (codes.length === 0) continue;
      // What is missing at the end was cut, there or elsewhere: the aligner sees where.
      const rest = units.slice(Math.max(...sequence) + 1);
      const slices = [...sequence.map((part) => units[part] ?? { start: 0, end: 0 }), ...rest];
      for (const glue of units.length === 1 ? ["", " ", "\n"] : [""])
        yield {
          text: joinSlices(source, slices, glue),
          codes,
          variant: `parts in the order ${sequence.map((part) => part + 1).join(" ")}`,
        };
    }
  },
};

function codesOf(sequence: readonly number[]): readonly FindingCode[] {
  const codes: FindingCode[] = [];
  const first = [...new Set(sequence)];
  if (first.some((part, i) => i > 0 && part < (first[i - 1] ?? 0))) codes.push("CONTENT_SEGMENTS_REORDERED");
  if (first.length < sequence.length) codes.push("CONTENT_SEGMENT_DUPLICATED");
  if (first.length <= Math.max(...sequence)) codes.push("CONTENT_SEGMENT_MISSING");
  return codes;
}

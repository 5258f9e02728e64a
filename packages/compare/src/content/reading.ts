import type { Piece } from "../align/piece.ts";
import type { Link } from "../entities/links.ts";
import type { Span, Tag } from "../result/comparison-result.ts";
import type { FindingCode } from "../result/finding-codes.ts";

/** The chosen explanation, laid out for those who name what is left over in it. Offsets count in `text`. */
export interface Reading {
  /** What the models made of the sent text. */
  readonly text: string;
  readonly delivered: string;
  readonly pieces: readonly Piece[];
  readonly links: readonly Link[];
  /** Where the code stands. */
  readonly codes: readonly Span[];
  /** Where parts begin, the first one left out. */
  readonly borders: ReadonlySet<number>;
  /** The parts themselves, as texts. */
  readonly parts: readonly string[];
}

/** One difference with its name. An absent code means that another change stands for it. */
export interface Change {
  readonly code: FindingCode;
  readonly start: number;
  readonly end: number;
  readonly deliveredStart: number;
  readonly deliveredEnd: number;
  readonly tags?: readonly Tag[];
}

/** A stretch that no character model explains: something lost, something added, or both. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly deliveredStart: number;
  readonly deliveredEnd: number;
}

/** A change of a hunk's extent. */
export const changeOf = (
  code: FindingCode,
  { start, end, deliveredStart, deliveredEnd }: Hunk,
  tags?: readonly Tag[],
): Change => ({
  code,
  start,
  end,
  deliveredStart,
  deliveredEnd,
  ...(tags === undefined ? {} : { tags }),
});

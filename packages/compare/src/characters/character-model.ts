import type { FindingCode } from "../result/finding-codes.ts";

/** One thing a network may make of a character. */
export interface Outcome {
  /** What stands in its place; empty when it is gone. */
  readonly text: string;
  /** What to report, one code for each step; empty for "kept". */
  readonly codes: readonly FindingCode[];
  /** What the aligner pays for it, in tenths of a lost character. */
  readonly cost: number;
  /** Compared without case and without marks: romanisations are written in many ways. */
  readonly folded?: true;
}

/**
 * What networks do to one character, told forward: from the sent character to what may be delivered. Each model
 * is one file; `outcomes.ts` lists and combines them.
 */
export interface CharacterModel {
  readonly name: string;
  /** The outcomes of one character, a code point or an emoji sequence. Never the character itself. */
  readonly outcomes: (character: string) => readonly Outcome[];
}

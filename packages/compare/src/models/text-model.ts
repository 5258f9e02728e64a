import type { Span } from "../result/comparison-result.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import type { MappedText } from "../text/mapped-text.ts";

/** What a text became under one model. */
export interface Candidate {
  readonly text: MappedText;
  readonly codes: readonly FindingCode[];
  /** The variant, in words that finish "the text was read as ...". */
  readonly variant: string;
}

/** What a model may look at besides the text. */
export interface ModelContext {
  readonly delivered: string;
  /** Links of the sent text: some models leave them alone. Offsets count in the sent text. */
  readonly links: readonly Span[];
  /** The parts the sent text goes out in. */
  readonly parts: readonly Span[];
}

/**
 * One mistake or habit of a network that changes a text as a whole, told forward: it makes, from the sent text,
 * the texts that may be delivered. It may look at the delivered text to pick among variants, never to guess.
 * Each model is one file; `index.ts` lists them by cost.
 */
export interface TextModel {
  readonly name: string;
  /**
   * `octets`: characters become other characters, so it is asked only where something was exchanged. `additions`
   * and `losses`: it explains what otherwise looks added, or lost.
   */
  readonly explains: "octets" | "additions" | "losses";
  /** What the explanation costs, in the unit of `align/costs.ts`. */
  readonly cost: number;
  readonly candidates: (source: MappedText, context: ModelContext) => Iterable<Candidate>;
  /**
   * The way back, for models that lose nothing: what the delivered text was before. It lets what else happened be
   * seen in readable text. `sent` helps to tell which parts of the text the model touched.
   */
  readonly undo?: (delivered: MappedText, sent: string) => Iterable<Candidate>;
}

/** Whether a text has anything that a mistake about alphabets could touch. */
export const hasNonAscii = (text: string): boolean => /\P{ASCII}/u.test(text);

import type { FindingCode } from "../result/finding-codes.ts";

/** How a piece of the text came through. */
export type PieceKind =
  /** Unchanged. */
  | "kept"
  /** What a character model or a rule for blanks, digits or links foresees. */
  | "derived"
  /** A run of digits with another value. */
  | "number"
  /** The same digits in other groups. */
  | "grouped"
  /** Starred out. */
  | "masked"
  /** A link that became another link. */
  | "link"
  /** A number or a link that the end of the delivered text cuts in two: its beginning arrived. */
  | "cut"
  /** Gone, no model foresees it. */
  | "lost"
  /** Put in, no model foresees it. */
  | "added";

/** One step of an alignment; the pieces of an alignment cover both texts without gaps. */
export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
  readonly deliveredStart: number;
  readonly deliveredEnd: number;
  readonly codes: readonly FindingCode[];
  /** What the aligner paid. */
  readonly cost: number;
}

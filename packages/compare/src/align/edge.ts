import type { Outcome } from "../characters/character-model.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import type { PieceKind } from "./piece.ts";

/** One way over the grid: a unit, or nothing, against `length` code units of the delivered text. */
export interface Edge {
  readonly kind: PieceKind;
  readonly length: number;
  readonly codes: readonly FindingCode[];
  readonly cost: number;
  /** What must stand there; empty where the finder of the edge has looked. */
  readonly text: string;
  readonly folded: boolean;
  /** True for what is put in: no unit is used up. */
  readonly stays: boolean;
}

/** An edge whose place has been looked at. */
export const edge = (kind: PieceKind, length: number, codes: readonly FindingCode[], cost: number): Edge => ({
  kind,
  length,
  codes,
  cost,
  text: "",
  folded: false,
  stays: false,
});

/** What is put in and shows little. */
export const filler = (code: FindingCode, cost: number): Edge => ({
  ...edge("derived", 1, [code], cost),
  stays: true,
});

/** The edge of an outcome of a character. */
export const edgeOf = (outcome: Outcome): Edge => ({
  kind: outcome.codes.length === 0 ? "kept" : "derived",
  length: outcome.text.length,
  codes: outcome.codes,
  cost: outcome.cost,
  text: outcome.text,
  folded: outcome.folded === true,
  stays: false,
});

/** What holds for a whole grid. */
export interface GridSettings {
  /** Whether letters of other scripts are looked for in Latin. */
  readonly romanised: boolean;
  /** Whether ideographs are Japanese, so that Mandarin readings do not help. */
  readonly japanese: boolean;
  /** Whether the grid begins, or ends, where both texts do. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** Takes an edge that begins at an offset of the delivered text. */
export type TakeEdge = (offset: number, edge: Edge) => void;

/** The stretch of the delivered text that a grid covers. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

import type { CompareInput, ComparisonResult } from "../src/index.ts";

/** A labelled case, a line of `cases/*.jsonl`. */
export interface LabelledCase {
  readonly id: string;
  readonly lang: string;
  readonly sent: CompareInput["sent"];
  readonly delivered: CompareInput["delivered"];
  readonly context: Readonly<Record<string, unknown>>;
  readonly expected: {
    readonly senderVerdict: string;
    readonly contentVerdict: string;
    readonly findings: readonly string[];
    readonly accept?: readonly string[];
  };
  readonly ambiguous?: boolean;
  readonly note: string;
}

/** What is predicted for a case. */
export interface Prediction {
  readonly id: string;
  readonly senderVerdict: string;
  readonly contentVerdict: string;
  readonly findings: readonly string[];
}

/** The outcome of a scoring; shares are 0 to 1. */
export interface Score {
  readonly cases: number;
  readonly senderVerdict: number;
  readonly contentVerdict: number;
  readonly precision: number;
  readonly recall: number;
  readonly wholeCases: number;
  readonly faults: readonly {
    readonly id: string;
    readonly expected: LabelledCase["expected"];
    readonly row: Prediction;
    readonly missed: readonly string[];
    readonly extra: readonly string[];
    readonly note: string;
  }[];
}

export function readCases(file: string | URL): readonly LabelledCase[];
export function inputOf(row: LabelledCase): CompareInput;
export function predictionOf(id: string, result: ComparisonResult): Prediction;
export function scoreOf(cases: readonly LabelledCase[], predictions: readonly Prediction[]): Score;

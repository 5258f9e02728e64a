import type { Compared } from "./compared.ts";
import { comparedJson } from "./compared.ts";

/** How comparisons are printed. */
export const COMPARE_FORMATS = ["pretty", "json", "ndjson", "markdown"] as const;
export type CompareFormatName = (typeof COMPARE_FORMATS)[number];

/** Turns comparisons, one after the other, into text. */
export interface CompareFormat {
  /** Whether it prints errors with their place, so that nobody has to say it again. */
  readonly tellsPlaces?: boolean;
  /** What stands in front of the first result. */
  head(): string;
  result(compared: Compared): string;
  /** What stands behind the last result. */
  tail(): string;
}

/** One JSON value a line. */
export const ndjsonComparisons: CompareFormat = {
  head: () => "",
  result: (compared) => `${comparedJson(compared)}\n`,
  tail: () => "",
};

/** One JSON array, an element a line. */
export function jsonComparisons(): CompareFormat {
  let first = true;
  return {
    head: () => "[",
    result(compared) {
      const separator = first ? "\n" : ",\n";
      first = false;
      return separator + comparedJson(compared);
    },
    tail: () => (first ? "]\n" : "\n]\n"),
  };
}

/** One comparison alone, indented. */
export const jsonComparison: CompareFormat = {
  head: () => "",
  result: (compared) => `${comparedJson(compared, 2)}\n`,
  tail: () => "",
};

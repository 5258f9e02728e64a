import type { Result } from "../decode/result.ts";

/** How results are printed. */
export const FORMATS = ["pretty", "ndjson", "json", "csv"] as const;
export type FormatName = (typeof FORMATS)[number];

/** Turns results, one after the other, into text. */
export interface Format {
  /** Whether it prints errors with their place, so that nobody has to say it again. */
  readonly tellsPlaces?: boolean;
  /** What stands in front of the first result. */
  head(): string;
  result(result: Result): string;
  /** What stands behind the last result. */
  tail(): string;
}

import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** Where a source asserts something else than smsproof's rulings say, and why. */
interface ExpectedDifference {
  readonly id: string;
  readonly field: string;
  readonly reason: string;
}

/** One assertion of a row beside what smsproof gives, both in the words of the source. */
export interface Comparison {
  readonly field: string;
  readonly expected: unknown;
  readonly observed: unknown;
}

const DIFFERENCES = JSON.parse(
  readFileSync(new URL("../../vectors/expected-differences.json", import.meta.url), "utf8"),
) as readonly ExpectedDifference[];

/** The fields of a row that are expected to differ. */
function expectedDifferencesOf(id: string): readonly string[] {
  return DIFFERENCES.filter((difference) => difference.id === id).map(({ field }) => field);
}

/** Every row named in the list of expected differences. */
export function idsWithDifferences(): ReadonlySet<string> {
  return new Set(DIFFERENCES.map(({ id }) => id));
}

/** Holds a row to its source: agreement everywhere but where a difference is listed, and there a difference. */
export function expectAgreement(id: string, comparisons: readonly Comparison[]): void {
  const listed = expectedDifferencesOf(id);
  const fields = comparisons.map(({ field }) => field);
  for (const field of listed)
    expect(fields, `the list of differences names ${id} ${field}, which nobody asserts`).toContain(field);
  for (const { field, expected, observed } of comparisons)
    if (listed.includes(field))
      expect(observed, `${id} ${field} agrees now: take it off the list of differences`).not.toEqual(
        expected,
      );
    else expect(observed, `${id} ${field}`).toEqual(expected);
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsPattern } from "./path-pattern.ts";

describe("fitsPattern", () => {
  it.each([
    ["/v2.1/client/tests", "/v2.1/client/tests", true],
    ["/v2.1/client/tests/", "/v2.1/client/tests", false],
    ["/v2x1/client/tests", "/v2.1/client/tests", false],
    ["/v2.1/client/results/7", "*/results/*", true],
    ["/v2.1/client/results", "*/results/*", false],
    ["aa", "a*a*a", false],
    ["aba", "a*ba", true],
    ["ab", "ab*b", false],
    ["", "*", true],
  ])("%s fits %s: %s", (path, pattern, fits) => {
    expect(fitsPattern(path, pattern)).toBe(fits);
  });

  it("says what a regular expression says", () => {
    const text = (unit: string) => fc.string({ unit: fc.constantFrom(...unit), maxLength: 12 });
    fc.assert(
      fc.property(text("ab/"), text("ab/*"), (path, pattern) => {
        const regExp = new RegExp(`^${pattern.replaceAll("*", "[^]*")}$`);
        expect(fitsPattern(path, pattern)).toBe(regExp.test(path));
      }),
      { numRuns: 500 },
    );
  });

  it("is done with a hundred and fifty stars at once", () => {
    expect(fitsPattern("a".repeat(10_000), `${"*a".repeat(149)}b`)).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsvRow } from "../input/csv-row.ts";
import { csvCell } from "./csv-cell.ts";

describe("csvCell", () => {
  it.each([
    [null, ""],
    [undefined, ""],
    [0, "0"],
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ["two\nlines", '"two\nlines"'],
    ["+27381000015", "+27381000015"],
    ["-5", "-5"],
    ["=1+1", "'=1+1"],
    ["+1+cmd", "'+1+cmd"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["\r=1", '"\'\r=1"'],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ])("writes %j as %j", (value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });

  it("loses nothing, and starts no formula", () => {
    const risky = fc.tuple(fc.constantFrom("", "'", "''", "=", "+", "-", "@", "\t", "\r", "'="), fc.string());
    fc.assert(
      fc.property(
        risky.map((parts) => parts.join("")),
        (value) => {
          const row = readCsvRow(`${csvCell(value)},end`, 0, ",", true);
          const cell = typeof row === "string" ? "" : (row.cells[0] ?? "");
          expect(cell).not.toMatch(/^[=@\t\r]|^[+-](?!\d+$)/);
          expect(cell.replace(/^'(?='*[=+\-@\t\r])/, "")).toBe(value);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

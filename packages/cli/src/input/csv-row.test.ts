import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsvRow } from "./csv-row.ts";

function rows(text: string, separator = ","): (readonly string[])[] {
  const all: (readonly string[])[] = [];
  for (let at = 0; at < text.length; ) {
    const row = readCsvRow(text, at, separator, true);
    if (typeof row === "string") throw new Error(row);
    all.push(row.cells);
    at = row.end;
  }
  return all;
}

describe("readCsvRow", () => {
  it.each([
    [
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ['"a,b",c', [["a,b", "c"]]],
    ['"a ""b""",c', [['a "b"', "c"]]],
    ['"a\nb\r\nc",d\ne', [["a\nb\r\nc", "d"], ["e"]]],
    ['"",""', [["", ""]]],
    [",", [["", ""]]],
    ["\n", [[""]]],
    ['5" screen,x', [['5" screen', "x"]]],
    ['"a"b,c', [["ab", "c"]]],
    ['"a"\r\nb', [["a"], ["b"]]],
  ])("reads %j", (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it("tells a row that goes on from a quote that is never closed", () => {
    expect(readCsvRow('a,"b', 0, ",", false)).toBe("more");
    expect(readCsvRow('a,"b', 0, ",", true)).toBe("open");
    expect(readCsvRow("a,b", 0, ",", false)).toBe("more");
    expect(readCsvRow('"a"', 0, ",", false)).toBe("more");
  });

  it("counts line breaks", () => {
    expect(readCsvRow('"a\nb",c\nd', 0, ",", false)).toEqual({ cells: ["a\nb", "c"], end: 8, lineBreaks: 2 });
  });

  it("gives back what was quoted", () => {
    const table = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        (cells, separator, end) => {
          const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
          const text = cells.map((row) => row.map(quoted).join(separator) + end).join("");
          expect(rows(text, separator)).toEqual(cells);
        },
      ),
    );
  });
});

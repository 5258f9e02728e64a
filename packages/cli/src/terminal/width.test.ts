import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, displayWidth, padTo, wrap } from "./width.ts";

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["é", 1],
    ["e\u0301", 1],
    ["日本", 4],
    ["한국", 4],
    ["😀", 2],
    ["👩‍💻", 2],
    ["مرحبا", 5],
  ])("of %j is %d", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("padTo", () => {
  it("pads by columns", () => {
    expect(padTo("日", 4)).toBe("日  ");
    expect(padTo("abcd", 2)).toBe("abcd");
  });
});

describe("wrap", () => {
  it("breaks at blanks where there are any", () => {
    expect(wrap("one two three", 8)).toEqual(["one two ", "three"]);
    expect(wrap("onetwothree", 4)).toEqual(["onet", "woth", "ree"]);
    expect(wrap("日本語", 4)).toEqual(["日本", "語"]);
    expect(wrap("", 4)).toEqual([""]);
  });

  it("loses no character and keeps within the width", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join("")).toBe(text);
        for (const line of lines) expect(displayWidth(line.trimEnd())).toBeLessThanOrEqual(width);
      }),
    );
  });
});

it("a terminal that does not know its width is as wide as told", () => {
  expect([columnsOf({ columns: 0 }, 80), columnsOf({}, 80), columnsOf({ columns: 132 }, 80)]).toEqual([
    80, 80, 132,
  ]);
});

import { describe, expect, it } from "vitest";
import { DEFAULT_ALPHABET } from "./alphabet.ts";
import { codesOf, decodeSeptets, textOf } from "./text.ts";

/** What was read, and what was odd about it. */
function read(...septets: number[]): readonly [string, ...(readonly [string, number])[]] {
  const oddities: (readonly [string, number])[] = [];
  const text = decodeSeptets(Uint8Array.from(septets), DEFAULT_ALPHABET, (...oddity) =>
    oddities.push(oddity),
  );
  return [text, ...oddities];
}

describe("septets that no encoder writes", () => {
  it.each([
    ["an escape at the end", [0x41, 0x1b], ["A", ["lone-escape", 1]]],
    ["an escape alone", [0x1b], ["", ["lone-escape", 0]]],
    [
      "an escape in front of what the default alphabet has",
      [0x41, 0x1b, 0x41],
      ["AA", ["needless-escape", 1]],
    ],
    ["two escapes", [0x1b, 0x1b, 0x41], [" A", ["needless-escape", 0]]],
    ["three escapes", [0x1b, 0x1b, 0x1b], [" ", ["needless-escape", 0], ["lone-escape", 2]]],
    ["what is not odd: the euro sign and a bracket", [0x1b, 0x65, 0x1b, 0x3c], ["€["]],
    ["what is not odd: a form feed", [0x1b, 0x0a], ["\f"]],
  ] as const)("%s", (_, septets, expected) => {
    expect(read(...septets)).toEqual(expected);
  });

  it("tells a code that its table leaves undefined, escaped or not, and reads a space", () => {
    const locking = Uint16Array.from({ length: 128 }, (_, code) => (code === 0x10 ? 0 : code));
    const single = new Uint16Array(128);
    const oddities: unknown[] = [];
    const septets = Uint8Array.of(0x41, 0x10, 0x1b, 0x10);
    const text = decodeSeptets(septets, { locking, single }, (...oddity) => oddities.push(oddity));
    expect([text, oddities]).toEqual([
      "A  ",
      [
        ["undefined", 1],
        ["needless-escape", 2],
        ["undefined", 3],
      ],
    ]);
  });
});

it.each([0, 1, 1023, 1024, 1025, 2048, 5000])("a text of %i characters is put together whole", (length) => {
  const units = Array.from({ length }, (_, i) => 0x41 + (i % 26));
  expect(textOf(units)).toBe(units.map((unit) => String.fromCharCode(unit)).join(""));
});

it("a character that stands twice in a table is written with the lower code, and none for what is undefined", () => {
  const table = Uint16Array.of(0, 65, 66, 65, 0);
  expect([...codesOf(table)]).toEqual([
    [65, 1],
    [66, 2],
  ]);
  expect(codesOf(table)).toBe(codesOf(table));
});

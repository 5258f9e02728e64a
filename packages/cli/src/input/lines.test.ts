import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutAt } from "../testing/reading.ts";
import { type Line, lineSplitter } from "./lines.ts";

function split(pieces: readonly string[], limit?: number): Line[] {
  const splitter = lineSplitter(limit);
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

const texts = (lines: readonly Line[]): string[] => lines.map(({ text }) => text);

describe("lineSplitter", () => {
  it.each([
    ["", []],
    ["a", ["a"]],
    ["a\n", ["a"]],
    ["a\nb", ["a", "b"]],
    ["\n", [""]],
    ["a\n\n", ["a", ""]],
    ["a\r\nb\r\n", ["a", "b"]],
    ["a\rb\r", ["a\rb"]],
  ])("cuts %j", (text, expected) => {
    expect(texts(split([text]))).toEqual(expected);
  });

  it("numbers lines from 1", () => {
    expect(split(["a\n\nb"]).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("keeps the beginning of a line above the limit, whose line break does not count", () => {
    const lines = split(["12345\r\n123456\r\n1"], 5);
    expect(lines).toEqual([
      { number: 1, text: "12345", tooLong: false },
      { number: 2, text: "12345", tooLong: true },
      { number: 3, text: "1", tooLong: false },
    ]);
  });

  it("gives the same lines however the text is cut", () => {
    const text = fc.array(fc.constantFrom("a", "bcd", "\n", "\r", "\r\n"), { maxLength: 30 });
    fc.assert(
      fc.property(
        text,
        fc.array(fc.nat(60), { maxLength: 8 }),
        fc.constantFrom(3, 1000),
        (parts, cuts, limit) => {
          const whole = parts.join("");
          expect(split(cutAt(whole, cuts), limit)).toEqual(split([whole], limit));
        },
      ),
    );
  });

  it("has as many lines as there are line feeds, and one more for what follows the last", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const feeds = text.split("\n").length - 1;
        expect(split([text])).toHaveLength(feeds + (text === "" || text.endsWith("\n") ? 0 : 1));
      }),
    );
  });
});

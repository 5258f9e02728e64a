import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLosslessJson } from "./lossless-json.ts";

const accepts = (parse: (text: string) => unknown, text: string): boolean => {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("parseLosslessJson", () => {
  it("keeps ids above 2^53 as strings, where JSON.parse rounds them", () => {
    const text = '{"id":9007199254740993,"min":-9223372036854775808,"small":9007199254740991}';
    expect(JSON.parse(text).id).toBe(9007199254740992);
    expect(parseLosslessJson(text)).toEqual({
      id: "9007199254740993",
      min: "-9223372036854775808",
      small: 9007199254740991,
    });
  });

  it("leaves digits inside of strings, fractions and exponents alone", () => {
    const text = String.raw`["12345678901234567890", "\"12345678901234567890", 1.12345678901234567, 1234567890123456789e2, "\\", 1]`;
    expect(parseLosslessJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    "01234567890123456789",
    "{12345678901234567890: 1}",
    `{12345678901234567890${" ".repeat(200)}: 1}`,
    "12345678901234567890 1",
    '"a"12345678901234567890',
    "+12345678901234567890",
    ".12345678901234567890",
    "12345678901234567890abc",
    '"abc 12345678901234567890 12345678901234567890',
    "",
  ])("refuses %j as JSON.parse does", (text) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(() => parseLosslessJson(text)).toThrow(new SyntaxError("The text is not JSON."));
  });

  it("gives what JSON.parse gives wherever no integer is too wide", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const wide = /(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'));
        fc.pre(!wide);
        expect(parseLosslessJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("takes exactly the texts that JSON.parse takes", () => {
    const token = fc.constantFrom(
      '"',
      "\\",
      "[",
      "]",
      "{",
      "}",
      ":",
      ",",
      " ",
      "-",
      "+",
      ".",
      "e",
      "0",
      "12345678901234567",
      "9007199254740993",
      "x",
      "\n",
      '"a"',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join("");
        expect(accepts(parseLosslessJson, text)).toBe(accepts(JSON.parse, text));
      }),
      { numRuns: 3000 },
    );
  });

  it("brings every 64-bit integer through", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (id) => {
        const read = parseLosslessJson(`{"id":${id}}`) as { id: string | number };
        expect(BigInt(read.id)).toBe(id);
      }),
    );
  });

  it("reads a hostile text of a megabyte in linear time", () => {
    const started = performance.now();
    for (const text of [
      `"${'\\"'.repeat(500_000)}`,
      `"1234567890123456${"\\".repeat(1_000_001)}`,
      "9".repeat(1_000_000),
    ]) {
      accepts(parseLosslessJson, text);
    }
    // Well under a second; a quadratic reader would need many minutes.
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});

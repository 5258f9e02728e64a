import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { octetsOf } from "./octets.ts";
import { unitsHex } from "./testing/deliver-pdu.ts";
import { decodeUcs2, loneSurrogate } from "./ucs2.ts";

describe("UCS-2", () => {
  it("is UTF-16, high octet first", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 100 }), (text) => {
        expect(decodeUcs2(octetsOf(unitsHex(text)))).toBe(text);
        expect(decodeUcs2(octetsOf(unitsHex(text, true)), true)).toBe(text);
        expect(decodeUcs2(octetsOf(`${unitsHex(text)}41`))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["", -1],
    ["abc", -1],
    ["😀", -1],
    ["a😀b", -1],
    ["\ud83d", 0],
    ["\ude00", 0],
    ["a\ude00\ud83d", 1],
    ["😀\ud83d", 2],
    ["😀\ud83da", 2],
    ["\ud83d\ud83d\ude00", 0],
    ["😀\ude00", 2],
  ])("finds the first lone surrogate of %j at %i", (text, index) => {
    expect(loneSurrogate(text)).toBe(index);
  });

  it("finds a lone surrogate exactly where text is not well formed", () => {
    const unit = fc.constantFrom("a", "\ud83d", "\ude00");
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 8 }), (units) => {
        const text = units.join("");
        expect(loneSurrogate(text) < 0).toBe(!/\p{Surrogate}/u.test(text));
      }),
    );
  });
});

it.each([
  ["\ud800", 0],
  ["a\ud800", 1],
  ["\udbff\udc00", -1],
  ["\udbff\udfff", -1],
  ["\ud800\udc00", -1],
  ["\udbffA", 0],
  ["\udbff\ue000", 0],
  ["\udc00", 0],
  ["\udfff", 0],
  ["\ud800\udbff", 0],
  ["\ud7ff\ue000", -1],
])("of %j the half that stands alone is at %i", (text, index) => {
  expect(loneSurrogate(text)).toBe(index);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable } from "./printable.ts";

describe("printable", () => {
  it.each([
    ["plain text, Łódź, مرحبا, 😀", "plain text, Łódź, مرحبا, 😀"],
    ["\u001b[31mred", "␛[31mred"],
    ["a\nb\r\tc\0", "a␊b␍␉c␀"],
    ["\u007f\u009b2J", "␡\\u009b2J"],
    ["\u202egnp.exe", "\\u202egnp.exe"],
    ["\u2066a\u2069", "\\u2066a\\u2069"],
    ["\ud83d", "\\ud83d"],
    ["\u2028", "\\u2028"],
  ])("shows %j as %j", (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it("leaves nothing that steers a terminal", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x2100), { maxLength: 20 }), (codes) => {
        expect(printable(String.fromCharCode(...codes))).not.toMatch(/\p{Cc}|[\u2028-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

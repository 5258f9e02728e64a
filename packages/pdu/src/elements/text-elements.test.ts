import { describe, expect, it } from "vitest";
import { readElement, writeElement } from "./element.ts";
import type { ElementValue } from "./element-value.ts";
import type { TextFormatting } from "./text-elements.ts";

const PLAIN: TextFormatting = {
  kind: "text-formatting",
  position: 0,
  length: 0,
  alignment: "left",
  size: "normal",
  bold: false,
  italic: false,
  underlined: false,
  strikethrough: false,
  foreground: null,
  background: null,
};

describe("text formatting", () => {
  // Up to 5501: the elements of a message in ofono's test-sms.c whose text says how it is formatted.
  it.each([
    ["0F0723", { position: 15, length: 7, italic: true, alignment: "language-dependent" }],
    ["180613", { position: 24, length: 6, bold: true, alignment: "language-dependent" }],
    ["1E0A43", { position: 30, length: 10, underlined: true, alignment: "language-dependent" }],
    ["2E0D83", { position: 46, length: 13, strikethrough: true, alignment: "language-dependent" }],
    ["3D1402", { position: 61, length: 20, alignment: "right" }],
    [
      "5104F6",
      {
        position: 81,
        length: 4,
        alignment: "right",
        size: "large",
        bold: true,
        italic: true,
        underlined: true,
        strikethrough: true,
      },
    ],
    ["550100", { position: 85, length: 1 }],
    ["00000D", { alignment: "center", size: "reserved-3" }],
    ["000008A1", { size: "small", foreground: "dark-grey", background: "bright-red" }],
    ["0000009F", { foreground: "bright-magenta", background: "white" }],
  ] as const)("%s", (hex, formatting) => {
    const value = { ...PLAIN, ...formatting };
    expect(readElement({ id: 0x0a, hex })).toEqual(value);
    expect(writeElement(value)).toEqual({ id: 0x0a, name: "text-formatting", hex });
  });

  it("has both colours or none", () => {
    for (const one of [{ foreground: "black" }, { background: "black" }] as const)
      expect(() => writeElement({ ...PLAIN, ...one })).toThrow(
        "TP-UDH element text-formatting has one colour; there are two or none.",
      );
  });

  it("has 3 or 4 octets", () => {
    expect(readElement({ id: 0x0a, hex: "0000000000" })).toMatchObject({
      kind: "raw",
      fault: "Element text-formatting has 5 octets of data instead of 3 or 4.",
    });
  });
});

describe("elements about stretches of the text", () => {
  it.each<readonly [number, string, ElementValue]>([
    [0x20, "1C", { kind: "rfc822-email-header", headerLength: 28 }],
    [0x21, "0102050A", { kind: "hyperlink", position: 258, titleLength: 5, urlLength: 10 }],
    [0x24, "01", { kind: "national-language-single-shift", language: 1 }],
    [0x25, "02", { kind: "national-language-locking-shift", language: 2 }],
    [0x25, "FF", { kind: "national-language-locking-shift", language: 255 }],
  ])("%i %s", (id, hex, value) => {
    expect(readElement({ id, hex })).toEqual(value);
    expect(writeElement(value)).toMatchObject({ id, hex });
  });
});

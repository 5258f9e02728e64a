import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_PDU_OCTETS, octetsOf, toHex } from "./octets.ts";

describe("the octets of a PDU", () => {
  it("go to hex and back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: MAX_PDU_OCTETS }), (octets) => {
        expect(octetsOf(toHex(octets))).toEqual(octets);
        expect(octetsOf(toHex(octets).toLowerCase())).toEqual(octets);
        expect(octetsOf(octets)).toBe(octets);
      }),
    );
  });

  it("may have blanks between them and around", () => {
    expect(octetsOf("\t07 91\r\n72 83\n")).toEqual(Uint8Array.of(0x07, 0x91, 0x72, 0x83));
  });

  it.each([
    ["", "EMPTY", 0, "There are no octets."],
    [" \n", "EMPTY", 0, "There are no octets."],
    ["0G", "NOT_HEX", 0, '"G" is not a hexadecimal digit.'],
    ["0012é4", "NOT_HEX", 2, "U+00E9 is not a hexadecimal digit."],
    ["00\u{1f600}", "NOT_HEX", 1, "U+1F600 is not a hexadecimal digit."],
    ["00\u0000", "NOT_HEX", 1, "U+0000 is not a hexadecimal digit."],
    ["0791-72", "NOT_HEX", 2, '"-" is not a hexadecimal digit.'],
    ["079", "NOT_HEX", 1, "3 hexadecimal digits: half an octet is missing."],
    ["00".repeat(513), "TOO_LONG", 512, "513 octets; a PDU has at most 512."],
  ])("are refused: %j", (text, code, offset, message) => {
    expect(() => octetsOf(text)).toThrowError(
      expect.objectContaining({ name: "PduError", code, field: "PDU", offset, message }),
    );
  });

  it("are refused when there are none, or too many, of them", () => {
    expect(() => octetsOf(new Uint8Array())).toThrowError(expect.objectContaining({ code: "EMPTY" }));
    expect(() => octetsOf(new Uint8Array(513))).toThrowError(expect.objectContaining({ code: "TOO_LONG" }));
    expect(octetsOf(new Uint8Array(512))).toHaveLength(512);
  });
});

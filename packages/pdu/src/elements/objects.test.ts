import { describe, expect, it } from "vitest";
import { readElement, writeElement } from "./element.ts";
import type { ElementValue } from "./element-value.ts";

const TABLE: readonly (readonly [id: number, hex: string, value: ElementValue])[] = [
  [0x13, "02", { kind: "user-prompt-indicator", objects: 2 }],
  [
    0x14,
    "2A000302090011414243",
    {
      kind: "extended-object",
      reference: 42,
      length: 3,
      noForwarding: false,
      userPrompt: true,
      reserved: 0,
      type: "vcard",
      position: 17,
      data: "414243",
    },
  ],
  [
    0x14,
    "01012C85FF0100",
    {
      kind: "extended-object",
      reference: 1,
      length: 300,
      noForwarding: true,
      userPrompt: false,
      reserved: 33,
      type: "data-format-delivery-request",
      position: 256,
      data: "",
    },
  ],
  [0x15, "2A0101", { kind: "reused-extended-object", reference: 42, position: 257 }],
  [
    0x16,
    "000100AABB",
    { kind: "compression-control", algorithm: "lzss", parameters: 0, length: 256, data: "AABB" },
  ],
  [
    0x16,
    "5F0000",
    { kind: "compression-control", algorithm: "reserved-15", parameters: 5, length: 0, data: "" },
  ],
  [0x17, "0001", { kind: "object-distribution-indicator", elements: 0, noForwarding: true, reserved: 0 }],
  [0x17, "0306", { kind: "object-distribution-indicator", elements: 3, noForwarding: false, reserved: 3 }],
  [0x18, "05FF", { kind: "standard-wvg-object", position: 5, data: "FF" }],
  [0x19, "05FF00", { kind: "character-size-wvg-object", position: 5, data: "FF00" }],
  [0x1a, "", { kind: "extended-object-data-request" }],
];

describe("objects", () => {
  it.each(TABLE)("element %i, %s", (id, hex, value) => {
    expect(readElement({ id, hex })).toEqual(value);
    expect(writeElement(value)).toMatchObject({ id, hex });
  });

  it("have no more octets than they say", () => {
    expect(readElement({ id: 0x14, hex: "2A000200090011414243" })).toMatchObject({
      fault: "Element extended-object says 2 octets in all, but has 3.",
    });
    expect(readElement({ id: 0x16, hex: "000001AABB" })).toMatchObject({
      fault: "Element compression-control says 1 octet in all, but has 2.",
    });
  });

  it("go on in later elements, which only the reader of all parts can know", () => {
    const hex = "2A000302090011414243";
    expect(readElement({ id: 0x14, hex }, { continues: true })).toEqual({
      kind: "extended-object-continuation",
      data: hex,
    });
    expect(readElement({ id: 0x16, hex: "" }, { continues: true })).toEqual({
      kind: "compression-control-continuation",
      data: "",
    });
    expect(writeElement({ kind: "extended-object-continuation", data: "AB" })).toMatchObject({
      id: 0x14,
      hex: "AB",
    });
    // Other elements do not go on.
    expect(readElement({ id: 0x13, hex: "02" }, { continues: true }).kind).toBe("user-prompt-indicator");
  });

  it("that are too short to begin say so", () => {
    expect(readElement({ id: 0x14, hex: "0102" })).toMatchObject({
      kind: "raw",
      fault: "Element extended-object has 2 octets of data instead of at least 7.",
    });
  });
});

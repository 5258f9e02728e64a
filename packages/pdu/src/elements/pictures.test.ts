import { describe, expect, it } from "vitest";
import { readElement, writeElement } from "./element.ts";
import { type BitmapPicture, pictureRows, type VariablePicture } from "./pictures.ts";

describe("predefined animation", () => {
  it.each([
    ["0000", "ironic"],
    ["0004", "wow"],
    ["0009", "in-love"],
    ["000E", "devil"],
    ["000F", "reserved-15"],
  ] as const)("%s is %s", (hex, animation) => {
    const value = { kind: "predefined-animation", position: 0, animation } as const;
    expect(readElement({ id: 0x0d, hex })).toEqual(value);
    expect(writeElement(value).hex).toBe(hex);
  });
});

describe("bitmaps", () => {
  it.each([
    [0x0e, "large-animation", 128],
    [0x0f, "small-animation", 32],
    [0x10, "large-picture", 128],
    [0x11, "small-picture", 32],
  ] as const)("element %i, %s, has a position and %i octets", (id, kind, octets) => {
    const data = "A5".repeat(octets);
    expect(readElement({ id, hex: `07${data}` })).toEqual({ kind, position: 7, data });
    expect(readElement({ id, hex: data })).toMatchObject({
      kind: "raw",
      fault: `Element ${kind} has ${octets} octets of data instead of ${octets + 1}.`,
    });
    expect(readElement({ id, hex: `07${data}00` }).kind).toBe("raw");
  });

  it("of a size of their own have just the octets for it", () => {
    const value = { kind: "variable-picture", position: 1, width: 16, height: 2, data: "8001FFFF" } as const;
    expect(readElement({ id: 0x12, hex: "0102028001FFFF" })).toEqual(value);
    expect(writeElement(value).hex).toBe("0102028001FFFF");
    expect(readElement({ id: 0x12, hex: "0102038001FFFF" })).toMatchObject({
      fault: "Element variable-picture says 16 x 3 pixels, 6 octets, but has 4.",
    });
    expect(readElement({ id: 0x12, hex: "010003FF" })).toMatchObject({
      fault: "Element variable-picture says 0 x 3 pixels, 0 octets, but has 1.",
    });
    expect(() => writeElement({ ...value, width: 15 })).toThrow("in steps of 8");
  });
});

describe("pictureRows", () => {
  it("shows the rows from the top, the highest bit leftmost", () => {
    const smile: VariablePicture = {
      kind: "variable-picture",
      position: 0,
      width: 8,
      height: 4,
      data: "2400423C",
    };
    expect(pictureRows(smile)).toEqual(["..#..#..", "........", ".#....#.", "..####.."]);
  });

  it("knows the size of each fixed picture", () => {
    const small: BitmapPicture = { kind: "small-picture", position: 0, data: `8001${"00".repeat(30)}` };
    expect(pictureRows(small)).toHaveLength(16);
    expect(pictureRows(small)[0]).toBe("#..............#");
    const large = pictureRows({ kind: "large-picture", position: 0, data: `${"00".repeat(127)}01` });
    expect(large).toHaveLength(32);
    expect(large[31]).toBe(`${".".repeat(31)}#`);
  });

  it("takes the pictures of an animation one by one", () => {
    const data = "00".repeat(8) + "FF".repeat(8) + "F0".repeat(8) + "0F".repeat(8);
    const animation = { kind: "small-animation", position: 0, data } as const;
    expect([0, 1, 2, 3].map((frame) => pictureRows(animation, frame)[7])).toEqual([
      "........",
      "########",
      "####....",
      "....####",
    ]);
    expect(() => pictureRows(animation, 4)).toThrow(
      "element small-animation has no picture 4; it has 4, from 0 on",
    );
    const large = {
      kind: "large-animation",
      position: 0,
      data: `${"00".repeat(32)}FF${"00".repeat(95)}`,
    } as const;
    expect(pictureRows(large, 1)[0]).toBe("########........");
  });

  it("refuses data of another size and pictures that are not there", () => {
    const small: BitmapPicture = { kind: "small-picture", position: 0, data: "00" };
    expect(() => pictureRows(small)).toThrow("element small-picture has no data for 16 x 16 pixels");
    expect(() => pictureRows({ ...small, data: "zz" })).toThrow("has no data");
    const whole = { ...small, data: "00".repeat(32) };
    for (const frame of [1, -1, 0.5, Number.NaN])
      expect(() => pictureRows(whole, frame)).toThrow("has no picture");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeElement } from "../elements/element.ts";
import { anyElementValue } from "../testing/element-arbitraries.ts";
import { dissect } from "./dissect.ts";
import type { DissectionNode } from "./dissection-node.ts";
import { elementBits } from "./element-bits.ts";

const shown = (id: number, hex: string) =>
  elementBits({ id, hex })?.map(
    ({ name, offset, length, value, description }) =>
      `${offset}+${length} ${name} = ${value}${description === "" ? "" : ` (${description})`}`,
  ) ?? null;

describe("elementBits", () => {
  it("shows each field with its place", () => {
    expect(shown(0x08, "12340201")).toEqual([
      "0+16 reference = 4660 (4660)",
      "16+8 total = 2 (2)",
      "24+8 sequence = 1 (1)",
    ]);
    expect(shown(0x01, "A203")).toEqual([
      "0+5 type = 2 (email)",
      "5+2 profile = 1 (2)",
      "7+1 store = 1 (yes)",
      "8+8 count = 3 (3)",
    ]);
    expect(shown(0x17, "0206")).toEqual([
      "0+8 elements = 2 (2)",
      "8+1 no forwarding = 0 (no)",
      "9+7 reserved = 3",
    ]);
  });

  it("leaves out fields that the element ends before", () => {
    expect(shown(0x0a, "0F0723")).toHaveLength(8);
    expect(shown(0x0a, "0F0723A1")?.slice(8)).toEqual([
      "24+4 foreground = 1 (dark grey)",
      "28+4 background = 10 (bright red)",
    ]);
  });

  it("shows the type of an address and the status of a mailbox", () => {
    expect(shown(0x22, "0B917283010010F5")).toEqual([
      "0+8 length = 11 (11 semi-octets)",
      "8+4 numbering plan = 1 (isdn)",
      "12+3 type of number = 1 (international)",
      "15+1 extension = 1 (always 1)",
    ]);
    expect(shown(0x23, "5900810000")?.slice(0, 3)).toEqual([
      "0+1 type = 1 (delete confirmation)",
      "1+1 reserved = 0",
      "2+2 profile = 2 (3)",
    ]);
  });

  it("has none where there are no fields, or where the data are not what they should be", () => {
    expect(elementBits({ id: 0x80, hex: "AB" })).toBeNull();
    expect(elementBits({ id: 0x26, hex: "AB" })).toBeNull();
    expect(elementBits({ id: 0x00, hex: "AB" })).toBeNull();
    expect(elementBits({ id: 0x00, hex: "A" })).toBeNull();
    expect(elementBits({ id: 0x1a, hex: "" })).toBeNull();
  });

  it("never shows a bit twice or one that is not there, and shows its value", () => {
    fc.assert(
      fc.property(anyElementValue, (value) => {
        const { id, hex } = writeElement(value);
        let last = 0;
        for (const { offset, length, value: bits } of elementBits({ id, hex }) ?? []) {
          expect(offset).toBe(last);
          last = offset + length;
          const octet = Number.parseInt(hex.slice((offset >> 3) * 2, (offset >> 3) * 2 + 2), 16);
          if (length <= 8) expect(bits).toBe((octet >> (offset & 7)) & (2 ** length - 1));
          else expect(bits).toBe(Number.parseInt(hex.slice(offset / 4, (offset + length) / 4), 16));
        }
        expect(last).toBeLessThanOrEqual(4 * hex.length);
      }),
    );
  });

  it("stands at the data of each element of a dissected message", () => {
    // ofono test-sms.c has the elements; the message around them is made.
    const header = "0A0A030F07230003740502";
    const root = dissect(`07917283010010F5440B917283010010F50004993092516195800B${header}`);
    const data: DissectionNode[] = [];
    const collect = (node: DissectionNode): void => {
      if (node.name === "IED") data.push(node);
      node.children.forEach(collect);
    };
    collect(root);
    expect(data.map(({ description, bits }) => [description, bits?.length])).toEqual([
      ["7 characters at 15 · italic", 8],
      ["reference 116 · part 2 of 5", 3],
    ]);
  });
});

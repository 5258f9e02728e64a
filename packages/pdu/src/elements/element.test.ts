import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeDeliver } from "../decode-deliver.ts";
import { elementName } from "../header-elements.ts";
import { toHex } from "../octets.ts";
import { isPduError } from "../pdu-error.ts";
import { anyElementValue, elementValues } from "../testing/element-arbitraries.ts";
import { readElement, writeElement } from "./element.ts";
import type { ElementValue } from "./element-value.ts";

const continues = (kind: string): boolean => kind.endsWith("-continuation");

describe("readElement and writeElement", () => {
  for (const [kind, values] of Object.entries(elementValues))
    it(`give back every legal value of kind ${kind}`, () => {
      fc.assert(
        fc.property(values as fc.Arbitrary<ElementValue>, (value) => {
          const element = writeElement(value);
          expect(element.name).toBe(elementName(element.id));
          expect(readElement(element, { continues: continues(kind) })).toEqual(value);
        }),
      );
    });

  it("give back the octets of any element, read as it is or as a continuation", () => {
    fc.assert(
      fc.property(fc.nat(255), fc.uint8Array({ maxLength: 255 }), fc.boolean(), (id, octets, isMore) => {
        const element = { id, name: elementName(id), hex: toHex(octets) };
        expect(writeElement(readElement(element, { continues: isMore }))).toEqual(element);
      }),
      { numRuns: 1000 },
    );
  });

  it("give back the octets of legal elements with an octet changed, added or cut off", () => {
    const damage = fc.tuple(fc.constantFrom("change", "add", "cut"), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(anyElementValue, damage, fc.boolean(), (value, [how, place, octet], isMore) => {
        const { id, name, hex } = writeElement(value);
        const octets = Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
        const at = octets.length === 0 ? 0 : place % octets.length;
        if (how === "add") octets.splice(at, 0, octet);
        else if (how === "cut") octets.splice(at, 1);
        else octets[at] = octet;
        const element = { id, name, hex: toHex(Uint8Array.from(octets.slice(0, 255))) };
        expect(writeElement(readElement(element, { continues: isMore }))).toEqual(element);
      }),
      { numRuns: 1500 },
    );
  });

  it("name the kind as the header names the element, unless several identifiers share it", () => {
    fc.assert(
      fc.property(anyElementValue, (value) => {
        const { name } = writeElement(value);
        if (value.kind === "concatenation" || value.kind === "ports")
          expect(name).toBe(`${value.kind}-${value.bits}`);
        else if (value.kind === "raw") expect(name).toBe("reserved");
        else expect(value.kind.replace(/-continuation$/, "")).toBe(name);
      }),
    );
  });
});

describe("readElement", () => {
  it("never throws", () => {
    fc.assert(
      fc.property(fc.anything(), fc.oneof(fc.anything(), fc.string()), (id, hex) => {
        const value = readElement({ id: id as number, hex: hex as string });
        expect(value.kind).toBeTypeOf("string");
      }),
    );
  });

  it("reads hex of either case", () => {
    expect(readElement({ id: 0x05, hex: "0b8423f0" })).toEqual({
      kind: "ports",
      bits: 16,
      destination: 2948,
      source: 9200,
    });
  });

  it("keeps reserved identifiers raw, without a fault", () => {
    for (const id of [0x02, 0x03, 0x1b, 0x26, 0xa0, 0xe0])
      expect(readElement({ id, hex: "01AB" })).toEqual({ kind: "raw", id, data: "01AB", fault: null });
  });

  it("says what is wrong with data of a wrong length, and keeps them", () => {
    expect(readElement({ id: 0x00, hex: "0102" })).toEqual({
      kind: "raw",
      id: 0,
      data: "0102",
      fault: "Element concatenation-8 has 2 octets of data instead of 3.",
    });
    expect(readElement({ id: 0x1a, hex: "FF" })).toMatchObject({
      fault: "Element extended-object-data-request has 1 octet of data instead of 0.",
    });
  });

  it("says so where there is no hex, too much of it, or no identifier", () => {
    const says = (id: number, hex: string) => readElement({ id, hex });
    expect(says(1, "0")).toEqual({
      kind: "raw",
      id: 1,
      data: "0",
      fault: "Element special-message-indication has data that are not the hex of at most 255 octets.",
    });
    expect(says(0xc0, "00".repeat(255)).kind).toBe("sc-specific");
    expect(says(0xc0, "00".repeat(256))).toMatchObject({ kind: "raw", fault: expect.any(String) });
    expect(says(256, "00")).toMatchObject({
      fault: "Element reserved has no identifier from 0 to 255.",
    });
  });

  it("reads every header of the vectors", () => {
    const rows = readFileSync(new URL("../../vectors/vectors.jsonl", import.meta.url), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { readonly type: string; readonly hex: string });
    let elements = 0;
    for (const { type, hex } of rows) {
      if (type !== "DELIVER") continue;
      try {
        for (const element of decodeDeliver(hex).userDataHeader?.elements ?? []) {
          elements += 1;
          expect(writeElement(readElement(element))).toEqual(element);
        }
      } catch (error) {
        if (!isPduError(error)) throw error;
      }
    }
    expect(elements).toBeGreaterThan(30);
  });
});

describe("writeElement", () => {
  const refused = (value: unknown): string => {
    try {
      writeElement(value as ElementValue);
    } catch (error) {
      if (!isPduError(error)) throw error;
      expect({ code: error.code, field: error.field, offset: error.offset }).toEqual({
        code: "UNENCODABLE",
        field: "TP-UDH",
        offset: 0,
      });
      return error.message;
    }
    throw new Error("nothing was refused");
  };

  it("names the element and the property that it cannot write", () => {
    const part = { kind: "concatenation", bits: 8, reference: 300, total: 2, sequence: 1 };
    expect(refused(part)).toBe(
      "TP-UDH element concatenation-8 has 300 as reference instead of a whole number from 0 to 255.",
    );
    expect(refused({ ...part, bits: 16, sequence: 3 })).toBe(
      "TP-UDH element concatenation-16 says part 3 of 2.",
    );
    expect(refused({ ...part, bits: 12 })).toBe(
      "TP-UDH element concatenation has 12 as bits: there is no such element.",
    );
  });

  it("refuses what is no value of an element", () => {
    expect(refused(undefined)).toBe("TP-UDH element undefined has no kind.");
    expect(refused({})).toBe("TP-UDH element an object has no kind.");
    expect(refused({ kind: "novel" })).toBe('TP-UDH element "novel" is not known.');
    expect(refused({ kind: "raw", id: 256, data: "" })).toContain("has 256 as id instead of 0 to 255");
    expect(refused({ kind: "raw", id: 2, data: "0" })).toContain("instead of the hex of at most 255 octets");
    expect(refused({ kind: "raw", id: 2, data: "00".repeat(256) })).toContain("at most 255 octets");
  });

  it("gives an element or throws its own error, whatever property is spoiled", () => {
    const spoiled = fc.tuple(anyElementValue, fc.nat(20), fc.anything());
    fc.assert(
      fc.property(spoiled, ([value, which, instead]) => {
        const names = Object.keys(value);
        const name = names[which % names.length] ?? "kind";
        const before = { ...value, [name]: instead };
        try {
          const element = writeElement(before as ElementValue);
          // What could be written can be read, and written once more.
          const again = readElement(element, { continues: continues(value.kind) });
          expect(writeElement(again)).toEqual(element);
        } catch (error) {
          expect(isPduError(error)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

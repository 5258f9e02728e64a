import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex } from "../octets.ts";
import { bitsAt, type Layout, readLayout, writeLayout } from "./layout.ts";

/** One of everything that a table can say. */
const SAMPLE: Layout = {
  id: 0xff,
  kind: "sample",
  constants: { edition: 1 },
  fields: [
    { name: "low", bits: 3 },
    { name: "word", bits: 2, as: { 0: "zero", 3: "three" } },
    { name: "flag", bits: 1, as: "flag" },
    { name: "profile", bits: 2, plus: 1 },
    { name: "wide", bits: 16 },
    { name: "pixels", bits: 8, times: 8 },
    { name: "maybe", bits: 8, optional: true },
  ],
};

const octets = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe("bitsAt", () => {
  it("counts bits within an octet from the lowest, and takes whole octets highest first", () => {
    const two = octets(0b1011_0101, 0x34);
    expect(bitsAt(two, 0, 3)).toBe(0b101);
    expect(bitsAt(two, 3, 2)).toBe(0b10);
    expect(bitsAt(two, 5, 3)).toBe(0b101);
    expect(bitsAt(two, 0, 16)).toBe(0xb534);
    expect(bitsAt(two, 8, 8)).toBe(0x34);
  });
});

describe("a layout", () => {
  const value = {
    kind: "sample",
    edition: 1,
    low: 5,
    word: "three",
    flag: true,
    profile: 3,
    wide: 0x1234,
    pixels: 24,
    maybe: null,
  };
  const changed = (changes: object): typeof value => ({ ...value, ...changes });

  it("reads and writes every kind of field", () => {
    const written = [0b10_1_11_101, 0x12, 0x34, 3];
    expect(writeLayout(SAMPLE, value)).toEqual(written);
    expect(readLayout(SAMPLE, octets(...written))).toEqual(value);
    expect(readLayout(SAMPLE, octets(...written, 9))).toEqual({ ...value, maybe: 9 });
    expect(writeLayout(SAMPLE, changed({ maybe: 9 }))).toEqual([...written, 9]);
  });

  it("calls a value without a word reserved, and takes it back", () => {
    const read = readLayout(SAMPLE, octets(0b01_000, 0, 0, 0));
    expect(read).toMatchObject({ word: "reserved-1" });
    expect(writeLayout(SAMPLE, changed({ word: "reserved-2" }))[0]).toBe(0b10_1_10_101);
  });

  it("says how many octets there should be", () => {
    expect(readLayout(SAMPLE, octets(1, 2, 3))).toBe("has 3 octets of data instead of 4 or 5");
    expect(readLayout(SAMPLE, octets())).toBe("has 0 octets of data instead of 4 or 5");
    const fields = [{ name: "low", bits: 8 }];
    const range: Layout = { id: 0xff, kind: "range", fields, rest: { name: "data", least: 1, most: 2 } };
    expect(readLayout(range, octets(1))).toBe("has 1 octet of data instead of at least 2");
    expect(readLayout(range, octets(1, 2, 3, 4))).toBe("has 4 octets of data instead of at most 3");
    expect(readLayout(range, octets(1, 2, 3))).toEqual({ kind: "range", low: 1, data: "0203" });
    expect(() => writeLayout(range, { kind: "range", low: 1, data: "" } as { kind: string })).toThrow(
      "TP-UDH element reserved has 1 octet of data instead of at least 2.",
    );
  });

  it.each([
    ["low", 8, "has 8 as low instead of a whole number from 0 to 7"],
    ["low", 1.5, "has 1.5 as low instead of a whole number from 0 to 7"],
    ["low", "1", 'has "1" as low instead of a whole number from 0 to 7'],
    ["low", Number.NaN, "has NaN as low"],
    ["profile", 0, "has 0 as profile instead of a whole number from 1 to 4"],
    ["pixels", 12, "has 12 as pixels instead of a whole number from 0 to 2040 in steps of 8"],
    ["flag", 1, "has 1 as flag instead of true or false"],
    ["word", "two", 'has "two" as word, which is none of its words'],
    ["word", "reserved-3", 'has "reserved-3" as word, which is none of its words'],
    ["word", "reserved-01", 'has "reserved-01" as word, which is none of its words'],
    ["word", "reserved-4", 'has "reserved-4" as word, which is none of its words'],
    ["wide", undefined, "has undefined as wide instead of a whole number from 0 to 65535"],
    ["maybe", undefined, "has undefined as maybe instead of a whole number from 0 to 255"],
    ["wide", [1], "has a list as wide"],
    ["wide", {}, "has an object as wide"],
    ["wide", () => 1, "has a function as wide"],
    ["wide", "x".repeat(90), `has "${"x".repeat(40)}…" as wide`],
  ])("refuses %s %j", (name, said, message) => {
    expect(() => writeLayout(SAMPLE, changed({ [name]: said }))).toThrow(message);
  });

  it("gives back any octets of the right number", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 5 }), (some) => {
        const read = readLayout(SAMPLE, some);
        expect(typeof read).toBe("object");
        expect(toHex(Uint8Array.from(writeLayout(SAMPLE, read as { kind: string })))).toBe(toHex(some));
      }),
    );
  });
});

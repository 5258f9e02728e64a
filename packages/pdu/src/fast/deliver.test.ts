import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsOf } from "../conformance/rows.ts";
import { decodeDeliver, decodeDeliverPlainly } from "../decode-deliver.ts";
import { isPduError } from "../pdu-error.ts";
import { cleanPdu, damagedPdu } from "../testing/deliver-arbitrary.ts";
import { deliverPdu, septetsPdu } from "../testing/deliver-pdu.ts";
import { decodeDeliverFast } from "./deliver.ts";
import { PORTABLE_STRINGS, strings, useStrings } from "./strings.ts";

// Importing the Node entry puts Buffer's conversions in place; the core alone has the portable ones.
await import("../node.ts");
const NODE_STRINGS = strings();

function expectEqual(hex: string): void {
  const fast = decodeDeliverFast(hex);
  if (fast !== null) expect(fast).toEqual(decodeDeliverPlainly(hex));
}

it("uses Buffer on Node", () => {
  expect(NODE_STRINGS).not.toBe(PORTABLE_STRINGS);
});

describe.each([
  ["portable", PORTABLE_STRINGS],
  ["Node's", NODE_STRINGS],
])("the fast path with %s conversions", (_, conversions) => {
  beforeAll(() => useStrings(conversions));
  afterAll(() => useStrings(PORTABLE_STRINGS));

  it("takes clean text messages of the usual kind", () => {
    const taken = fc
      .sample(cleanPdu, { numRuns: 400, seed: 1 })
      .filter(({ hex }) => decodeDeliverFast(hex) !== null);
    expect(taken.length).toBeGreaterThan(50);
    expect(new Set(taken.map(({ concatenation }) => concatenation?.bits))).toEqual(
      new Set([undefined, 8, 16]),
    );
  });

  it("equals the plain path on clean PDUs of every kind, in either case", () => {
    fc.assert(
      fc.property(cleanPdu, ({ hex }) => {
        expectEqual(hex);
        expectEqual(hex.toLowerCase());
      }),
      { numRuns: 500 },
    );
  });

  it("equals the plain path on damaged PDUs, in either case", () => {
    fc.assert(
      fc.property(damagedPdu, (hex) => {
        expectEqual(hex);
        expectEqual(hex.toLowerCase());
      }),
      { numRuns: 1500 },
    );
  });

  it("equals the plain path when characters are damaged", () => {
    fc.assert(
      fc.property(cleanPdu, fc.nat(), fc.string({ unit: "binary", maxLength: 2 }), ({ hex }, where, odd) => {
        const at = where % hex.length;
        const pdu = hex.slice(0, at) + odd + hex.slice(at + odd.length);
        const fast = decodeDeliverFast(pdu);
        if (fast === null) return;
        expect(fast).toEqual(decodeDeliverPlainly(pdu));
      }),
      { numRuns: 500 },
    );
  });

  it("leaves a character whose low octet is a hexadecimal digit to the plain path", () => {
    const pdu = deliverPdu();
    for (let at = 0; at < pdu.length; at++)
      for (const high of [1, 2, 0x20, 0xff]) {
        const odd = String.fromCharCode(pdu.charCodeAt(at) + 256 * high);
        expect(decodeDeliverFast(pdu.slice(0, at) + odd + pdu.slice(at + 1))).toBeNull();
      }
  });

  it("equals the plain path on the vectors of other decoders", () => {
    for (const { hex } of rowsOf("vectors"))
      if (/^(..)+$/.test(hex)) {
        expectEqual(hex);
        expectEqual(hex.toLowerCase());
      }
  });

  it("reads text of every length, plain, with Greek letters and with escapes", () => {
    for (let length = 0; length <= 160; length++)
      for (const codes of [
        Array.from({ length }, (__, i) => 32 + (i % 90)),
        Array.from({ length }, (__, i) => (i % 7 === 3 ? 0x10 : 0x61)),
        Array.from({ length }, (__, i) => (i % 5 === 1 && i + 1 < length ? 0x1b : 0x28)),
      ]) {
        const hex = septetsPdu(codes);
        expect(decodeDeliver(hex)).toEqual(decodeDeliverPlainly(hex));
      }
  });

  it("does not let one result change another", () => {
    const [first, second] = [septetsPdu([0x41, 0x42]), septetsPdu([0x63, 0x64, 0x65])];
    const value = decodeDeliver(first);
    const copy = structuredClone(value);
    decodeDeliver(second);
    expect(value).toEqual(copy);
  });

  it("remembers addresses without mixing them up", () => {
    const letters = fc.array(fc.integer({ min: 0x41, max: 0x5a }), { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 2, maxLength: 40 }), (names) => {
        for (const name of [...names, ...names]) {
          const octets = septetsPdu(name).slice(deliverPdu({ data: "" }).length);
          const length = Math.ceil((name.length * 7) / 4)
            .toString(16)
            .padStart(2, "0");
          const hex = deliverPdu({ originator: `${length}D0${octets}` });
          try {
            expect(decodeDeliver(hex).originator.address).toBe(String.fromCharCode(...name));
          } catch (error) {
            if (!isPduError(error)) throw error;
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

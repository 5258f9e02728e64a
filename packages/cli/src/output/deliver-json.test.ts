import { decodeDeliver, isPduError, type SmsDeliver } from "@smsproof/pdu";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST_PART, SAMPLE, SAMPLE_ODD } from "../testing/pdus.ts";
import { deliverJson } from "./deliver-json.ts";

function decoded(pdu: string | Uint8Array): SmsDeliver | null {
  try {
    return decodeDeliver(pdu);
  } catch (error) {
    if (isPduError(error)) return null;
    throw error;
  }
}

/** User data header with ports, national languages and more; 8-bit data; a text of surrogates. */
const RICH = [
  SAMPLE,
  SAMPLE_ODD,
  FIRST_PART,
  "4004912143000422101121300000" + "0A06050423F0000001020304",
  "40049121430000221011213000000B06240101250103" + "C834",
  "04049121430008221011213000000612D83D0022005C",
  "04049121430008221011213000000C001B005B2028004A000A202E",
];

describe("deliverJson", () => {
  it.each(RICH)("is JSON.stringify for %s", (pdu) => {
    const value = decoded(pdu);
    expect(value && deliverJson(value)).toBe(JSON.stringify(value));
  });

  it("is JSON.stringify for whatever can be decoded", () => {
    let values = 0;
    const mutated = fc
      .tuple(fc.constantFrom(...RICH), fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 6 }))
      .map(([pdu, changes]) => {
        const octets = Buffer.from(pdu, "hex");
        for (const [at, value] of changes) octets[at % octets.length] = value;
        return Uint8Array.from(octets);
      });
    fc.assert(
      fc.property(mutated, (octets) => {
        const value = decoded(octets);
        if (!value) return;
        values += 1;
        expect(deliverJson(value)).toBe(JSON.stringify(value));
      }),
      { numRuns: 3000 },
    );
    expect(values).toBeGreaterThan(1000);
  });

  it("does not mix up different objects of one value", () => {
    const value = decodeDeliver(SAMPLE);
    const other: SmsDeliver = { ...value, dataCoding: { ...value.dataCoding, reserved: true } };
    expect([value, other, value].map(deliverJson)).toEqual(
      [value, other, value].map((each) => JSON.stringify(each)),
    );
  });
});

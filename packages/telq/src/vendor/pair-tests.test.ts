import type { NetworkDestination } from "@smsproof/vendor";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { telqSchemas } from "../api/schemas.ts";
import { pairWithDestinations } from "./pair-tests.ts";

const { test } = telqSchemas(false);
const to = (mcc: string, mnc: string, from: string | null = null): NetworkDestination => ({
  kind: "network",
  network: { mcc, mnc, portedFrom: from === null ? null : { mcc, mnc: from } },
});
const item = (id: number, mcc: string, mnc: string, portedFromMnc: string | null = null) => {
  const raw = { id, destinationNetwork: { mcc, mnc, portedFromMnc } };
  return { raw, value: test.parse(raw) };
};
const pairs = (
  items: ReturnType<typeof item>[],
  destinations: NetworkDestination[],
): (readonly [string, number])[] =>
  pairWithDestinations(items, destinations).paired.map(
    ({ index, item: { value } }) => [value.id, index] as const,
  );

describe("pairWithDestinations", () => {
  it("pairs by network, in whatever order TelQ answers", () => {
    const destinations = [to("206", "10"), to("262", "02", "07"), to("262", "02")];
    expect(
      pairs([item(3, "262", "02"), item(1, "206", "10"), item(2, "262", "02", "07")], destinations),
    ).toEqual([
      ["3", 2],
      ["1", 0],
      ["2", 1],
    ]);
  });

  it("pairs equal networks in order", () => {
    const destinations = [to("206", "10"), to("206", "10"), to("206", "10")];
    expect(pairs([item(1, "206", "10"), item(2, "206", "10"), item(3, "206", "10")], destinations)).toEqual([
      ["1", 0],
      ["2", 1],
      ["3", 2],
    ]);
  });

  it("pairs what is left in order: the document asks for 208 and is answered with 206", () => {
    expect(pairs([item(1, "206", "10", "20")], [to("208", "10", "20")])).toEqual([["1", 0]]);
  });

  it("drops no test that nobody asked for, and names destinations without an answer", () => {
    const paired = pairWithDestinations([item(1, "206", "10"), item(2, "999", "99")], [to("206", "10")]);
    expect(paired.paired.map(({ index }) => index)).toEqual([0, -1]);
    expect(paired.paired[1]?.destination).toEqual(to("999", "99"));
    expect(pairWithDestinations([item(1, "206", "10")], [to("716", "06"), to("206", "10")])).toMatchObject({
      paired: [{ index: 1 }],
      unanswered: [0],
    });
  });

  it("uses each destination once and keeps every test, whatever comes", () => {
    const mnc = fc.constantFrom("01", "02", "03");
    fc.assert(
      fc.property(fc.array(mnc, { maxLength: 12 }), fc.array(mnc, { maxLength: 12 }), (answered, asked) => {
        const { paired, unanswered } = pairWithDestinations(
          answered.map((code, at) => item(at, "206", code)),
          asked.map((code) => to("206", code)),
        );
        const used = paired.map(({ index }) => index).filter((index) => index >= 0);
        expect(paired).toHaveLength(answered.length);
        expect(new Set(used).size).toBe(used.length);
        expect([...used, ...unanswered].sort((a, b) => a - b)).toEqual(asked.map((_, at) => at));
      }),
    );
  });
});

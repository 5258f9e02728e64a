import { describe, expect, it } from "vitest";
import { brief } from "../testing/reading.ts";
import { collectRecord, pduField } from "./pdu-field.ts";

function collect(value: unknown, name?: string): string[] | null {
  const items = collectRecord(value, pduField(name), [], { line: 1, record: 1, path: "" });
  return items === null ? null : items.map(brief);
}

describe("pduField", () => {
  it("knows the vendors' fields", () => {
    const field = pduField(undefined);
    expect(["pdusDelivered", "pdu", "PDU", "text"].map((key) => field.matches(["a"], key))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    ["raw", [], "raw", true],
    ["raw", ["sms"], "raw", true],
    ["raw", [], "pdu", false],
    ["sms.raw", ["sms"], "raw", true],
    ["sms.raw", ["result", "sms"], "raw", true],
    ["sms.raw", [], "raw", false],
    ["sms.raw", ["mms"], "raw", false],
    ["sms.raw", [], "sms.raw", true],
  ])("takes --field %s under %j at %s: %s", (name, above, key, expected) => {
    expect(pduField(name).matches(above, key)).toBe(expected);
  });
});

describe("collectRecord", () => {
  it("takes strings, arrays of strings and null", () => {
    expect(collect({ pdu: "07" })).toEqual(["1 pdu 07"]);
    expect(collect({ pdusDelivered: ["07", null, "08"] })).toEqual([
      "1 pdusDelivered[0] 07",
      "1 pdusDelivered[2] 08",
    ]);
    expect(collect({ pdu: null })).toEqual([]);
    expect(collect({ pdusDelivered: [] })).toEqual([]);
    expect(collect({ text: "07" })).toBeNull();
  });

  it("searches at any depth", () => {
    expect(collect({ a: { b: [{ pdu: "07" }, { pdu: "08" }] } })).toEqual([
      "1 a.b[0].pdu 07",
      "1 a.b[1].pdu 08",
    ]);
    expect(collect({ sms: { raw: "07" }, raw: "08" }, "sms.raw")).toEqual(["1 sms.raw 07"]);
  });

  it("says what is no string", () => {
    expect(collect({ pdu: 791 })).toEqual(["1 pdu NOT_A_STRING 791"]);
    expect(collect({ pdu: { hex: "07" } })).toEqual(['1 pdu NOT_A_STRING {"hex":"07"}']);
    expect(collect({ pdusDelivered: ["07", 5, ["08"]] })).toEqual([
      "1 pdusDelivered[0] 07",
      "1 pdusDelivered[1] NOT_A_STRING 5",
      '1 pdusDelivered[2] NOT_A_STRING ["08"]',
    ]);
  });

  it("keeps within its depth", () => {
    let deep: unknown = { pdu: "07" };
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(collect(deep)?.[0]).toContain("NESTED_TOO_DEEP");
  });
});

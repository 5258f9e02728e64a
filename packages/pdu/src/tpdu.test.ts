import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { HELLO, SAMPLES, TIME } from "./testing/tpdu-pieces.ts";
import { mayBegin } from "./tpdu.ts";

describe("TP-MTI", () => {
  it.each(SAMPLES.map((sample) => [sample.name, sample] as const))("%s", (_, { hex, type, ...options }) => {
    expect(decode(hex, { ...options, smsc: "absent" })).toMatchObject({ type, diagnostics: [] });
    expect(decode(`00${hex}`, { ...options, smsc: "present" })).toMatchObject({ type, diagnostics: [] });
    expect(decode(hex, { ...options, tpduLength: hex.length / 2 })).toMatchObject({ type, diagnostics: [] });
  });

  it("3 to the mobile is read as an SMS-DELIVER, with a warning", () => {
    const [deliver] = SAMPLES;
    expect(decode(`07${deliver?.hex.slice(2)}`, { direction: "to-mobile", smsc: "absent" })).toMatchObject({
      type: "SMS-DELIVER",
      diagnostics: [{ code: "RESERVED_MESSAGE_TYPE", severity: "warning", field: "TP-MTI" }],
    });
  });

  it("3 to the network is no message", () => {
    expect(() => decode("0003", { direction: "to-network", smsc: "present" })).toThrow(
      expect.objectContaining({
        code: "WRONG_MESSAGE_TYPE",
        field: "TP-MTI",
        offset: 1,
        message: "TP-MTI 3 is reserved towards the network.",
      }),
    );
  });

  it("of a first octet says whether a TPDU can begin with it", () => {
    for (let octet = 0; octet < 256; octet++) expect(mayBegin(octet)).toBe(octet % 4 !== 3);
  });
});

describe("the outcome of a report", () => {
  const outcomeOf = (hex: string, direction: "to-mobile" | "to-network"): unknown => {
    const tpdu = decode(hex, { direction, smsc: "absent" });
    return "outcome" in tpdu ? [tpdu.outcome, tpdu.failureCause?.value ?? null] : tpdu.type;
  };

  it.each([
    // A likely TP-PI, and all of it fits.
    ["0000", "to-network", ["ack", null]],
    ["00017F", "to-network", ["ack", null]],
    [`00077F00${HELLO}`, "to-network", ["ack", null]],
    [`0107${TIME}0000${HELLO}`, "to-mobile", ["ack", null]],
    // No TP-PI: a failure cause.
    ["00D300", "to-network", ["error", 0xd3]],
    [`00D3070000${HELLO}`, "to-network", ["error", 0xd3]],
    [`01C000${TIME}`, "to-mobile", ["error", 0xc0]],
    // 0x12 is a reserved cause and would be a TP-PI with reserved bits: neither is clean.
    ["001200", "to-network", ["error", 0x12]],
    [`011200${TIME}`, "to-mobile", ["error", 0x12]],
    // A likely TP-PI by its octet, but only with a failure cause does the rest fit.
    ["00070401C8", "to-network", ["error", 7]],
    // Neither fits: the octet alone decides.
    ["000405C8", "to-network", ["ack", null]],
    ["000805C8", "to-network", ["error", 8]],
    // No likely TP-PI by its octet, but there is no octet behind it.
    ["0040", "to-network", ["ack", null]],
  ] as const)("%s %s is found: %j", (hex, direction, expected) => {
    expect(outcomeOf(hex, direction)).toEqual(expected);
  });

  it("is what the caller knows, whatever looks likelier", () => {
    const as = (outcome: "ack" | "error"): unknown =>
      decode("000000", { direction: "to-network", smsc: "absent", outcome });
    expect(as("ack")).toMatchObject({ outcome: "ack", failureCause: null, parameterIndicator: { value: 0 } });
    expect(as("error")).toMatchObject({ outcome: "error", failureCause: { value: 0, name: "reserved" } });
  });

  it("found twice does not tell its diagnostics twice", () => {
    const { diagnostics } = decode("001200", { direction: "to-network", smsc: "absent" });
    expect(diagnostics.map(({ code }) => code)).toEqual(["RESERVED_FAILURE_CAUSE"]);
  });

  it("is an error when neither can be read", () => {
    expect(() => decode("00", { direction: "to-network", smsc: "absent" })).toThrow(
      expect.objectContaining({ code: "CUT" }),
    );
  });
});

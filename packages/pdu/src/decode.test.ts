import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecodeTpduOptions, decode } from "./decode.ts";
import { decodeDeliver } from "./decode-deliver.ts";
import { encode } from "./encode/encode.ts";
import { toHex } from "./octets.ts";
import { isPduError } from "./pdu-error.ts";
import { DIRECTIONS, tpdus } from "./testing/tpdu-arbitraries.ts";
import { SAMPLES } from "./testing/tpdu-pieces.ts";

const SMSC = "07917283010010F5";

describe("decode", () => {
  it("reads an SMS-DELIVER as decodeDeliver does, by the fast path and by the plain one", () => {
    const hex = `${SMSC}${SAMPLES[0]?.hex}`;
    for (const options of [{}, { century: 20 }, { smsc: "present" }] as const)
      expect(decode(hex, { direction: "to-mobile", ...options })).toEqual(decodeDeliver(hex, options));
  });

  it("does not take an SMS-SUBMIT for an SMS-DELIVER", () => {
    const hex = `${SMSC}${SAMPLES[0]?.hex}`;
    expect(decode(hex, { direction: "to-network" }).type).toBe("SMS-DELIVER-REPORT");
  });

  it.each(SAMPLES.map((sample) => [sample.name, sample] as const))(
    "%s: service centre found by auto, by tpduLength, as hex and as octets",
    (_, { hex, type, direction, outcome }) => {
      const options = { direction, outcome } as const;
      const behind = `${SMSC}${hex}`;
      const octets = Uint8Array.from(Buffer.from(behind, "hex"));
      const expected = decode(behind, { ...options, smsc: "present" });
      expect(expected).toMatchObject({ type, smsc: { address: "+27381000015" } });
      expect(decode(behind, options)).toEqual(expected);
      expect(decode(behind.toLowerCase(), options)).toEqual(expected);
      expect(decode(octets, options)).toEqual(expected);
      expect(decode(behind, { ...options, tpduLength: hex.length / 2 })).toEqual(expected);
      expect(decode(hex, { ...options, smsc: "absent" })).toEqual({ ...expected, smsc: null });
    },
  );

  it("says when a TPDU length fits neither way", () => {
    const { hex, direction } = SAMPLES[1] ?? { hex: "", direction: "to-network" };
    expect(decode(hex, { direction, tpduLength: 5, smsc: "auto" }).diagnostics).toMatchObject([
      { code: "TPDU_LENGTH_WRONG", severity: "error", field: "PDU", offset: 0 },
    ]);
  });

  it("throws the first error when strict, and only then", () => {
    const cut = `${SAMPLES[1]?.hex.slice(0, -2)}`;
    const options = { direction: "to-network", smsc: "absent" } as const;
    expect(decode(cut, options).diagnostics).toMatchObject([{ code: "USER_DATA_CUT", severity: "error" }]);
    expect(() => decode(cut, { ...options, strict: true })).toThrow(
      expect.objectContaining({ code: "USER_DATA_CUT", field: "TP-UD", offset: cut.length / 2 }),
    );
    const odd = `${SAMPLES[1]?.hex}00`;
    expect(decode(odd, { ...options, strict: true }).diagnostics).toMatchObject([{ severity: "warning" }]);
  });

  it.each(["", "0", "0g", "  "])("%j is no PDU in either direction", (hex) => {
    for (const direction of ["to-mobile", "to-network"] as const)
      expect(() => decode(hex, { direction })).toThrow(
        expect.objectContaining({ code: hex.trim() === "" ? "EMPTY" : "NOT_HEX" }),
      );
  });
});

/** What is said of a PDU: an error thrown, or the worst of its diagnostics. */
function isSilent(hex: string, options: DecodeTpduOptions): boolean {
  try {
    return decode(hex, options).diagnostics.every(({ severity }) => severity !== "error");
  } catch (error) {
    if (isPduError(error)) return false;
    throw error;
  }
}

describe("cut", () => {
  /** TP-PI and all behind it are optional in an SMS-STATUS-REPORT: cut there it is a whole one (9.2.2.3). */
  const legalCuts = (hex: string, type: string, outOf: string): readonly number[] => {
    if (type !== "SMS-STATUS-REPORT") return [];
    const addressDigits = Number.parseInt(hex.slice(4, 6), 16);
    const end = 2 * (2 + 2 + Math.ceil(addressDigits / 2) + 7 + 7 + 1);
    return [end + outOf.length - hex.length];
  };

  it.each(SAMPLES.map((sample) => [sample.name, sample] as const))(
    "%s: every cut is an error, with the service centre present, absent or to be found",
    (_, { hex, type, direction, outcome }) => {
      for (const [prefix, smsc] of [
        ["", "absent"],
        ["00", "present"],
        [SMSC, "present"],
        [SMSC, "auto"],
      ] as const) {
        const whole = prefix + hex;
        const silent: number[] = [];
        for (let length = 2; length < whole.length; length += 2)
          if (isSilent(whole.slice(0, length), { direction, outcome, smsc })) silent.push(length);
        expect(silent).toEqual(legalCuts(hex, type, whole).filter((cut) => cut < whole.length));
      }
    },
  );

  it("any message of any type, anywhere, is an error", () => {
    fc.assert(
      fc.property(tpdus, fc.nat(400), (description, at) => {
        const octets = encode(description, { smsc: "absent" });
        const hex = toHex(octets);
        const outcome =
          "failureCause" in description ? (description.failureCause == null ? "ack" : "error") : undefined;
        const options = { direction: DIRECTIONS[description.type], outcome, smsc: "absent" } as const;
        const length = 2 * (1 + (at % octets.length));
        if (length >= hex.length || legalCuts(hex, description.type, hex).includes(length)) return;
        expect(isSilent(hex.slice(0, length), options)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe("any octets", () => {
  it("give a value or a PduError in both directions, the value plain data", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom("to-mobile" as const, "to-network" as const),
        fc.constantFrom("present" as const, "absent" as const, "auto" as const),
        fc.constantFrom("ack" as const, "error" as const, undefined),
        (octets, direction, smsc, outcome) => {
          try {
            const value = decode(octets, { direction, smsc, outcome });
            expect(JSON.parse(JSON.stringify(value))).toEqual(value);
          } catch (error) {
            expect(isPduError(error)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

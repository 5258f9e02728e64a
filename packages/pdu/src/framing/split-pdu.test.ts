import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toHex } from "../octets.ts";
import { isPduError } from "../pdu-error.ts";
import { errorOf } from "../testing/error-of.ts";
import { splitPdu } from "./split-pdu.ts";

/** The first sample of the vendors' documents: 8 octets of service centre, 22 of TPDU. */
const TPDU = "040BC87238880900F100009930925161958003C16010";
const PDU = `07917283010010F5${TPDU}`;

describe("splitPdu", () => {
  test("takes the service centre off", () => {
    const { smsc, tpdu, diagnostics } = splitPdu(PDU, 22);
    expect(smsc).toEqual({ address: "+27381000015", ton: "international", npi: "isdn" });
    expect(toHex(tpdu)).toBe(TPDU);
    expect(diagnostics).toEqual([]);
  });

  test("a service centre of length 0, and none at all", () => {
    for (const pdu of [`00${TPDU}`, TPDU]) {
      const { smsc, tpdu } = splitPdu(pdu, 22);
      expect([smsc, toHex(tpdu)]).toEqual([null, TPDU]);
    }
  });

  test("octets are not copied", () => {
    const octets = Uint8Array.of(0, 1, 2, 3);
    expect(splitPdu(octets, 3).tpdu.buffer).toBe(octets.buffer);
  });

  test("tells what is odd about the service centre", () => {
    const { smsc, diagnostics } = splitPdu(`0311F1F4${TPDU}`, 22);
    expect(smsc?.address).toBe("+14");
    expect(diagnostics.map(({ code, offset }) => [code, offset])).toEqual([
      ["ADDRESS_EXTENSION_MISSING", 1],
      ["ADDRESS_DIGIT_MISSING", 2],
    ]);
  });

  test("a length that fits in no way is refused", () => {
    for (const length of [0, 21, 23, 29, 31, -1, Number.NaN])
      expect(errorOf(() => splitPdu(PDU, length))).toMatchObject({
        code: "TPDU_LENGTH_WRONG",
        field: "PDU",
        offset: 0,
      });
    expect(errorOf(() => splitPdu(PDU, 21)).message).toBe(
      "A TPDU of 21 octets fits in these 30 neither with a service centre nor without.",
    );
  });

  test("input that is no PDU is refused as everywhere", () => {
    expect(errorOf(() => splitPdu("", 0)).code).toBe("EMPTY");
    expect(errorOf(() => splitPdu("0G", 1)).code).toBe("NOT_HEX");
    expect(errorOf(() => splitPdu("00".repeat(513), 512)).code).toBe("TOO_LONG");
  });

  test("any octets give the last ones, or a PduError", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: -2, max: 45 }), (octets, length) => {
        try {
          expect(splitPdu(octets, length).tpdu).toEqual(octets.slice(octets.length - length));
          expect(length).toBeGreaterThanOrEqual(0);
        } catch (error) {
          if (!isPduError(error)) throw error;
        }
      }),
    );
  });
});

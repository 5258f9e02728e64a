import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../decode.ts";
import { toHex } from "../octets.ts";
import { isPduError } from "../pdu-error.ts";
import { errorOf } from "../testing/error-of.ts";
import { rpCauseOf } from "./rp-cause.ts";
import { unwrapRpData } from "./rp-message.ts";

/** The first sample of the vendors' documents behind its service centre. */
const DELIVER = "040BC87238880900F100009930925161958003C16010";
/** warthog618/sms:encoding/tpdu/tpdu_test.go. */
const SUBMIT = "012304913619340008C8303A8C0EA3C3";

describe("unwrapRpData", () => {
  test("RP-DATA to the mobile, as a downlinkDirectTransfer carried it", () => {
    // sharetechnote.com/html/Handbook_UMTS_SMS.html prints the first 21 octets; the rest of time and text is ours.
    const printed = "010004819999990018040A81214365870900005140";
    const message = unwrapRpData(`${printed}215180610006C16030180C06`);
    expect(message).toMatchObject({
      messageType: "RP-DATA",
      direction: "to-mobile",
      reference: 0,
      originator: { address: "999999", ton: "unknown", npi: "isdn" },
      destination: null,
      diagnostics: [],
    });
    if (message.messageType !== "RP-DATA") throw new Error(message.messageType);
    expect(decode(message.tpdu, { ...message, smsc: "absent" })).toMatchObject({
      originator: { address: "1234567890" },
      text: "AAAAAA",
    });
  });

  test("RP-DATA to the mobile carries an SMS-DELIVER", () => {
    const message = unwrapRpData(`012A07917283010010F50016${DELIVER}`);
    if (message.messageType !== "RP-DATA") throw new Error(message.messageType);
    expect(message.originator?.address).toBe("+27381000015");
    expect(message.reference).toBe(0x2a);
    expect(toHex(message.tpdu)).toBe(DELIVER);
    expect(decode(message.tpdu, { ...message, smsc: "absent" })).toMatchObject({
      type: "SMS-DELIVER",
      text: "AAA",
    });
  });

  test("RP-DATA to the network carries an SMS-SUBMIT", () => {
    const message = unwrapRpData(`00030007917283010010F510${SUBMIT}`);
    if (message.messageType !== "RP-DATA") throw new Error(message.messageType);
    expect(message).toMatchObject({
      direction: "to-network",
      reference: 3,
      originator: null,
      destination: { address: "+27381000015" },
    });
    expect(decode(message.tpdu, { ...message, smsc: "absent" })).toMatchObject({
      type: "SMS-SUBMIT",
      text: "Hahahaha",
    });
  });

  test("RP-ACK with and without a report", () => {
    expect(unwrapRpData("022A")).toEqual({
      messageType: "RP-ACK",
      direction: "to-network",
      reference: 0x2a,
      diagnostics: [],
      tpdu: null,
      outcome: "ack",
    });
    // A mobile acknowledges with an SMS-DELIVER-REPORT, the network with an SMS-SUBMIT-REPORT.
    const up = unwrapRpData("022A41020000");
    if (up.messageType !== "RP-ACK" || up.tpdu === null) throw new Error("no report");
    expect(decode(up.tpdu, { ...up, smsc: "absent" })).toMatchObject({
      type: "SMS-DELIVER-REPORT",
      outcome: "ack",
    });
    const down = unwrapRpData("032A4109010099309251619580");
    if (down.messageType !== "RP-ACK" || down.tpdu === null) throw new Error("no report");
    expect(decode(down.tpdu, { ...down, smsc: "absent" })).toMatchObject({
      type: "SMS-SUBMIT-REPORT",
      outcome: "ack",
      timestamp: { raw: "99309251619580" },
    });
  });

  test("RP-ERROR with cause, diagnostic and report", () => {
    expect(unwrapRpData("042A0116")).toMatchObject({
      messageType: "RP-ERROR",
      direction: "to-network",
      reference: 0x2a,
      cause: { value: 22, name: "memory-capacity-exceeded", diagnostic: null },
      tpdu: null,
      outcome: "error",
    });
    const refused = unwrapRpData("052A02E00741020000");
    expect(refused).toMatchObject({
      direction: "to-mobile",
      cause: { value: 96, name: "invalid-mandatory-information", diagnostic: 7 },
    });
    const report = unwrapRpData("042A0116410300D000");
    if (report.messageType !== "RP-ERROR" || report.tpdu === null) throw new Error("no report");
    expect(decode(report.tpdu, { ...report, smsc: "absent" })).toMatchObject({
      type: "SMS-DELIVER-REPORT",
      outcome: "error",
      failureCause: { value: 208, name: "sim-storage-full" },
    });
  });

  test("RP-SMMA", () => {
    expect(unwrapRpData("062A")).toEqual({
      messageType: "RP-SMMA",
      direction: "to-network",
      reference: 0x2a,
      diagnostics: [],
    });
  });

  test("spare bits are ignored", () => {
    expect(unwrapRpData("FA2A").messageType).toBe("RP-ACK");
  });

  test("octets and hex are the same", () => {
    expect(unwrapRpData(Uint8Array.of(2, 42))).toEqual(unwrapRpData("02 2a"));
  });

  test.each<[string, string, string, string, number, string]>([
    ["a reserved type", "072A", "WRONG_MESSAGE_TYPE", "RP", 0, "RP-Message Type 7 is reserved."],
    ["no reference", "01", "CUT", "RP", 1, "RP-Message Reference needs an octet, but no octets are left."],
    ["a cut originator", "012A0791", "CUT", "SMSC", 3, "SMSC says 7 octets, but 1 octet is left."],
    ["no destination", "012A00", "CUT", "SMSC", 3, "SMSC length needs an octet, but no octets are left."],
    [
      "no user data",
      "012A0000",
      "CUT",
      "RP",
      4,
      "RP-User Data length needs an octet, but no octets are left.",
    ],
    ["cut user data", "012A000003AABB", "CUT", "RP", 5, "RP-User Data says 3 octets, but 2 octets are left."],
    ["no cause", "042A", "CUT", "RP", 2, "RP-Cause length needs an octet, but no octets are left."],
    ["a cause of length 0", "042A00", "CUT", "RP", 2, "RP-Cause says 0 octets; it has 1 or 2."],
    ["a cut cause", "042A01", "CUT", "RP", 3, "RP-Cause says 1 octet, but no octets are left."],
    ["a cut report", "022A4102AA", "CUT", "RP", 4, "RP-User Data says 2 octets, but 1 octet is left."],
    [
      "a report without length",
      "022A41",
      "CUT",
      "RP",
      3,
      "RP-User Data length needs an octet, but no octets are left.",
    ],
    ["nothing", "", "EMPTY", "PDU", 0, "There are no octets."],
    ["no hex", "01XX", "NOT_HEX", "PDU", 1, '"X" is not a hexadecimal digit.'],
  ])("%s is refused", (_, hex, code, field, offset, message) => {
    expect(errorOf(() => unwrapRpData(hex))).toMatchObject({ code, field, offset, message });
  });

  test("octets behind the end are kept", () => {
    for (const [hex, offset, left] of [
      ["022ABB", 2, "BB"],
      ["062A0102", 2, "0102"],
      ["042A0116CC", 4, "CC"],
      [`00030007917283010010F510${SUBMIT}EE`, 28, "EE"],
    ] as const)
      expect(unwrapRpData(hex).diagnostics).toMatchObject([
        {
          code: "OCTETS_AFTER_END",
          severity: "warning",
          field: "RP",
          offset,
          length: left.length / 2,
          hex: left,
        },
      ]);
  });

  test("a cause of more octets than there are for it is told", () => {
    const message = unwrapRpData("042A03160102");
    expect(message).toMatchObject({ cause: { value: 22, diagnostic: 1 } });
    expect(message.diagnostics).toMatchObject([{ code: "ELEMENT_LENGTH_WRONG", field: "RP", offset: 2 }]);
  });

  test("any octets give a message or a PduError, and every TPDU lies in them", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (octets) => {
        try {
          const message = unwrapRpData(octets);
          if (message.messageType !== "RP-SMMA" && message.tpdu !== null)
            expect(toHex(octets)).toContain(toHex(message.tpdu));
          expect(message.reference).toBe(octets[1]);
        } catch (error) {
          if (!isPduError(error)) throw error;
          expect(error.offset).toBeLessThanOrEqual(octets.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("RP-DATA that was put together comes apart", () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.nat({ max: 255 }),
        fc.uint8Array({ minLength: 1, maxLength: 233 }),
        (toMobile, reference, tpdu) => {
          const centre = [7, 0x91, 0x72, 0x83, 0x01, 0x00, 0x10, 0xf5];
          const addresses = toMobile ? [...centre, 0] : [0, ...centre];
          const rpdu = Uint8Array.of(Number(toMobile), reference, ...addresses, tpdu.length, ...tpdu);
          const message = unwrapRpData(rpdu);
          if (message.messageType !== "RP-DATA") throw new Error(message.messageType);
          const { direction, originator, destination } = message;
          expect([message.reference, message.tpdu, message.diagnostics]).toEqual([reference, tpdu, []]);
          expect(direction).toBe(toMobile ? "to-mobile" : "to-network");
          expect((toMobile ? originator : destination)?.address).toBe("+27381000015");
          expect(toMobile ? destination : originator).toBeNull();
        },
      ),
    );
  });
});

describe("rpCauseOf", () => {
  test("the extension bit is no part of the value; unknown values are reserved", () => {
    expect(rpCauseOf(0x95, null)).toEqual({
      value: 21,
      name: "short-message-transfer-rejected",
      diagnostic: null,
    });
    expect(rpCauseOf(2, 9)).toEqual({ value: 2, name: "reserved", diagnostic: 9 });
  });
});

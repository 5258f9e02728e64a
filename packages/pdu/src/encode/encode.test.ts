import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../decode.ts";
import { decodeDeliver } from "../decode-deliver.ts";
import { toHex } from "../octets.ts";
import { errorOf } from "../testing/error-of.ts";
import { DIRECTIONS, tpdus } from "../testing/tpdu-arbitraries.ts";
import type { TpduDescription } from "./descriptions.ts";
import { encode, encodeDeliver, encodeHex, encodeSubmit } from "./encode.ts";

const TIME = "2024-02-29T12:34:56+02:00";

describe("encode", () => {
  test("an SMS-DELIVER of the vendors' documents comes out again", () => {
    const hex = "07917283010010F5040BC87238880900F100009930925161958003C16010";
    expect(encodeHex(decodeDeliver(hex))).toBe(hex);
  });

  test("plain descriptions need little", () => {
    const pdu = encodeDeliver({ originator: "ACME", timestamp: TIME, text: "Your code is 482913" });
    // Packed by another program.
    expect(toHex(pdu)).toBe(
      `000407D0${"C161B308"}00004220922143658013${"D9775D0E1ABFC965507A0EA2E164B9D80C"}`,
    );
  });

  test.each<[string, TpduDescription, object]>([
    [
      "text beyond GSM 7-bit becomes UCS-2",
      { type: "SMS-DELIVER", originator: "+49170", timestamp: TIME, text: "код" },
      { text: "код", dataCoding: { value: 8 } },
    ],
    [
      "data is 8-bit",
      { type: "SMS-SUBMIT", destination: "1234", data: "00FF" },
      { data: "00FF", dataCoding: { value: 4 } },
    ],
    [
      "seconds become the next longer relative period",
      { type: "SMS-SUBMIT", destination: "1234", text: "", validityPeriod: 301 },
      { validityPeriod: { format: "relative", value: 1, seconds: 600 } },
    ],
    [
      "an absolute period",
      {
        type: "SMS-SUBMIT",
        destination: "1234",
        text: "",
        validityPeriod: { format: "absolute", until: TIME },
      },
      {
        validityPeriod: { format: "absolute", until: { iso: TIME } },
        firstOctet: { validityPeriodFormat: "absolute" },
      },
    ],
    [
      "a header is made of concatenation and ports",
      {
        type: "SMS-SUBMIT",
        destination: "1",
        text: "x",
        concatenation: { reference: 515, bits: 16, total: 3, sequence: 2 },
        ports: { destination: 2948, source: 9200, bits: 16 },
      },
      {
        userDataHeader: {
          length: 12,
          elements: [
            { id: 8, hex: "02030302" },
            { id: 5, hex: "0B8423F0" },
          ],
        },
        firstOctet: { userDataHeaderIndicator: true },
      },
    ],
    [
      "a national table",
      { type: "SMS-SUBMIT", destination: "1", text: "ığş", nationalLanguage: { single: 1 } },
      { text: "ığş", dataCoding: { value: 0 }, nationalLanguage: { locking: null, single: 1 } },
    ],
    [
      "a report of an error",
      { type: "SMS-DELIVER-REPORT", failureCause: 0xd3 },
      { outcome: "error", failureCause: { name: "memory-capacity-exceeded" } },
    ],
    [
      "a status report",
      {
        type: "SMS-STATUS-REPORT",
        recipient: "+491701",
        messageReference: 7,
        timestamp: TIME,
        dischargeTime: new Date(Date.UTC(2024, 1, 29, 10, 35)),
        status: 0x46,
      },
      {
        status: { name: "validity-period-expired", outcome: "permanent" },
        dischargeTime: { iso: "2024-02-29T10:35:00+00:00" },
      },
    ],
    [
      "a command",
      { type: "SMS-COMMAND", commandType: 2, messageNumber: 9, destination: "+491701" },
      { commandType: { name: "delete" }, commandData: "" },
    ],
    [
      "a name of eight letters with @ at its end",
      { type: "SMS-DELIVER", originator: "ABCDEFG@", timestamp: TIME },
      { originator: { address: "ABCDEFG@", length: 15 } },
    ],
  ])("%s", (_, description, expected) => {
    const direction = DIRECTIONS[description.type];
    expect(decode(encode(description), { direction, smsc: "present" })).toMatchObject({
      ...expected,
      diagnostics: [],
    });
  });

  test.each<[string, TpduDescription, string]>([
    [
      "a letter in a number",
      { type: "SMS-SUBMIT", destination: { address: "12x", ton: "unknown" }, text: "" },
      "TP-DA",
    ],
    ["a number too long", { type: "SMS-SUBMIT", destination: "123456789012345678901", text: "" }, "TP-DA"],
    ["a name too long", { type: "SMS-DELIVER", originator: "TWELVELETTER", timestamp: TIME }, "TP-OA"],
    ["a name beyond GSM 7-bit", { type: "SMS-DELIVER", originator: "Київ", timestamp: TIME }, "TP-OA"],
    ["no time", { type: "SMS-DELIVER", originator: "A", timestamp: "yesterday" }, "TP-SCTS"],
    [
      "a time without a zone",
      { type: "SMS-DELIVER", originator: "A", timestamp: "2024-02-29T12:34:56" },
      "TP-SCTS",
    ],
    [
      "an impossible time",
      { type: "SMS-DELIVER", originator: "A", timestamp: "2023-02-29T12:34:56Z" },
      "TP-SCTS",
    ],
    [
      "a year out of reach",
      { type: "SMS-DELIVER", originator: "A", timestamp: "1989-02-28T12:34:56Z" },
      "TP-SCTS",
    ],
    ["an invalid Date", { type: "SMS-DELIVER", originator: "A", timestamp: new Date(Number.NaN) }, "TP-SCTS"],
    ["a text too long", { type: "SMS-SUBMIT", destination: "1", text: "x".repeat(161) }, "TP-UD"],
    ["a wide text too long", { type: "SMS-SUBMIT", destination: "1", text: "я".repeat(71) }, "TP-UD"],
    ["data too long", { type: "SMS-SUBMIT", destination: "1", data: new Uint8Array(141) }, "TP-UD"],
    ["data that are no hex", { type: "SMS-SUBMIT", destination: "1", data: "0G" }, "TP-UD"],
    ["text for 8-bit data", { type: "SMS-SUBMIT", destination: "1", text: "x", dataCoding: 4 }, "TP-UD"],
    ["wide text in GSM 7-bit", { type: "SMS-SUBMIT", destination: "1", text: "я", dataCoding: 0 }, "TP-UD"],
    [
      "part 3 of 2",
      {
        type: "SMS-SUBMIT",
        destination: "1",
        text: "",
        concatenation: { reference: 1, bits: 8, total: 2, sequence: 3 },
      },
      "TP-UDH",
    ],
    [
      "a reference too large",
      {
        type: "SMS-SUBMIT",
        destination: "1",
        text: "",
        concatenation: { reference: 256, bits: 8, total: 2, sequence: 1 },
      },
      "TP-UDH",
    ],
    [
      "a language without a table",
      { type: "SMS-SUBMIT", destination: "1", text: "", nationalLanguage: { locking: 2 } },
      "TP-UDH",
    ],
    [
      "a header too long",
      {
        type: "SMS-SUBMIT",
        destination: "1",
        text: "",
        userDataHeader: { elements: [{ id: 0x70, hex: "00".repeat(140) }] },
      },
      "TP-UDH",
    ],
    ["no octet", { type: "SMS-SUBMIT", destination: "1", text: "", messageReference: 256 }, "TP-MR"],
    ["half an octet", { type: "SMS-SUBMIT", destination: "1", text: "", protocolIdentifier: 1.5 }, "TP-PID"],
    ["a period too long", { type: "SMS-SUBMIT", destination: "1", text: "", validityPeriod: 1e9 }, "TP-VP"],
    [
      "a service centre of letters",
      { type: "SMS-SUBMIT", smsc: "CENTRE", destination: "1", text: "" },
      "SMSC",
    ],
    ["an error without its cause", { type: "SMS-DELIVER-REPORT", outcome: "error" }, "TP-FCS"],
    [
      "an acknowledgement with a cause",
      { type: "SMS-DELIVER-REPORT", outcome: "ack", failureCause: 0xff },
      "TP-FCS",
    ],
    [
      "command data too long",
      { type: "SMS-COMMAND", commandType: 0, destination: "1", commandData: new Uint8Array(256) },
      "TP-CDL",
    ],
  ])("%s is refused by its field", (_, description, field) => {
    const { code, field: named, message } = errorOf(() => encode(description));
    expect([code, named]).toEqual(["UNENCODABLE", field]);
    expect(message).toContain(field);
  });

  test("what is described is what is decoded, and what is decoded goes back to the same octets", () => {
    fc.assert(
      fc.property(tpdus, fc.constantFrom("present" as const, "absent" as const), (description, smsc) => {
        const octets = encode(description, { smsc });
        const outcome =
          "failureCause" in description ? (description.failureCause == null ? "ack" : "error") : undefined;
        const decoded = decode(octets, { direction: DIRECTIONS[description.type], smsc, outcome });
        expect(decoded.type).toBe(description.type);
        expect(decoded.diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
        for (const key of ["text", "messageReference", "concatenation", "ports"] as const)
          if (key in description && Reflect.get(description, key) !== undefined)
            expect(Reflect.get(decoded, key)).toEqual(Reflect.get(description, key));
        expect(toHex(encode(decoded, { smsc }))).toBe(toHex(octets));
      }),
      { numRuns: 400 },
    );
  });

  test("encodeSubmit is encode with the type named", () => {
    expect(encodeSubmit({ destination: "12", text: "x" })).toEqual(
      encode({ type: "SMS-SUBMIT", destination: "12", text: "x" }),
    );
  });
});

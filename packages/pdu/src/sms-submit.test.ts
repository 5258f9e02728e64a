import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import type { SmsSubmit } from "./sms-submit.ts";
import { HELLO, NUMBER, TIME } from "./testing/tpdu-pieces.ts";

const submit = (hex: string): SmsSubmit => {
  const tpdu = decode(hex, { direction: "to-network", smsc: "absent" });
  if (tpdu.type !== "SMS-SUBMIT") throw new Error(`read as ${tpdu.type}`);
  return tpdu;
};

describe("SMS-SUBMIT", () => {
  it("has every field in its place", () => {
    expect(decode(`07917283010010F51107${NUMBER}4F0FA7${HELLO}`, { direction: "to-network" })).toEqual({
      type: "SMS-SUBMIT",
      smsc: { address: "+27381000015", ton: "international", npi: "isdn" },
      firstOctet: {
        value: 0x11,
        rejectDuplicates: false,
        validityPeriodFormat: "relative",
        statusReportRequest: false,
        userDataHeaderIndicator: false,
        replyPath: false,
      },
      messageReference: 7,
      destination: { address: "+491701234567", ton: "international", npi: "isdn", length: 12 },
      protocolIdentifier: { value: 0x4f, kind: "reserved" },
      dataCoding: expect.objectContaining({ value: 0x0f }),
      validityPeriod: { format: "relative", value: 0xa7, seconds: 86_400 },
      userDataLength: 5,
      userDataHeader: null,
      concatenation: null,
      ports: null,
      nationalLanguage: null,
      text: "Hello",
      data: null,
      diagnostics: expect.arrayContaining([]),
    });
  });

  it.each([
    [0x01, {}],
    [0x05, { rejectDuplicates: true }],
    [0x09, { validityPeriodFormat: "enhanced" }],
    [0x11, { validityPeriodFormat: "relative" }],
    [0x19, { validityPeriodFormat: "absolute" }],
    [0x21, { statusReportRequest: true }],
    [0x41, { userDataHeaderIndicator: true }],
    [0x81, { replyPath: true }],
  ])("first octet %i", (value, flags) => {
    const period = { enhanced: "00".repeat(7), relative: "00", absolute: TIME, none: "" };
    const { validityPeriodFormat = "none" } = flags as { validityPeriodFormat?: keyof typeof period };
    const hex = `${value.toString(16).padStart(2, "0")}00${NUMBER}0004${period[validityPeriodFormat]}0100`;
    const { firstOctet, validityPeriod } = submit(hex);
    expect(firstOctet).toEqual({
      value,
      rejectDuplicates: false,
      validityPeriodFormat: "none",
      statusReportRequest: false,
      userDataHeaderIndicator: false,
      replyPath: false,
      ...flags,
    });
    expect(validityPeriod?.format ?? "none").toBe(validityPeriodFormat);
  });

  it("passes the century on to an absolute period", () => {
    const tpdu = decode(`1907${NUMBER}0000${TIME}00`, {
      direction: "to-network",
      smsc: "absent",
      century: 19,
    });
    expect(tpdu).toMatchObject({ validityPeriod: { until: { iso: "1912-09-11T07:40:36+02:00" } } });
  });

  it("passes the charset on to the user data", () => {
    const tpdu = decode(`0107${NUMBER}000402C4D6`, {
      direction: "to-network",
      smsc: "absent",
      charset: (octets) => `${octets.length} octets`,
    });
    expect(tpdu).toMatchObject({ text: "2 octets", data: "C4D6", diagnostics: [] });
  });

  it("keeps what stands behind the user data", () => {
    expect(submit(`0107${NUMBER}0000${HELLO}ABCD`).diagnostics).toMatchObject([
      { code: "OCTETS_AFTER_END", offset: 18, length: 2, hex: "ABCD" },
    ]);
  });

  it.each([
    ["01", "TP-MR", 1],
    ["0107", "TP-DA", 2],
    [`0107${NUMBER}`, "TP-PID", 10],
    [`0107${NUMBER}00`, "TP-DCS", 11],
    [`1107${NUMBER}0000`, "TP-VP", 12],
    [`0107${NUMBER}0000`, "TP-UDL", 12],
  ])("%s is cut at %s", (hex, field, offset) => {
    expect(() => submit(hex)).toThrow(expect.objectContaining({ code: "CUT", field, offset }));
  });
});

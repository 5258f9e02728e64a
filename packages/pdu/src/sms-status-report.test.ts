import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import type { SmsStatusReport } from "./sms-status-report.ts";
import { HELLO, LATER, NUMBER, TIME } from "./testing/tpdu-pieces.ts";

const report = (hex: string, century?: number): SmsStatusReport => {
  const tpdu = decode(hex, { direction: "to-mobile", smsc: "absent", century });
  if (tpdu.type !== "SMS-STATUS-REPORT") throw new Error(`read as ${tpdu.type}`);
  return tpdu;
};

const SHORT = `0607${NUMBER}${TIME}${LATER}46`;

describe("SMS-STATUS-REPORT", () => {
  it("has every field in its place", () => {
    expect(report(`${SHORT}077F00${HELLO}`)).toEqual({
      type: "SMS-STATUS-REPORT",
      smsc: null,
      firstOctet: {
        value: 6,
        moreMessagesToSend: false,
        loopPrevention: false,
        statusReportQualifier: false,
        userDataHeaderIndicator: false,
      },
      messageReference: 7,
      recipient: { address: "+491701234567", ton: "international", npi: "isdn", length: 12 },
      timestamp: {
        raw: TIME,
        iso: "2012-09-11T07:40:36+02:00",
        epochMs: Date.UTC(2012, 8, 11, 5, 40, 36),
        offsetMinutes: 120,
      },
      dischargeTime: {
        raw: LATER,
        iso: "2012-09-11T07:40:38+02:00",
        epochMs: Date.UTC(2012, 8, 11, 5, 40, 38),
        offsetMinutes: 120,
      },
      status: { value: 0x46, outcome: "permanent", name: "validity-period-expired" },
      parameterIndicator: { value: 7, protocolIdentifier: true, dataCoding: true, userDataLength: true },
      protocolIdentifier: { value: 0x7f, kind: "usim-data-download" },
      dataCoding: expect.objectContaining({ value: 0 }),
      userDataLength: 5,
      userDataHeader: null,
      concatenation: null,
      ports: null,
      nationalLanguage: null,
      text: "Hello",
      data: null,
      diagnostics: [],
    });
  });

  it.each([
    [0x02, { moreMessagesToSend: true }],
    [0x06, {}],
    [0x0e, { loopPrevention: true }],
    [0x26, { statusReportQualifier: true }],
    [0x46, { userDataHeaderIndicator: true }],
    [0x96, {}],
  ])("first octet %i", (value, flags) => {
    expect(report(value.toString(16).padStart(2, "0") + SHORT.slice(2)).firstOctet).toEqual({
      value,
      moreMessagesToSend: false,
      loopPrevention: false,
      statusReportQualifier: false,
      userDataHeaderIndicator: false,
      ...flags,
    });
  });

  it("may end with TP-ST", () => {
    expect(report(SHORT)).toMatchObject({ parameterIndicator: null, userDataLength: null, diagnostics: [] });
  });

  it("may be filled with FF, as a record of the SIM is", () => {
    const filled = report(`${SHORT}FFFFFF`);
    expect(filled).toMatchObject({ parameterIndicator: null, text: null });
    expect(filled.diagnostics).toMatchObject([
      { code: "OCTETS_AFTER_END", severity: "warning", hex: "FFFFFF" },
    ]);
  });

  it("has a TP-PI where anything but FF follows", () => {
    expect(report(`${SHORT}00`)).toMatchObject({ parameterIndicator: { value: 0 }, diagnostics: [] });
    expect(report(`${SHORT}FF00`).parameterIndicator?.value).toBe(0xff);
    expect(report(`${SHORT}00FF`)).toMatchObject({ diagnostics: [{ code: "OCTETS_AFTER_END", hex: "FF" }] });
  });

  it("has a header where its first octet says so", () => {
    expect(report(`46${SHORT.slice(2)}06040805000307020168FF`)).toMatchObject({
      concatenation: { reference: 7, total: 2, sequence: 1, bits: 8 },
      data: "68FF",
    });
  });

  it("passes the century on to both times, and the charset", () => {
    expect(report(SHORT, 19)).toMatchObject({
      timestamp: { iso: "1912-09-11T07:40:36+02:00" },
      dischargeTime: { iso: "1912-09-11T07:40:38+02:00" },
    });
    const options = { direction: "to-mobile", smsc: "absent", charset: () => "read" } as const;
    expect(decode(`${SHORT}06040100`, options)).toMatchObject({ text: "read" });
  });

  it.each([
    [2, "TP-MR"],
    [4, "TP-RA"],
    [20, "TP-SCTS"],
    [34, "TP-DT"],
    [48, "TP-ST"],
  ])("cut to %i digits it lacks %s", (length, field) => {
    expect(() => report(SHORT.slice(0, length))).toThrow(
      expect.objectContaining({ code: "CUT", field, offset: length / 2 }),
    );
  });
});

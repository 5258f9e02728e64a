import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import type { SmsSubmitReport } from "./sms-submit-report.ts";
import { HELLO, TIME } from "./testing/tpdu-pieces.ts";

const report = (hex: string, outcome: "ack" | "error", century?: number): SmsSubmitReport => {
  const tpdu = decode(hex, { direction: "to-mobile", smsc: "absent", outcome, century });
  if (tpdu.type !== "SMS-SUBMIT-REPORT") throw new Error(`read as ${tpdu.type}`);
  return tpdu;
};

const TAKEN = {
  raw: TIME,
  iso: "2012-09-11T07:40:36+02:00",
  epochMs: Date.UTC(2012, 8, 11, 5, 40, 36),
  offsetMinutes: 120,
};

describe("SMS-SUBMIT-REPORT", () => {
  it("of success has the time and no failure cause", () => {
    expect(report(`0107${TIME}0000${HELLO}`, "ack")).toEqual({
      type: "SMS-SUBMIT-REPORT",
      smsc: null,
      outcome: "ack",
      firstOctet: { value: 1, userDataHeaderIndicator: false },
      failureCause: null,
      parameterIndicator: { value: 7, protocolIdentifier: true, dataCoding: true, userDataLength: true },
      timestamp: TAKEN,
      protocolIdentifier: { value: 0, kind: "short-message" },
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

  it("of an error has TP-FCS, then TP-PI, then the time", () => {
    expect(report(`01C000${TIME}`, "error")).toMatchObject({
      outcome: "error",
      failureCause: { name: "sc-busy" },
      parameterIndicator: { value: 0 },
      timestamp: TAKEN,
      diagnostics: [],
    });
  });

  it("has a header where its first octet says so", () => {
    expect(report(`4106${TIME}040805000307020168FF`, "ack")).toMatchObject({
      firstOctet: { value: 0x41, userDataHeaderIndicator: true },
      concatenation: { reference: 7, total: 2, sequence: 1, bits: 8 },
    });
  });

  it("passes century and charset on", () => {
    expect(report(`0100${TIME}`, "ack", 19).timestamp.iso).toBe("1912-09-11T07:40:36+02:00");
    const options = {
      direction: "to-mobile",
      smsc: "absent",
      outcome: "ack",
      charset: () => "read",
    } as const;
    expect(decode(`0106${TIME}040100`, options)).toMatchObject({ text: "read" });
  });

  it("keeps what stands behind", () => {
    expect(report(`0100${TIME}AB`, "ack").diagnostics).toMatchObject([
      { code: "OCTETS_AFTER_END", hex: "AB" },
    ]);
  });

  it.each([
    ["01", "ack", "TP-PI"],
    ["01", "error", "TP-FCS"],
    ["01C0", "error", "TP-PI"],
    ["0100", "ack", "TP-SCTS"],
    ["01002190117004", "ack", "TP-SCTS"],
  ] as const)("%s is cut (%s) at %s", (hex, outcome, field) => {
    expect(() => report(hex, outcome)).toThrow(expect.objectContaining({ code: "CUT", field }));
  });
});

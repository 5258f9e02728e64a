import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";
import { reportFirstOctetOf, type SmsDeliverReport } from "./sms-deliver-report.ts";
import { HELLO } from "./testing/tpdu-pieces.ts";

const report = (hex: string, outcome: "ack" | "error"): SmsDeliverReport => {
  const tpdu = decode(hex, { direction: "to-network", smsc: "absent", outcome });
  if (tpdu.type !== "SMS-DELIVER-REPORT") throw new Error(`read as ${tpdu.type}`);
  return tpdu;
};

describe("SMS-DELIVER-REPORT", () => {
  it("of success has no failure cause", () => {
    expect(report(`00077F00${HELLO}`, "ack")).toEqual({
      type: "SMS-DELIVER-REPORT",
      smsc: null,
      outcome: "ack",
      firstOctet: { value: 0, userDataHeaderIndicator: false },
      failureCause: null,
      parameterIndicator: { value: 7, protocolIdentifier: true, dataCoding: true, userDataLength: true },
      protocolIdentifier: { value: 0x7f, kind: "usim-data-download" },
      dataCoding: expect.objectContaining({ value: 0, alphabet: "gsm7" }),
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

  it("of an error has one", () => {
    expect(report("00D300", "error")).toMatchObject({
      outcome: "error",
      failureCause: { value: 0xd3, name: "memory-capacity-exceeded" },
      parameterIndicator: { value: 0 },
      text: null,
      userDataLength: null,
      diagnostics: [],
    });
  });

  it("has a header where its first octet says so", () => {
    expect(reportFirstOctetOf(0x40)).toEqual({ value: 0x40, userDataHeaderIndicator: true });
    expect(reportFirstOctetOf(0xbf)).toEqual({ value: 0xbf, userDataHeaderIndicator: false });
    expect(report("4006040805000307020168FF", "ack")).toMatchObject({
      concatenation: { reference: 7, total: 2, sequence: 1, bits: 8 },
      data: "68FF",
    });
  });

  it("passes the charset on", () => {
    const options = {
      direction: "to-network",
      smsc: "absent",
      outcome: "ack",
      charset: () => "read",
    } as const;
    expect(decode("0006040100", options)).toMatchObject({ text: "read" });
  });

  it("keeps what stands behind", () => {
    expect(report("00D300AB", "error").diagnostics).toMatchObject([{ code: "OCTETS_AFTER_END", hex: "AB" }]);
  });

  it.each([
    ["00", "ack", "TP-PI"],
    ["00", "error", "TP-FCS"],
    ["00D3", "error", "TP-PI"],
  ] as const)("%s is cut (%s) at %s", (hex, outcome, field) => {
    expect(() => report(hex, outcome)).toThrow(
      expect.objectContaining({ code: "CUT", field, offset: hex.length / 2 }),
    );
  });
});

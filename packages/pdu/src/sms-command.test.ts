import { describe, expect, it } from "vitest";
import { decode, passOverTpdu } from "./decode.ts";
import type { SmsCommand } from "./sms-command.ts";
import { NUMBER } from "./testing/tpdu-pieces.ts";

const command = (hex: string): SmsCommand => {
  const tpdu = decode(hex, { direction: "to-network", smsc: "absent" });
  if (tpdu.type !== "SMS-COMMAND") throw new Error(`read as ${tpdu.type}`);
  return tpdu;
};

describe("SMS-COMMAND", () => {
  it("has every field in its place", () => {
    expect(command(`02050002FF${NUMBER}03A1B2C3`)).toEqual({
      type: "SMS-COMMAND",
      smsc: null,
      firstOctet: { value: 2, statusReportRequest: false, userDataHeaderIndicator: false },
      messageReference: 5,
      protocolIdentifier: { value: 0, kind: "short-message" },
      commandType: { value: 2, name: "delete" },
      messageNumber: 255,
      destination: { address: "+491701234567", ton: "international", npi: "isdn", length: 12 },
      commandDataLength: 3,
      commandData: "A1B2C3",
      diagnostics: [],
    });
  });

  it.each([
    [0x22, true, false],
    [0x42, false, true],
    [0x9e, false, false],
    [0xfe, true, true],
  ])("first octet %i", (value, statusReportRequest, userDataHeaderIndicator) => {
    const { firstOctet } = command(`${value.toString(16).padStart(2, "0")}05000000${NUMBER}00`);
    expect(firstOctet).toEqual({ value, statusReportRequest, userDataHeaderIndicator });
  });

  it("may have no data", () => {
    const empty = { commandDataLength: 0, commandData: "", diagnostics: [] };
    expect(command(`0205000009${NUMBER}00`)).toMatchObject(empty);
  });

  it.each([
    ["03", "", 14, "TP-CDL says 3 octets, but no octets are there."],
    ["03A1", "A1", 15, "TP-CDL says 3 octets, but 1 octet is there."],
    ["FFA1B2", "A1B2", 16, "TP-CDL says 255 octets, but 2 octets are there."],
  ])("%s: the data end too early", (data, commandData, offset, message) => {
    const tpdu = command(`0205000009${NUMBER}${data}`);
    expect(tpdu.commandData).toBe(commandData);
    expect(tpdu.diagnostics).toEqual([
      { code: "USER_DATA_CUT", severity: "error", field: "TP-CD", offset, length: 0, message },
    ]);
  });

  it.each([
    ["00", ["TP-CDL"]],
    ["01AB", ["TP-CDL", "TP-CD 14 1"]],
    ["03ABCD", ["TP-CDL", "TP-CD 14 2"]],
    ["01ABCD", ["TP-CDL", "TP-CD 14 1"]],
  ])("%s: its data are traced where there are any", (data, parts) => {
    const options = { direction: "to-network", smsc: "absent" } as const;
    const { trace } = passOverTpdu(`0205000009${NUMBER}${data}`, options, true).reading;
    const told = trace?.map(({ part, offset, length }) =>
      part === "TP-CD" ? `${part} ${offset} ${length}` : part,
    );
    expect(told?.slice(8)).toEqual(parts);
  });

  it("keeps what stands behind the data", () => {
    expect(command(`0205000009${NUMBER}01ABCDEF`)).toMatchObject({
      commandData: "AB",
      diagnostics: [{ code: "OCTETS_AFTER_END", offset: 15, length: 2, hex: "CDEF" }],
    });
  });

  it.each([
    ["02", "TP-MR", 1],
    ["0205", "TP-PID", 2],
    ["020500", "TP-CT", 3],
    ["02050000", "TP-MN", 4],
    ["0205000009", "TP-DA", 5],
    [`0205000009${NUMBER}`, "TP-CDL", 13],
  ])("%s is cut at %s", (hex, field, offset) => {
    expect(() => command(hex)).toThrow(expect.objectContaining({ code: "CUT", field, offset }));
  });
});

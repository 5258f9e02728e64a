import { describe, expect, it } from "vitest";
import { decodeDeliver } from "./decode-deliver.ts";
import { isReservedProtocolIdentifier, protocolIdentifierOf } from "./protocol-identifier.ts";
import { deliverPdu } from "./testing/deliver-pdu.ts";

/** 3GPP TS 23.040, 9.2.3.9, as ranges from first to last; `*` stands for the value. */
const RANGES: readonly (readonly [first: number, last: number, kind: string])[] = [
  [0x00, 0x00, "short-message"],
  [0x01, 0x1f, "sm-al-protocol-*"],
  [0x20, 0x20, "telematic-implicit"],
  [0x21, 0x21, "telematic-telex"],
  [0x22, 0x22, "telematic-telefax-group-3"],
  [0x23, 0x23, "telematic-telefax-group-4"],
  [0x24, 0x24, "telematic-voice-telephone"],
  [0x25, 0x25, "telematic-ermes"],
  [0x26, 0x26, "telematic-national-paging"],
  [0x27, 0x27, "telematic-videotex"],
  [0x28, 0x28, "telematic-teletex"],
  [0x29, 0x29, "telematic-teletex-pspdn"],
  [0x2a, 0x2a, "telematic-teletex-cspdn"],
  [0x2b, 0x2b, "telematic-teletex-pstn"],
  [0x2c, 0x2c, "telematic-teletex-isdn"],
  [0x2d, 0x2d, "telematic-uci"],
  [0x2e, 0x2f, "telematic-reserved"],
  [0x30, 0x30, "telematic-message-handling"],
  [0x31, 0x31, "telematic-x400"],
  [0x32, 0x32, "telematic-internet-e-mail"],
  [0x33, 0x37, "telematic-reserved"],
  [0x38, 0x3e, "telematic-sc-specific"],
  [0x3f, 0x3f, "telematic-mobile-station"],
  [0x40, 0x40, "short-message-type-0"],
  [0x41, 0x41, "replace-short-message-type-1"],
  [0x42, 0x42, "replace-short-message-type-2"],
  [0x43, 0x43, "replace-short-message-type-3"],
  [0x44, 0x44, "replace-short-message-type-4"],
  [0x45, 0x45, "replace-short-message-type-5"],
  [0x46, 0x46, "replace-short-message-type-6"],
  [0x47, 0x47, "replace-short-message-type-7"],
  [0x48, 0x48, "device-triggering-short-message"],
  [0x49, 0x5d, "reserved"],
  [0x5e, 0x5e, "enhanced-message-service-obsolete"],
  [0x5f, 0x5f, "return-call-message"],
  [0x60, 0x7b, "reserved"],
  [0x7c, 0x7c, "ansi-136-r-data"],
  [0x7d, 0x7d, "me-data-download"],
  [0x7e, 0x7e, "me-de-personalization"],
  [0x7f, 0x7f, "usim-data-download"],
  [0x80, 0xbf, "reserved"],
  [0xc0, 0xff, "sc-specific"],
];

describe("TP-PID", () => {
  it("is named for all 256 values as 23.040 has it", () => {
    let next = 0;
    for (const [first, last, kind] of RANGES) {
      expect(first).toBe(next);
      for (let value = first; value <= last; value++)
        expect(protocolIdentifierOf(value)).toEqual({ value, kind: kind.replace("*", String(value)) });
      next = last + 1;
    }
    expect(next).toBe(256);
    expect(() => protocolIdentifierOf(256)).toThrow(RangeError);
  });

  it("is noted where it is reserved, and changes nothing else, for all 256 values", () => {
    const { protocolIdentifier: _, ...ordinary } = decodeDeliver(deliverPdu());
    for (let pid = 0; pid < 256; pid++) {
      const { protocolIdentifier, diagnostics, ...rest } = decodeDeliver(deliverPdu({ pid }));
      const reserved = protocolIdentifier.kind.endsWith("reserved");
      expect(isReservedProtocolIdentifier(pid)).toBe(reserved);
      expect({ ...rest, diagnostics: [] }).toEqual(ordinary);
      expect(diagnostics.map(({ code, field, offset }) => ({ code, field, offset }))).toEqual(
        reserved ? [{ code: "RESERVED_PROTOCOL_IDENTIFIER", field: "TP-PID", offset: 17 }] : [],
      );
    }
  });
});

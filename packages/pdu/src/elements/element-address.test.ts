import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Address } from "../address.ts";
import { isPduError } from "../pdu-error.ts";
import { elementAddresses } from "../testing/element-arbitraries.ts";
import { readElement, writeElement } from "./element.ts";
import { readElementAddress, writeElementAddress } from "./element-address.ts";

const octets = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

describe("an address in an element", () => {
  it.each<readonly [string, Address]>([
    ["0B917283010010F5", { address: "+27381000015", ton: "international", npi: "isdn", length: 11 }],
    ["0081", { address: "", ton: "unknown", npi: "isdn", length: 0 }],
    ["0F811032547698BADCFE", { address: "0123456789*#abc", ton: "unknown", npi: "isdn", length: 15 }],
    ["0ED0D637396C7EBBCB", { address: "Vodafone", ton: "alphanumeric", npi: "unknown", length: 14 }],
    ["0DD1EDF27C1E3E9701", { address: "message", ton: "alphanumeric", npi: "isdn", length: 13 }],
    ["0ED1EDF27C1E3E9701", { address: "message", ton: "alphanumeric", npi: "isdn", length: 14 }],
  ])("%s", (hex, address) => {
    const field = octets(hex);
    expect(readElementAddress(field, 0)).toEqual({ address, end: field.length });
    expect(writeElementAddress("reply-address", "an address", address)).toEqual([...field]);
  });

  it.each([
    ["", "ends within an address"],
    ["02", "ends within an address"],
    ["0291", "ends within an address"],
    [`1591${"00".repeat(11)}`, "has an address of 21 semi-octets; the most is 20"],
    ["021121", "has an address whose type lacks bit 8, which is always 1"],
    ["02911F", "has an address with filler where a digit should be"],
    ["019111", "has an address with an odd number of digits and no filler behind them"],
    ["04D01B0D", "has an address with letters that are undefined, or with bits behind them"],
    ["02D0C1", "has an address with letters that are undefined, or with bits behind them"],
  ])("%s %s", (hex, fault) => {
    expect(readElementAddress(octets(hex), 0)).toBe(fault);
  });

  it("stands at any place", () => {
    fc.assert(
      fc.property(elementAddresses, fc.nat(3), (address, before) => {
        const field = writeElementAddress("reply-address", "an address", address);
        const placed = Uint8Array.from([...Array<number>(before).fill(0xff), ...field, 0xff]);
        expect(readElementAddress(placed, before)).toEqual({ address, end: before + field.length });
      }),
    );
  });

  const refused = (address: unknown): string => {
    try {
      writeElementAddress("reply-address", "an address", address as Address);
    } catch (error) {
      if (isPduError(error)) return error.message;
      throw error;
    }
    return "";
  };

  it("is refused with the element and the reason", () => {
    const ordinary = { address: "123", ton: "unknown", npi: "isdn", length: 3 } as const;
    expect(refused(undefined)).toBe("TP-UDH element reply-address has undefined instead of an address.");
    expect(refused({ ...ordinary, address: 5 })).toBe(
      "TP-UDH element reply-address has an object instead of an address.",
    );
    expect(refused({ ...ordinary, length: 4 })).toBe(
      "TP-UDH element reply-address has an address of length 4 whose address takes 3.",
    );
    expect(refused({ ...ordinary, address: "12x" })).toBe(
      'TP-UDH element reply-address has an address that holds "x", which is no digit.',
    );
    expect(refused({ ...ordinary, address: "1".repeat(21), length: 21 })).toBe(
      "TP-UDH element reply-address has an address that would need 21 semi-octets; the most is 20.",
    );
    expect(refused({ ...ordinary, ton: "novel" })).toContain('has no type of number "novel"');
    expect(refused({ ...ordinary, ton: "alphanumeric", address: "漢" })).toContain("GSM 7-bit does not have");
  });
});

describe("reply address", () => {
  it("is one address and no more", () => {
    const address: Address = { address: "+27381000015", ton: "international", npi: "isdn", length: 11 };
    const hex = "0B917283010010F5";
    expect(readElement({ id: 0x22, hex })).toEqual({ kind: "reply-address", address });
    expect(writeElement({ kind: "reply-address", address })).toEqual({
      id: 0x22,
      name: "reply-address",
      hex,
    });
    expect(readElement({ id: 0x22, hex: `${hex}00` })).toMatchObject({
      kind: "raw",
      fault: "Element reply-address has 1 octet more than its address.",
    });
  });
});

import { describe, expect, it } from "vitest";
import { decodeDeliver } from "./decode-deliver.ts";
import { swapped } from "./testing/deliver-arbitrary.ts";
import { deliverPdu, octet } from "./testing/deliver-pdu.ts";

function read(smsc: string): ReturnType<typeof decodeDeliver> {
  return decodeDeliver(deliverPdu({ smsc }), { smsc: "present" });
}

describe("the service centre", () => {
  it("is read at every length from 0 to 20 digits", () => {
    expect(read("00").smsc).toBeNull();
    for (let length = 0; length <= 20; length++) {
      const number = "33846416013338464160".slice(0, length);
      const value = read(`${octet(1 + Math.ceil(length / 2))}91${swapped(number)}`);
      expect(value.smsc).toEqual({
        address: length === 0 ? "" : `+${number}`,
        ton: "international",
        npi: "isdn",
      });
      expect(value.diagnostics).toEqual([]);
    }
  });

  it("has digits without a plus unless it is international", () => {
    expect(read("048121436F").smsc).toEqual({ address: "1234" + "6", ton: "unknown", npi: "isdn" });
    expect(read("03A12143").smsc).toEqual({ address: "1234", ton: "national", npi: "isdn" });
  });

  it("is digits even where its type says letters", () => {
    expect(read("03D02143").smsc).toEqual({ address: "1234", ton: "alphanumeric", npi: "unknown" });
  });

  it("of more than 11 octets is read, with an error", () => {
    const { smsc, diagnostics, text } = read(`0C91${swapped("1234567890123456789012")}`);
    expect(smsc?.address).toBe("+1234567890123456789012");
    expect(text).toBe("AAA");
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "ADDRESS_TOO_LONG",
        severity: "error",
        field: "SMSC",
        offset: 0,
        length: 1,
      }),
    ]);
  });

  it("leaves filler in its midst out, with a warning", () => {
    expect(read("0491F1F22F")).toMatchObject({
      smsc: { address: "+122" },
      diagnostics: [
        { code: "ADDRESS_DIGIT_MISSING", severity: "warning", field: "SMSC", offset: 2, length: 3 },
      ],
    });
  });

  it("without its first bit or with a reserved plan is noted", () => {
    expect(read("021121").diagnostics.map(({ code, offset }) => [code, offset])).toEqual([
      ["ADDRESS_EXTENSION_MISSING", 1],
    ]);
    expect(read("029221").diagnostics.map(({ code, offset }) => [code, offset])).toEqual([
      ["RESERVED_ADDRESS_TYPE", 1],
    ]);
  });

  it("that is cut ends the message", () => {
    expect(() => decodeDeliver("0791728301", { smsc: "present" })).toThrowError(
      expect.objectContaining({
        code: "CUT",
        field: "SMSC",
        offset: 1,
        message: "SMSC says 7 octets, but 4 octets are left.",
      }),
    );
    expect(() => decodeDeliver("01", { smsc: "present" })).toThrowError(
      expect.objectContaining({ message: "SMSC says 1 octet, but no octets are left." }),
    );
  });
});

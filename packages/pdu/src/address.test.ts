import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeDeliver } from "./decode-deliver.ts";
import { septetText, swapped } from "./testing/deliver-arbitrary.ts";
import { deliverPdu, octet, septetsPdu } from "./testing/deliver-pdu.ts";
import { typeOfAddress } from "./type-of-address.ts";

function decodeFrom(originator: string): ReturnType<typeof decodeDeliver> {
  return decodeDeliver(deliverPdu({ originator }), { smsc: "present" });
}

function codesOf(originator: string): string[] {
  return decodeFrom(originator).diagnostics.map(({ code }) => code);
}

function packed(codes: readonly number[]): string {
  return septetsPdu(codes).slice(deliverPdu({ data: "" }).length);
}

const DIGITS = "49123456789012345678";
const TYPES_OF_NUMBER = [
  "unknown",
  "international",
  "national",
  "network-specific",
  "subscriber",
  "alphanumeric",
  "abbreviated",
  "reserved",
];
const NUMBERING_PLANS = [
  "unknown",
  "isdn",
  "reserved-2",
  "data",
  "telex",
  "scts-5",
  "scts-6",
  "reserved-7",
  "national",
  "private",
  "ermes",
  "reserved-11",
  "reserved-12",
  "reserved-13",
  "reserved-14",
  "reserved-15",
];

describe("the type of address", () => {
  it("is read for all 256 octets", () => {
    for (let type = 0; type < 256; type++)
      expect(typeOfAddress(type)).toEqual({
        ton: TYPES_OF_NUMBER[Math.floor(type / 16) % 8],
        npi: NUMBERING_PLANS[type % 16],
        extension: type > 127,
      });
    expect(() => typeOfAddress(256)).toThrow(RangeError);
  });

  it("is noted where it is reserved or lacks its first bit, for all 256 octets", () => {
    for (let type = 0; type < 256; type++) {
      const codes = codesOf(`00${octet(type)}`);
      const ton = TYPES_OF_NUMBER[Math.floor(type / 16) % 8] ?? "";
      const npi = NUMBERING_PLANS[type % 16] ?? "";
      expect(codes.includes("ADDRESS_EXTENSION_MISSING")).toBe(type < 128);
      expect(codes.includes("RESERVED_ADDRESS_TYPE")).toBe(`${ton} ${npi}`.includes("reserved"));
    }
  });
});

describe("a numeric originator", () => {
  it("is read at every length from 0 to 20, with every type of number and numbering plan", () => {
    for (let length = 0; length <= 20; length++)
      for (let type = 0x80; type < 0x100; type++) {
        const ton = TYPES_OF_NUMBER[Math.floor(type / 16) % 8];
        if (ton === "alphanumeric") continue;
        const number = DIGITS.slice(0, length);
        const { originator, text } = decodeFrom(octet(length) + octet(type) + swapped(number));
        const address = ton === "international" && length > 0 ? `+${number}` : number;
        expect([originator, text]).toEqual([
          { address, ton, npi: NUMBERING_PLANS[type % 16], length },
          "AAA",
        ]);
      }
  });

  it("has digit codes A to E as * # a b c", () => {
    expect(decodeFrom("0F811032547698BADCFE").originator.address).toBe("0123456789*#abc");
    expect(decodeFrom("02911B").originator.address).toBe("+#1");
  });

  it("leaves filler in its midst out, with a warning", () => {
    expect(decodeFrom("0C91160489F297F7").originator.address).toBe("+6140982797");
    expect(decodeFrom("0491F1F2").diagnostics).toEqual([
      expect.objectContaining({
        code: "ADDRESS_DIGIT_MISSING",
        severity: "warning",
        field: "TP-OA",
        offset: 11,
        length: 2,
      }),
    ]);
  });

  it("may have any filler behind an odd number of digits, which is noted", () => {
    for (let filler = 0; filler < 15; filler++) {
      const { originator, diagnostics } = decodeFrom(`0391${swapped("12")}${octet(16 * filler + 3)}`);
      expect(originator.address).toBe("+123");
      expect(diagnostics).toEqual([
        expect.objectContaining({ code: "FILLER_NOT_SET", severity: "info", offset: 12, length: 1 }),
      ]);
    }
  });

  it("of more than 20 digits is read, with an error", () => {
    const number = "1234567890123456789012";
    const { originator, diagnostics, text } = decodeFrom(`1691${swapped(number)}`);
    expect(originator.address).toBe(`+${number}`);
    expect(text).toBe("AAA");
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: "ADDRESS_TOO_LONG", severity: "error", offset: 9, length: 1 }),
    ]);
  });

  it("that is cut ends the message where it stands", () => {
    const cut = deliverPdu({ originator: "0B9172" }).slice(0, 2 * 12);
    expect(() => decodeDeliver(cut)).toThrowError(
      expect.objectContaining({
        code: "CUT",
        field: "TP-OA",
        offset: 11,
        message: "TP-OA says 11 digits, but 1 octet is left.",
      }),
    );
  });
});

describe("an alphanumeric originator", () => {
  it("is read at every length from 0 to 11", () => {
    const letters = "Smsproof 24";
    for (let length = 0; length <= letters.length; length++) {
      const name = letters.slice(0, length);
      const semiOctets = Math.ceil((length * 7) / 4);
      const codes = [...name].map((letter) => letter.charCodeAt(0));
      const value = decodeFrom(`${octet(semiOctets)}D0${packed(codes)}`);
      expect(value.originator).toEqual({
        address: name,
        ton: "alphanumeric",
        npi: "unknown",
        length: semiOctets,
      });
      expect(value.text).toBe("AAA");
      expect(value.diagnostics).toEqual([]);
    }
  });

  it("has floor(4 n / 7) letters in n semi-octets, for every n", () => {
    for (let length = 0; length <= 20; length++) {
      const field = packed(Array.from({ length: 12 }, () => 0x2a)).slice(0, 2 * Math.ceil(length / 2));
      const { originator } = decodeFrom(`${octet(length)}D0${field}`);
      expect(originator.address).toBe("*".repeat(Math.floor((4 * length) / 7)));
    }
  });

  it("is the same whatever its numbering plan", () => {
    for (let plan = 0; plan < 16; plan++)
      expect(decodeFrom(`0ED${plan.toString(16).toUpperCase()}EDF27C1E3E97E7`).originator).toEqual({
        address: "messages",
        ton: "alphanumeric",
        npi: NUMBERING_PLANS[plan],
        length: 14,
      });
  });

  it("may hold any letter of the default alphabet", () => {
    fc.assert(
      fc.property(septetText(11, 1), ({ text, codes }) => {
        // Seven letters and an @ are the same octets as seven letters and padding.
        const padded = codes.length === 8 && codes[7] === 0;
        const { originator } = decodeFrom(`${octet(Math.ceil((codes.length * 7) / 4))}D0${packed(codes)}`);
        expect(originator.address).toBe(padded ? text.slice(0, -1) : text);
      }),
    );
  });

  it("has bits behind its letters noted when they are set", () => {
    expect(decodeFrom("0DD0EDF27C1E3E9703")).toMatchObject({
      originator: { address: "message" },
      diagnostics: [{ code: "PADDING_NOT_ZERO", severity: "info", field: "TP-OA", offset: 17 }],
    });
  });
});

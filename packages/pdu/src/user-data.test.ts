import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeDeliver } from "./decode-deliver.ts";
import type { SmsDeliver } from "./sms-deliver.ts";
import { septetText } from "./testing/deliver-arbitrary.ts";
import { deliverPdu, headerPdu, octet, octetsPdu, septetsPdu, unitsHex } from "./testing/deliver-pdu.ts";

const codesOf = ({ diagnostics }: SmsDeliver): string[] => diagnostics.map(({ code }) => code);

describe("GSM 7-bit user data", () => {
  it("begins on a septet border behind headers of every length", () => {
    fc.assert(
      fc.property(septetText(40), fc.integer({ min: 0, max: 80 }), ({ text, codes }, length) => {
        const element = `80${octet(length)}${"5A".repeat(length)}`;
        const value = decodeDeliver(septetsPdu(codes, {}, element));
        expect(value.text).toBe(text);
        expect(value.userDataHeader?.length).toBe(length + 2);
        expect(value.diagnostics).toEqual([]);
      }),
    );
  });

  it("is read in the languages that the header names", () => {
    const read = (elements: string, ...codes: number[]): string | null =>
      decodeDeliver(septetsPdu(codes, {}, elements)).text;
    expect(read("240101", 0x1b, 0x69, 0x1b, 0x47)).toBe("ıĞ");
    expect(read("25010D", 0x03)).toBe("ٻ");
    expect(read("250107240107", 0x01, 0x02, 0x03)).toBe("ಂಃಅ");
    expect(read("250102", 0x47, 0x53, 0x4d)).toBe("GSM");
    expect(read("7000", 0x04)).toBe("è");
  });

  it("has its padding noted when it is not zero", () => {
    expect(decodeDeliver(deliverPdu({ data: "C16030" }))).toMatchObject({
      text: "AAA",
      diagnostics: [{ code: "PADDING_NOT_ZERO", severity: "info", field: "TP-UD", offset: 29, length: 1 }],
    });
  });

  it("has its fill bits noted when they are not zero", () => {
    const pdu = septetsPdu([0x41], {}, "0003010101");
    const set = pdu.slice(0, -2) + octet(Number.parseInt(pdu.slice(-2), 16) | 1);
    expect(decodeDeliver(set)).toMatchObject({ text: "A", diagnostics: [{ code: "PADDING_NOT_ZERO" }] });
  });

  it("of 161 septets and more is an error, and is read", () => {
    const value = decodeDeliver(septetsPdu(new Array(161).fill(0x41)));
    expect(value.text).toBe("A".repeat(161));
    expect(value.diagnostics).toEqual([
      expect.objectContaining({
        code: "USER_DATA_TOO_LONG",
        severity: "error",
        field: "TP-UDL",
        offset: 26,
        message: "TP-UDL says 161 septets; the most is 160.",
      }),
    ]);
    expect(decodeDeliver(septetsPdu(new Array(160).fill(0x41))).diagnostics).toEqual([]);
  });

  it("that is cut gives the septets that are whole, and an error", () => {
    const whole = septetsPdu([..."smsproof"].map((letter) => letter.charCodeAt(0)));
    for (let octets = 0; octets < 7; octets++) {
      const { text, diagnostics } = decodeDeliver(whole.slice(0, whole.length - 14 + 2 * octets));
      expect(text).toBe("smsproof".slice(0, Math.floor((octets * 8) / 7)));
      expect(diagnostics).toEqual([
        expect.objectContaining({
          code: "USER_DATA_CUT",
          severity: "error",
          field: "TP-UD",
          offset: 27 + octets,
          length: 0,
        }),
      ]);
    }
  });
});

describe("UCS-2 user data", () => {
  it("is read behind a header too", () => {
    expect(decodeDeliver(headerPdu("0003010201", unitsHex("да 😀"), { dcs: 8 }))).toMatchObject({
      text: "да 😀",
      data: null,
      diagnostics: [],
    });
  });

  it("of 141 octets and more is an error, and is read", () => {
    const value = decodeDeliver(octetsPdu(unitsHex("ы".repeat(71)), { dcs: 8 }));
    expect(value.text).toBe("ы".repeat(71));
    expect(codesOf(value)).toEqual(["USER_DATA_TOO_LONG"]);
    expect(codesOf(decodeDeliver(octetsPdu(unitsHex("ы".repeat(70)), { dcs: 8 })))).toEqual([]);
  });
});

describe("8-bit and compressed user data", () => {
  it("is kept as it stands", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 140 }), (octets) => {
        const data = Array.from(octets, octet).join("");
        expect(decodeDeliver(octetsPdu(data))).toMatchObject({ text: null, data, diagnostics: [] });
        const compressed = decodeDeliver(octetsPdu(data, { dcs: 0x20 }));
        expect(compressed).toMatchObject({ text: null, data, userDataLength: octets.length });
        expect(codesOf(compressed)).toEqual(["COMPRESSED_DATA"]);
      }),
    );
  });

  it("goes through the charset option, which may decline", () => {
    const charset = (octets: Uint8Array, alphabet: string): string | null =>
      octets.length === 0 ? null : `${alphabet} ${octets.join("-")}`;
    expect(decodeDeliver(octetsPdu("0102"), { charset })).toMatchObject({ text: "8bit 1-2", data: "0102" });
    expect(decodeDeliver(octetsPdu("0102", { dcs: 0x84 }), { charset })).toMatchObject({
      text: "ksc5601 1-2",
      data: "0102",
      diagnostics: [{ code: "RESERVED_DATA_CODING" }],
    });
    expect(decodeDeliver(headerPdu("7000", "0102"), { charset }).text).toBe("8bit 1-2");
    expect(decodeDeliver(octetsPdu(""), { charset })).toMatchObject({ text: null, data: "" });
  });
});

describe("octets behind the user data", () => {
  it("are kept by a warning", () => {
    for (const rest of ["00", "CAFE", "00".repeat(200)]) {
      const value = decodeDeliver(deliverPdu() + rest, { smsc: "present" });
      expect(value.text).toBe("AAA");
      expect(value.diagnostics).toEqual([
        expect.objectContaining({
          code: "OCTETS_AFTER_END",
          severity: "warning",
          field: "PDU",
          offset: 30,
          length: rest.length / 2,
          hex: rest,
        }),
      ]);
    }
  });
});

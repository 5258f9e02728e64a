import { describe, expect, it } from "vitest";
import { decodeDeliver } from "./decode-deliver.ts";
import type { SmsDeliver } from "./sms-deliver.ts";
import {
  concatenationElement,
  deliverPdu,
  headerPdu,
  octetsPdu,
  septetsPdu,
  unitsHex,
} from "./testing/deliver-pdu.ts";

const codesOf = ({ diagnostics }: SmsDeliver): string[] => diagnostics.map(({ code }) => code);
const ESC = 0x1b;

// One test a ruling: where decoders disagree, this is what smsproof does.
describe("where decoders disagree", () => {
  it("a reserved TP-DCS is GSM 7-bit, with a diagnostic", () => {
    for (const dcs of [0x80, 0x81, 0x8f, 0x9c, 0xbf, 0x0c, 0x1c, 0x4c]) {
      const value = decodeDeliver(deliverPdu({ dcs }));
      expect(value).toMatchObject({ text: "AAA", dataCoding: { alphabet: "gsm7", reserved: true } });
      expect(codesOf(value)).toEqual(["RESERVED_DATA_CODING"]);
    }
  });

  it("TP-DCS 0x84 is KS C 5601: data and a diagnostic without a charset", () => {
    const value = decodeDeliver(octetsPdu("B0A1", { dcs: 0x84 }));
    expect(value).toMatchObject({ text: null, data: "B0A1", dataCoding: { alphabet: "ksc5601" } });
    expect(codesOf(value)).toEqual(["RESERVED_DATA_CODING", "CHARSET_NEEDED"]);
  });

  it("message waiting 0xC0 to 0xDF is GSM 7-bit, 0xE0 to 0xEF UCS-2, whatever bits 3 and 2 say", () => {
    for (let low = 0; low < 16; low++) {
      for (const group of [0xc0, 0xd0])
        expect(decodeDeliver(deliverPdu({ dcs: group + low }))).toMatchObject({
          text: "AAA",
          dataCoding: { alphabet: "gsm7" },
        });
      expect(decodeDeliver(octetsPdu(unitsHex("да"), { dcs: 0xe0 + low }))).toMatchObject({
        text: "да",
        dataCoding: { alphabet: "ucs2" },
      });
    }
  });

  it("an escape before an undefined code gives the character of the default or locking table", () => {
    const value = decodeDeliver(septetsPdu([ESC, 0x41, ESC, 0x00]));
    expect(value.text).toBe("A@");
    expect(codesOf(value)).toEqual(["UNUSUAL_CODING", "UNUSUAL_CODING"]);
    expect(decodeDeliver(septetsPdu([ESC, 0x03], {}, "25010D")).text).toBe("ٻ");
  });

  it("two escapes are one space, and both are consumed", () => {
    const value = decodeDeliver(septetsPdu([ESC, ESC, 0x65]));
    expect(value.text).toBe(" e");
    expect(value.diagnostics.every(({ severity }) => severity === "info")).toBe(true);
  });

  it("an undefined code is a space, with a diagnostic", () => {
    expect(decodeDeliver(septetsPdu([0x20, 0x0c, 0x3f], {}, "250104"))).toMatchObject({
      text: "  ?",
      diagnostics: [{ code: "UNDEFINED_CHARACTER", severity: "warning" }],
    });
  });

  it("a lone escape at the end is nothing, with a diagnostic", () => {
    expect(decodeDeliver(septetsPdu([0x41, ESC]))).toMatchObject({
      text: "A",
      diagnostics: [{ code: "LONE_ESCAPE", severity: "warning" }],
    });
  });

  it("14 semi-octets of letters with a last septet of zero are a padded name of seven: no trailing @", () => {
    expect(decodeDeliver(deliverPdu({ originator: "0ED0EDF27C1E3E9701" })).originator).toEqual({
      address: "message",
      ton: "alphanumeric",
      npi: "unknown",
      length: 14,
    });
    expect(decodeDeliver(deliverPdu({ originator: "0DD0EDF27C1E3E9701" })).originator.address).toBe(
      "message",
    );
    expect(decodeDeliver(deliverPdu({ originator: "04D01100" })).originator.address).toBe("_@");
  });

  it("filler that is not F and padding that is not 0 are accepted, with an info", () => {
    expect(decodeDeliver(deliverPdu({ originator: "03912103" }))).toMatchObject({
      originator: { address: "+123" },
      diagnostics: [{ code: "FILLER_NOT_SET", severity: "info" }],
    });
    expect(decodeDeliver(deliverPdu({ data: "C160F0" }))).toMatchObject({
      text: "AAA",
      diagnostics: [{ code: "PADDING_NOT_ZERO", severity: "info" }],
    });
  });

  it("a TP-UDL larger than the data gives the text of what is there, with an error", () => {
    expect(decodeDeliver(deliverPdu({ length: 100 }))).toMatchObject({
      text: "AAA",
      userDataLength: 100,
      diagnostics: [{ code: "USER_DATA_CUT", severity: "error" }],
    });
    expect(decodeDeliver(octetsPdu(unitsHex("да"), { dcs: 8, length: 80 }))).toMatchObject({
      text: "да",
      diagnostics: [{ code: "USER_DATA_CUT", severity: "error" }],
    });
  });

  it("octets behind the end are kept, with a warning", () => {
    expect(decodeDeliver(`${deliverPdu()}CAFE`)).toMatchObject({
      text: "AAA",
      diagnostics: [{ code: "OCTETS_AFTER_END", severity: "warning", hex: "CAFE" }],
    });
  });

  it("a header longer than the user data is ignored, its octets kept, with an error", () => {
    expect(decodeDeliver(octetsPdu("0A0003070201", { firstOctet: 0x44 }))).toMatchObject({
      userDataHeader: null,
      concatenation: null,
      data: "0A0003070201",
      diagnostics: [{ code: "HEADER_TOO_LONG", severity: "error" }],
    });
  });

  it("an element longer than the header makes it ignored, its octets kept, with an error", () => {
    expect(decodeDeliver(headerPdu("00030702010804", "CAFE"))).toMatchObject({
      userDataHeader: null,
      concatenation: null,
      data: "CAFE",
      diagnostics: [{ code: "HEADER_ELEMENT_CUT", severity: "error", hex: "00030702010804" }],
    });
  });

  it("a concatenation of no parts, of part 0, or of a part beyond the last is ignored, with a warning", () => {
    for (const [total, sequence] of [
      [0, 1],
      [2, 0],
      [2, 3],
    ] as const)
      expect(decodeDeliver(headerPdu(concatenationElement(7, total, sequence), "CAFE"))).toMatchObject({
        concatenation: null,
        data: "CAFE",
        diagnostics: [{ code: "CONCATENATION_IMPOSSIBLE", severity: "warning" }],
      });
  });

  it("of repeated elements the last one counts, of both widths of concatenation too", () => {
    const [eight, sixteen] = [concatenationElement(7, 2, 1), concatenationElement(0x0708, 3, 2, 16)];
    expect(decodeDeliver(headerPdu(eight + sixteen, "")).concatenation?.reference).toBe(0x0708);
    expect(decodeDeliver(headerPdu(sixteen + eight, "")).concatenation?.reference).toBe(7);
  });

  it("an impossible time has no iso, keeps its octets and what can be read, with a warning", () => {
    expect(decodeDeliver(deliverPdu({ timestamp: "02203222577161" }))).toMatchObject({
      timestamp: { raw: "02203222577161", iso: null, epochMs: null, offsetMinutes: 240 },
      diagnostics: [{ code: "TIMESTAMP_IMPOSSIBLE", severity: "warning" }],
    });
  });

  it("years from 90 are 19xx, the others 20xx, unless a century is given", () => {
    const yearOf = (digits: string, century?: number): string | undefined =>
      decodeDeliver(deliverPdu({ timestamp: `${digits}309251619580` }), { century }).timestamp.iso?.slice(
        0,
        4,
      );
    expect([yearOf("09"), yearOf("98"), yearOf("00")]).toEqual(["1990", "2089", "2000"]);
    expect([yearOf("09", 20), yearOf("98", 19)]).toEqual(["2090", "1989"]);
  });

  it("UCS-2 is UTF-16: pairs are joined, a lone surrogate stays, with a diagnostic", () => {
    expect(decodeDeliver(octetsPdu(unitsHex("😀"), { dcs: 8 }))).toMatchObject({
      text: "😀",
      diagnostics: [],
    });
    expect(decodeDeliver(octetsPdu(unitsHex("a\ud83d"), { dcs: 8 }))).toMatchObject({
      text: "a\ud83d",
      diagnostics: [{ code: "LONE_SURROGATE", severity: "warning" }],
    });
  });

  it("UCS-2 of an odd length loses its last octet, with an error that keeps it", () => {
    expect(decodeDeliver(octetsPdu("0041AB", { dcs: 8 }))).toMatchObject({
      text: "A",
      diagnostics: [{ code: "UCS2_ODD_LENGTH", severity: "error", hex: "AB" }],
    });
  });

  it("UCS-2 behind FF FE is little-endian, with a warning", () => {
    expect(decodeDeliver(octetsPdu(`FFFE${unitsHex("да", true)}`, { dcs: 8 }))).toMatchObject({
      text: "да",
      diagnostics: [{ code: "UCS2_LITTLE_ENDIAN", severity: "warning" }],
    });
    expect(decodeDeliver(octetsPdu(`FEFF${unitsHex("да")}`, { dcs: 8 })).text).toBe("\ufeffда");
  });

  it("an alphanumeric originator of length 0 and a numeric one of length 0 are kept as they are", () => {
    for (const [originator, ton] of [
      ["00D0", "alphanumeric"],
      ["0091", "international"],
      ["0080", "unknown"],
    ] as const)
      expect(decodeDeliver(deliverPdu({ originator }))).toMatchObject({
        originator: { address: "", ton, length: 0 },
        diagnostics: [],
      });
  });

  it("digits under an alphanumeric type are read as the letters that they make", () => {
    expect(decodeDeliver(deliverPdu({ originator: "04D02143" })).originator).toEqual({
      address: "!ù",
      ton: "alphanumeric",
      npi: "unknown",
      length: 4,
    });
  });
});

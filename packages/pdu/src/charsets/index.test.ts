import { describe, expect, it } from "vitest";
import { decodeDeliver } from "../decode-deliver.ts";
import { concatenationElement, headerPdu, octetsPdu } from "../testing/deliver-pdu.ts";
import { charsets } from "./index.ts";

describe("charsets", () => {
  it("read KS C 5601 under TP-DCS 0x84", () => {
    // 안녕하세요 in KS C 5601.
    const pdu = octetsPdu("BEC8B3E7C7CFBCBCBFE4", { dcs: 0x84 });
    expect(decodeDeliver(pdu, { charset: charsets() })).toMatchObject({
      text: "안녕하세요",
      data: "BEC8B3E7C7CFBCBCBFE4",
      diagnostics: [{ code: "RESERVED_DATA_CODING", severity: "info" }],
    });
    expect(decodeDeliver(pdu)).toMatchObject({ text: null, data: "BEC8B3E7C7CFBCBCBFE4" });
  });

  it("read KS C 5601 behind a header", () => {
    const pdu = headerPdu(concatenationElement(7, 2, 1), "BEC8 41".replace(" ", ""), { dcs: 0x84 });
    expect(decodeDeliver(pdu, { charset: charsets() })).toMatchObject({ text: "안A", data: "BEC841" });
  });

  it.each([
    ["windows-1251", "CFF0E8E2E5F2", "Привет"],
    ["latin1", "4772FC6E", "Grün"],
    ["utf8", "E4BDA0E5A5BD", "你好"],
    ["shift_jis", "93FA967B", "日本"],
    ["gb18030", "C4E3BAC3", "你好"],
  ])("read 8-bit data as %s when it is named", (eightBit, data, text) => {
    const pdu = octetsPdu(data);
    expect(decodeDeliver(pdu, { charset: charsets({ eightBit }) })).toMatchObject({
      text,
      data,
      diagnostics: [],
    });
  });

  it("leave 8-bit data as octets when no charset is named", () => {
    expect(decodeDeliver(octetsPdu("CFF0"), { charset: charsets() })).toMatchObject({
      text: null,
      data: "CFF0",
    });
  });

  it("leave compressed data and all text alone", () => {
    const charset = charsets({ eightBit: "latin1" });
    expect(decodeDeliver(octetsPdu("CFF0", { dcs: 0x24 }), { charset }).text).toBeNull();
    expect(decodeDeliver(octetsPdu("0041", { dcs: 8 }), { charset }).text).toBe("A");
  });

  it("throw a RangeError for a charset that nobody knows", () => {
    expect(() => charsets({ eightBit: "klingon" })).toThrow(new RangeError("unknown charset: klingon"));
  });
});

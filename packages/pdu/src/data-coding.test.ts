import { describe, expect, it } from "vitest";
import { type DataCoding, dataCodingOf } from "./data-coding.ts";
import { decodeDeliver } from "./decode-deliver.ts";
import { deliverPdu } from "./testing/deliver-pdu.ts";

/** 3GPP TS 23.038, clause 4, told as patterns of bits: `x` is any, letters are what the columns name. */
const PATTERNS: readonly (readonly [
  pattern: string,
  group: DataCoding["group"],
  alphabet: DataCoding["alphabet"],
  flags?: string,
])[] = [
  ["10000100", "reserved", "ksc5601", "reserved"],
  ["10xxxxxx", "reserved", "gsm7", "reserved"],
  ["00xx11xx", "general", "gsm7", "reserved"],
  ["00xx00xx", "general", "gsm7"],
  ["00xx01xx", "general", "8bit"],
  ["00xx10xx", "general", "ucs2"],
  ["01xx11xx", "auto-delete", "gsm7", "reserved"],
  ["01xx00xx", "auto-delete", "gsm7"],
  ["01xx01xx", "auto-delete", "8bit"],
  ["01xx10xx", "auto-delete", "ucs2"],
  ["1100x1xx", "message-waiting-discard", "gsm7", "reserved"],
  ["1100x0xx", "message-waiting-discard", "gsm7"],
  ["1101x1xx", "message-waiting-store", "gsm7", "reserved"],
  ["1101x0xx", "message-waiting-store", "gsm7"],
  ["1110x1xx", "message-waiting-store-ucs2", "ucs2", "reserved"],
  ["1110x0xx", "message-waiting-store-ucs2", "ucs2"],
  ["111110xx", "data-coding-class", "gsm7", "reserved"],
  ["111111xx", "data-coding-class", "8bit", "reserved"],
  ["111100xx", "data-coding-class", "gsm7"],
  ["111101xx", "data-coding-class", "8bit"],
];

function oracle(value: number): DataCoding {
  const bits = value.toString(2).padStart(8, "0");
  const row = PATTERNS.find(([pattern]) => [...pattern].every((bit, i) => bit === "x" || bit === bits[i]));
  if (row === undefined) throw new Error(`no pattern for ${bits}`);
  const [, group, alphabet, flags] = row;
  const inGeneral = bits[0] === "0";
  const waiting = group.startsWith("message-waiting");
  const hasClass = (inGeneral && bits[3] === "1") || group === "data-coding-class";
  return {
    value,
    group,
    alphabet,
    messageClass: hasClass ? ({ "00": 0, "01": 1, "10": 2, "11": 3 } as const)[bits.slice(6) as "00"] : null,
    compressed: inGeneral && bits[2] === "1",
    autoDelete: group === "auto-delete",
    messageWaiting: waiting
      ? {
          active: bits[4] === "1",
          kind: ({ "00": "voicemail", "01": "fax", "10": "email", "11": "other" } as const)[
            bits.slice(6) as "00"
          ],
          store: group !== "message-waiting-discard",
        }
      : null,
    reserved: flags === "reserved",
  };
}

describe("TP-DCS", () => {
  it("is read for all 256 values as 23.038 has it", () => {
    for (let value = 0; value < 256; value++) expect(dataCodingOf(value)).toEqual(oracle(value));
    expect(() => dataCodingOf(-1)).toThrow(RangeError);
  });

  it("decides how user data is read, for all 256 values", () => {
    for (let dcs = 0; dcs < 256; dcs++) {
      const { alphabet, compressed, reserved } = oracle(dcs);
      const value = decodeDeliver(deliverPdu({ dcs, length: 4, data: "61F1D801" }));
      const codes = value.diagnostics.map(({ code }) => code);
      expect(codes.includes("RESERVED_DATA_CODING")).toBe(reserved);
      expect(codes.includes("COMPRESSED_DATA")).toBe(compressed);
      const content = {
        gsm7: { text: "abc\u00c5", data: null },
        ucs2: { text: "\u61f1\ud801", data: null },
        "8bit": { text: null, data: "61F1D801" },
        ksc5601: { text: null, data: "61F1D801" },
      };
      expect(value).toMatchObject(compressed ? content["8bit"] : content[alphabet]);
    }
  });

  it("gives frozen objects, shared by all results", () => {
    expect(Object.isFrozen(dataCodingOf(0xc8))).toBe(true);
    expect(Object.isFrozen(dataCodingOf(0xc8).messageWaiting)).toBe(true);
    expect(dataCodingOf(8)).toBe(dataCodingOf(8));
  });
});

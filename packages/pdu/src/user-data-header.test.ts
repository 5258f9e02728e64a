import { describe, expect, it } from "vitest";
import { decodeDeliver } from "./decode-deliver.ts";
import { elementName } from "./header-elements.ts";
import type { SmsDeliver } from "./sms-deliver.ts";
import { concatenationElement, headerPdu, octet, octetsPdu } from "./testing/deliver-pdu.ts";

const read = (elements: string): SmsDeliver => decodeDeliver(headerPdu(elements, "CAFE"));
const codesOf = ({ diagnostics }: SmsDeliver): string[] => diagnostics.map(({ code }) => code);

/** 3GPP TS 23.040, 9.2.3.24, from first to last. */
const RANGES: readonly (readonly [first: number, last: number, name: string])[] = [
  [0x00, 0x00, "concatenation-8"],
  [0x01, 0x01, "special-message-indication"],
  [0x02, 0x03, "reserved"],
  [0x04, 0x04, "ports-8"],
  [0x05, 0x05, "ports-16"],
  [0x06, 0x06, "smsc-control-parameters"],
  [0x07, 0x07, "udh-source-indicator"],
  [0x08, 0x08, "concatenation-16"],
  [0x09, 0x09, "wireless-control-message-protocol"],
  [0x0a, 0x0a, "text-formatting"],
  [0x0b, 0x0b, "predefined-sound"],
  [0x0c, 0x0c, "user-defined-sound"],
  [0x0d, 0x0d, "predefined-animation"],
  [0x0e, 0x0e, "large-animation"],
  [0x0f, 0x0f, "small-animation"],
  [0x10, 0x10, "large-picture"],
  [0x11, 0x11, "small-picture"],
  [0x12, 0x12, "variable-picture"],
  [0x13, 0x13, "user-prompt-indicator"],
  [0x14, 0x14, "extended-object"],
  [0x15, 0x15, "reused-extended-object"],
  [0x16, 0x16, "compression-control"],
  [0x17, 0x17, "object-distribution-indicator"],
  [0x18, 0x18, "standard-wvg-object"],
  [0x19, 0x19, "character-size-wvg-object"],
  [0x1a, 0x1a, "extended-object-data-request"],
  [0x1b, 0x1f, "reserved"],
  [0x20, 0x20, "rfc822-email-header"],
  [0x21, 0x21, "hyperlink"],
  [0x22, 0x22, "reply-address"],
  [0x23, 0x23, "enhanced-voice-mail"],
  [0x24, 0x24, "national-language-single-shift"],
  [0x25, 0x25, "national-language-locking-shift"],
  [0x26, 0x6f, "reserved"],
  [0x70, 0x7f, "sim-toolkit-security"],
  [0x80, 0x9f, "originator-to-originator"],
  [0xa0, 0xbf, "reserved"],
  [0xc0, 0xdf, "sc-specific"],
  [0xe0, 0xff, "reserved"],
];

describe("information elements", () => {
  it("are named for all 256 identifiers as 23.040 has it", () => {
    let next = 0;
    for (const [first, last, name] of RANGES) {
      expect(first).toBe(next);
      for (let id = first; id <= last; id++) expect(elementName(id)).toBe(name);
      next = last + 1;
    }
    expect(next).toBe(256);
  });

  it("are kept with their octets, for all 256 identifiers", () => {
    for (let id = 0; id < 256; id++) {
      const { userDataHeader, data } = read(`${octet(id)}05ABCDEF0123`);
      expect(userDataHeader).toEqual({
        length: 7,
        elements: [{ id, name: elementName(id), hex: "ABCDEF0123" }],
      });
      expect(data).toBe("CAFE");
    }
  });

  it("may be many, empty, and in any order", () => {
    const { userDataHeader, diagnostics } = read("7000010200037000");
    expect(userDataHeader?.elements.map(({ id, hex }) => [id, hex])).toEqual([
      [0x70, ""],
      [0x01, "0003"],
      [0x70, ""],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it("may be none", () => {
    expect(read("")).toMatchObject({
      userDataHeader: { length: 0, elements: [] },
      data: "CAFE",
      diagnostics: [],
    });
  });
});

describe("concatenation", () => {
  it("has a reference of 8 or 16 bits", () => {
    expect(read(concatenationElement(0xfe, 255, 255)).concatenation).toEqual({
      reference: 0xfe,
      bits: 8,
      total: 255,
      sequence: 255,
    });
    expect(read(concatenationElement(0xfedc, 3, 2, 16)).concatenation).toEqual({
      reference: 0xfedc,
      bits: 16,
      total: 3,
      sequence: 2,
    });
  });

  it.each([
    [0, 0],
    [0, 1],
    [3, 0],
    [3, 4],
  ])("of %i parts is ignored for part %i, with a warning", (total, sequence) => {
    for (const bits of [8, 16] as const) {
      const value = read(concatenationElement(7, total, sequence, bits));
      expect(value.concatenation).toBeNull();
      expect(value.userDataHeader?.elements).toHaveLength(1);
      expect(value.diagnostics).toEqual([
        expect.objectContaining({ code: "CONCATENATION_IMPOSSIBLE", severity: "warning", field: "TP-UDH" }),
      ]);
    }
  });

  it("that comes twice: the last one counts, also when they differ in width", () => {
    const [eight, sixteen] = [concatenationElement(7, 3, 1), concatenationElement(900, 2, 2, 16)];
    expect(read(eight + sixteen).concatenation).toMatchObject({ bits: 16, reference: 900 });
    expect(read(sixteen + eight).concatenation).toMatchObject({ bits: 8, reference: 7 });
    expect(read(eight + concatenationElement(8, 3, 1)).concatenation).toMatchObject({ reference: 8 });
    expect(codesOf(read(eight + sixteen))).toEqual(["ELEMENT_REPEATED"]);
  });

  it("that comes twice, impossible the second time: the first one stands", () => {
    const value = read(concatenationElement(7, 3, 1) + concatenationElement(8, 0, 0));
    expect(value.concatenation).toMatchObject({ reference: 7 });
    expect(codesOf(value)).toEqual(["ELEMENT_REPEATED", "CONCATENATION_IMPOSSIBLE"]);
  });
});

describe("ports", () => {
  it("are numbers of 8 or 16 bits, the destination first", () => {
    expect(read("0402FEF0").ports).toEqual({ destination: 0xfe, source: 0xf0, bits: 8 });
    expect(read("05040B8423F0").ports).toEqual({ destination: 2948, source: 9200, bits: 16 });
  });

  it("that come twice: the last ones count", () => {
    const value = read("05040B8423F00402FEF0");
    expect(value.ports).toEqual({ destination: 0xfe, source: 0xf0, bits: 8 });
    expect(codesOf(value)).toEqual(["ELEMENT_REPEATED"]);
  });
});

describe("national languages", () => {
  it("are told by identifier, null where the element is not there", () => {
    expect(read("240101").nationalLanguage).toEqual({ locking: null, single: 1 });
    expect(read("250103").nationalLanguage).toEqual({ locking: 3, single: null });
    expect(read("250103240102").nationalLanguage).toEqual({ locking: 3, single: 2 });
    expect(read("7000").nationalLanguage).toBeNull();
  });

  it("without such a table are noted, for all 256 identifiers", () => {
    for (let language = 0; language < 256; language++) {
      // Spanish (2) has no locking shift table; 13 is Urdu, the last one.
      expect(codesOf(read(`2401${octet(language)}`))).toEqual(
        language > 13 ? ["UNKNOWN_NATIONAL_LANGUAGE"] : [],
      );
      expect(codesOf(read(`2501${octet(language)}`))).toEqual(
        language > 13 || language === 2 ? ["UNKNOWN_NATIONAL_LANGUAGE"] : [],
      );
    }
  });
});

describe("an element that cannot be right", () => {
  it.each([
    ["concatenation-8", "0002AABB", "has 2 octets of data instead of 3: ignored."],
    ["concatenation-16", "0803AABBCC", "has 3 octets of data instead of 4: ignored."],
    ["ports-8", "0403AABBCC", "has 3 octets of data instead of 2: ignored."],
    ["ports-16", "0502AABB", "has 2 octets of data instead of 4: ignored."],
    ["national-language-single-shift", "2400", "has 0 octets of data instead of 1: ignored."],
    ["national-language-locking-shift", "25020101", "has 2 octets of data instead of 1: ignored."],
  ])("by its length: %s", (name, element, says) => {
    const value = read(element);
    expect(value).toMatchObject({ concatenation: null, ports: null, nationalLanguage: null });
    expect(value.userDataHeader?.elements).toHaveLength(1);
    expect(value.diagnostics).toEqual([
      {
        code: "ELEMENT_LENGTH_WRONG",
        severity: "warning",
        field: "TP-UDH",
        offset: 28,
        length: element.length / 2,
        message: `Element ${name} ${says}`,
      },
    ]);
  });

  it("because it is longer than the header makes the header ignored, its octets kept", () => {
    const value = read("7000050412");
    expect(value).toMatchObject({ userDataHeader: null, ports: null, data: "CAFE" });
    expect(value.diagnostics).toEqual([
      {
        code: "HEADER_ELEMENT_CUT",
        severity: "error",
        field: "TP-UDH",
        offset: 28,
        length: 5,
        message: "Element 2 of the header says 4 octets, but 1 octet is left: the header is ignored.",
        hex: "7000050412",
      },
    ]);
  });

  it("because it has no length makes the header ignored", () => {
    expect(read("700005").diagnostics).toEqual([
      expect.objectContaining({
        code: "HEADER_ELEMENT_CUT",
        hex: "700005",
        message: "Element 2 of the header has no length: the header is ignored.",
      }),
    ]);
  });
});

describe("a header that does not fit", () => {
  it("is ignored, its octets kept, when it says more octets than there are", () => {
    const value = decodeDeliver(octetsPdu("0605040B84", { firstOctet: 0x44 }));
    expect(value).toMatchObject({ userDataHeader: null, text: null, data: "0605040B84" });
    expect(value.diagnostics).toEqual([
      expect.objectContaining({
        code: "HEADER_TOO_LONG",
        severity: "error",
        field: "TP-UDH",
        offset: 27,
        message: "TP-UDHL says 6 octets, but 4 octets are there: the header is ignored.",
      }),
    ]);
  });

  it("is ignored when it is announced and there is no user data", () => {
    const value = decodeDeliver(octetsPdu("", { firstOctet: 0x44 }));
    expect(value).toMatchObject({ userDataHeader: null, text: null, data: "" });
    expect(codesOf(value)).toEqual(["HEADER_TOO_LONG"]);
  });
});

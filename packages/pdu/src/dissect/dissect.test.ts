import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../conformance/rows.ts";
import { decode } from "../decode.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { MAX_PDU_OCTETS, octetsOf, toHex } from "../octets.ts";
import { isPduError } from "../pdu-error.ts";
import type { SmscPresence } from "../smsc-presence.ts";
import { cleanPdu, damagedPdu } from "../testing/deliver-arbitrary.ts";
import {
  concatenationElement,
  deliverPdu,
  headerPdu,
  octetsPdu,
  septetsPdu,
  unitsHex,
} from "../testing/deliver-pdu.ts";
import { dissect } from "./dissect.ts";
import type { BitField, DissectionNode } from "./dissection-node.ts";

function leavesOf(node: DissectionNode): DissectionNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}

function everyDiagnosticOf(node: DissectionNode): Diagnostic[] {
  return [...node.diagnostics, ...node.children.flatMap(everyDiagnosticOf)];
}

function sorted(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((diagnostic) => JSON.stringify(diagnostic)).toSorted();
}

function leaf(pdu: string, name: string): DissectionNode {
  const found = leavesOf(dissect(pdu, { smsc: "present" })).find((node) => node.name === name);
  if (found === undefined) throw new Error(`no leaf ${name}`);
  return found;
}

/** What is wrong with the cover: leaves shall hold every octet once and in order, nodes exactly what their children do. */
function coverageFaults(node: DissectionNode, length: number): string[] {
  const faults: string[] = [];
  let next = 0;
  for (const { name, offset, length: own } of leavesOf(node)) {
    if (offset !== next || own < 1) faults.push(`${name} at ${offset}, ${own} octets, after ${next}`);
    next += own;
  }
  if (next !== length) faults.push(`${next} octets of ${length}`);
  const check = ({ name, offset, length: own, children }: DissectionNode): void => {
    if (children.length === 0) return;
    const sum = children.reduce((total, child) => total + child.length, 0);
    if (children[0]?.offset !== offset || sum !== own) faults.push(`${name}: ${sum} octets of ${own}`);
    children.forEach(check);
  };
  check(node);
  return faults;
}

/**
 * What is wrong with the bits of a leaf: they shall lie within it, overlap nowhere, and be what stands there; those
 * of text shall leave none out.
 */
function bitFaults(
  { name, offset: start, length: octetLength, bits }: DissectionNode,
  octets: Uint8Array,
): string[] {
  if (bits === undefined) return [];
  const faults: string[] = [];
  const covered = new Array<number>(8 * octetLength).fill(0);
  const bitAt = (bit: number): number => ((octets[start + (bit >> 3)] ?? 0) >> (bit & 7)) & 1;
  for (const { name: bitName, offset, length, value } of bits) {
    let standing = 0;
    for (let i = 0; i < length; i++) {
      covered[offset + i] = (covered[offset + i] ?? 2) + 1;
      standing |= bitAt(offset + i) << i;
    }
    // Numbers of several whole octets are read as their field says: mostly with the high octet first.
    const turned = length === 16 && offset % 8 === 0 ? ((standing & 255) << 8) | (standing >> 8) : standing;
    if (value !== standing && value !== turned)
      faults.push(`${name} ${bitName}: ${value} is not ${standing}`);
  }
  if (covered.length > 8 * octetLength || covered.some((times) => times > 1))
    faults.push(`${name}: bits twice or outside`);
  if (name === "TP-UD" && covered.includes(0)) faults.push("TP-UD: bits left out");
  return faults;
}

function expectDissection(pdu: string | Uint8Array, smsc: SmscPresence): void {
  let node: DissectionNode;
  try {
    node = dissect(pdu, { smsc });
  } catch (error) {
    if (!isPduError(error)) throw error;
    expect(["NOT_HEX", "EMPTY", "TOO_LONG"]).toContain(error.code);
    expect(() => decode(pdu, { direction: "to-mobile", smsc })).toThrowError(
      expect.objectContaining({ code: error.code }),
    );
    return;
  }
  const octets = octetsOf(pdu);
  expect(coverageFaults(node, octets.length)).toEqual([]);
  expect(leavesOf(node).flatMap((each) => bitFaults(each, octets))).toEqual([]);
  const diagnostics = everyDiagnosticOf(node);
  try {
    const value = decode(pdu, { direction: "to-mobile", smsc });
    expect(node.name).toBe(value.type);
    expect(sorted(diagnostics)).toEqual(sorted(value.diagnostics));
  } catch (error) {
    if (!isPduError(error)) throw error;
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: error.code, offset: error.offset }));
  }
}

describe("the dissection", () => {
  it("covers every octet exactly once and agrees with decode, for clean PDUs", () => {
    fc.assert(
      fc.property(cleanPdu, ({ hex }) => {
        expectDissection(hex, "present");
        expectDissection(hex, "auto");
      }),
    );
  });

  it("does so for damaged and for cut ones", () => {
    fc.assert(
      fc.property(damagedPdu, fc.nat(), (hex, where) => {
        expectDissection(hex, "present");
        expectDissection(hex.slice(0, 2 * (where % (hex.length / 2 + 1))), "auto");
      }),
      { numRuns: 300 },
    );
  });

  it("does so for any octets, with and without a service centre", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: MAX_PDU_OCTETS + 10 }),
        fc.constantFrom("auto", "present", "absent"),
        expectDissection,
      ),
      { numRuns: 200 },
    );
  });

  it("throws only for what is no octets, for any string", () => {
    fc.assert(fc.property(fc.string({ maxLength: 50 }), (text) => expectDissection(text, "auto")));
  });

  it("does so for the vectors of other decoders", () => {
    for (const { hex, hasSmsc } of rowsOf("vectors"))
      if (hex !== "") expectDissection(hex, hasSmsc ? "present" : "absent");
  });
});

describe("the sample of the vendors' documents", () => {
  it("is told field by field", () => {
    const node = dissect("07917283010010F5040BC87238880900F10000993092516195800" + "3C16010");
    const rows = leavesOf(node).map(({ offset, length, name, value, description }) =>
      [offset, length, name, value, description].join(" | "),
    );
    expect(rows).toEqual([
      "0 | 1 | SMSC length | 7 | 7 octets",
      "1 | 1 | SMSC type | 145 | international, E.164",
      "2 | 6 | SMSC | 7283010010F5 | +27381000015",
      "8 | 1 | first octet | 4 | no more messages waiting · no header · no reply path",
      "9 | 1 | TP-OA length | 11 | 11 digits",
      "10 | 1 | TP-OA type | 200 | subscriber number, national plan",
      "11 | 6 | TP-OA | 7238880900F1 | 27838890001",
      "17 | 1 | TP-PID | 0 | ordinary message",
      "18 | 1 | TP-DCS | 0 | GSM 7-bit, no class",
      "19 | 7 | TP-SCTS | 99309251619580 | 1999-03-29 15:16:59 +02:00",
      "26 | 1 | TP-UDL | 3 | 3 septets",
      '27 | 3 | TP-UD | AAA | "AAA"',
    ]);
    expect(node).toMatchObject({ name: "SMS-DELIVER", offset: 0, length: 30, description: "30 octets" });
    expect(node.children.map(({ name, description }) => `${name}: ${description}`)).toEqual([
      "SMSC: +27381000015",
      "first octet: no more messages waiting · no header · no reply path",
      "TP-OA: 27838890001",
      "TP-PID: ordinary message",
      "TP-DCS: GSM 7-bit, no class",
      "TP-SCTS: 1999-03-29 15:16:59 +02:00",
      "TP-UDL: 3 septets",
      'TP-UD: "AAA"',
    ]);
    expect(leavesOf(node).every(({ clause }) => /^(23\.040|23\.038|24\.011) \d/.test(clause))).toBe(true);
  });
});

describe("bits of text", () => {
  const bitsOf = (pdu: string): string[] =>
    (leaf(pdu, "TP-UD").bits ?? []).map(
      ({ name, offset, length, description }: BitField) => `${offset}+${length} ${name} ${description}`,
    );

  it("say which septet became which letter", () => {
    expect(bitsOf(septetsPdu([0x41, 0x1b, 0x65, 0x1b, 0x1b]))).toEqual([
      "0+7 septet A",
      "7+7 septet escape",
      "14+7 septet €",
      "21+7 septet escape",
      "28+7 septet  ",
      "35+5 padding padding",
    ]);
  });

  it("begin with fill bits behind a header", () => {
    expect(bitsOf(septetsPdu([0x41], {}, concatenationElement(7, 2, 1)))).toEqual([
      "0+1 fill fill bits behind the header",
      "1+7 septet A",
    ]);
  });

  it("are the code units of UCS-2", () => {
    expect(bitsOf(octetsPdu(`${unitsHex("да")}AB`, { dcs: 8 }))).toEqual([
      "0+16 code unit д",
      "16+16 code unit а",
      "32+8 left out half a code unit",
    ]);
    expect(bitsOf(octetsPdu(`FFFE${unitsHex("д", true)}`, { dcs: 8 }))).toEqual([
      "0+16 code unit \ufeff",
      "16+16 code unit д",
    ]);
  });

  it("are not given for data", () => {
    expect(leaf(octetsPdu("CAFE"), "TP-UD")).toMatchObject({
      value: "CAFE",
      description: "2 octets of data",
    });
    expect(leaf(octetsPdu("CAFE"), "TP-UD").bits).toBeUndefined();
  });
});

describe("the header", () => {
  it("is a group of its elements", () => {
    const node = dissect(headerPdu("05040B8423F07000", "CAFE"));
    const header = node.children.find(({ name }) => name === "TP-UDH");
    expect(header?.children.map(({ name, children }) => [name, children.map((child) => child.name)])).toEqual(
      [
        ["TP-UDHL", []],
        ["ports 16", ["IEI", "IEDL", "IED"]],
        ["sim toolkit security", ["IEI", "IEDL"]],
      ],
    );
  });

  it("that does not fit is one leaf", () => {
    expect(leaf(octetsPdu("0A0003070201", { firstOctet: 0x44 }), "TP-UDH")).toMatchObject({
      value: "0A0003070201",
      description: "header that does not fit",
      diagnostics: [{ code: "HEADER_TOO_LONG" }],
    });
  });
});

describe("diagnostics", () => {
  it("stand at the leaf that they are about", () => {
    expect(leaf(deliverPdu({ dcs: 0x80 }), "TP-DCS").diagnostics).toMatchObject([
      { code: "RESERVED_DATA_CODING" },
    ]);
    expect(leaf(deliverPdu({ timestamp: "02203222577161" }), "TP-SCTS").diagnostics).toMatchObject([
      { code: "TIMESTAMP_IMPOSSIBLE" },
    ]);
    expect(leaf(`${deliverPdu()}CAFE`, "octets after the end")).toMatchObject({
      value: "CAFE",
      diagnostics: [{ code: "OCTETS_AFTER_END" }],
    });
  });

  it("of what is missing stand at the last leaf of their field", () => {
    expect(leaf(deliverPdu({ length: 9 }), "TP-UD").diagnostics).toMatchObject([{ code: "USER_DATA_CUT" }]);
  });

  it("of a PDU that ends early say why, and what was left stays unread", () => {
    const node = dissect(deliverPdu().slice(0, 2 * 15), { smsc: "present" });
    expect(leavesOf(node).at(-1)).toMatchObject({
      name: "not read",
      offset: 11,
      length: 4,
      value: toHex(octetsOf("72388809")),
    });
    expect(everyDiagnosticOf(node)).toMatchObject([
      { code: "CUT", severity: "error", field: "TP-OA", offset: 11 },
    ]);
  });
});

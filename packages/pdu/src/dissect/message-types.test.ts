import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../conformance/rows.ts";
import { decode } from "../decode.ts";
import { encode } from "../encode/encode.ts";
import { octetsOf } from "../octets.ts";
import { isPduError } from "../pdu-error.ts";
import { DIRECTIONS, tpdus } from "../testing/tpdu-arbitraries.ts";
import { HELLO, LATER, NUMBER, SAMPLES, TIME } from "../testing/tpdu-pieces.ts";
import { type DissectOptions, dissect } from "./dissect.ts";
import type { DissectionNode } from "./dissection-node.ts";

const leavesOf = (node: DissectionNode): readonly DissectionNode[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);

const codesOf = ({ diagnostics, children }: DissectionNode): readonly string[] => [
  ...diagnostics.map(({ code, offset }) => `${code} ${offset}`),
  ...children.flatMap(codesOf),
];

/** Every octet in one leaf, in order; every bit told at most once; every node as long as its children. */
function expectWhole(root: DissectionNode, octets: number): void {
  let next = 0;
  for (const { name, offset, length, bits = [] } of leavesOf(root)) {
    expect([name, offset]).toEqual([name, next]);
    next += length;
    const told = bits.flatMap((bit) => Array.from({ length: bit.length }, (_, i) => bit.offset + i));
    expect(new Set(told).size).toBe(told.length);
    expect(told.every((bit) => bit >= 0 && bit < 8 * length)).toBe(true);
  }
  expect(next).toBe(octets);
  expect(root.length).toBe(octets);
}

/** The dissection is whole and says what decode says. */
function expectAgreement(octets: Uint8Array, options: DissectOptions & Parameters<typeof decode>[1]): void {
  const root = dissect(octets, options);
  expectWhole(root, octets.length);
  try {
    const { type, diagnostics } = decode(octets, options);
    expect(root.name).toBe(type);
    expect(codesOf(root).toSorted()).toEqual(
      diagnostics.map(({ code, offset }) => `${code} ${offset}`).toSorted(),
    );
  } catch (error) {
    if (!isPduError(error)) throw error;
    expect(codesOf(root)).toContain(`${error.code} ${error.offset}`);
  }
}

describe("the dissection of every type", () => {
  it("covers every octet once and agrees with decode: vectors", () => {
    for (const { hex, type, hasSmsc } of rowsOf("tpdus")) {
      const direction = type === "STATUS_REPORT" || type === "SUBMIT_REPORT" ? "to-mobile" : "to-network";
      for (const outcome of ["ack", "error", undefined] as const)
        expectAgreement(octetsOf(hex), { direction, outcome, smsc: hasSmsc ? "present" : "absent" });
    }
  });

  it("covers every octet once and agrees with decode: samples, and every cut of them", () => {
    for (const { hex, direction, outcome } of SAMPLES)
      for (let length = 2; length <= hex.length; length += 2)
        expectAgreement(octetsOf(hex.slice(0, length)), { direction, outcome, smsc: "absent" });
  });

  it("covers every octet once and agrees with decode: what is encoded, with one octet changed", () => {
    fc.assert(
      fc.property(tpdus, fc.nat(), fc.integer({ min: 0, max: 255 }), (description, at, octet) => {
        const octets = encode(description, { smsc: "absent" });
        octets[at % octets.length] = octet;
        expectAgreement(octets, { direction: DIRECTIONS[description.type], smsc: "absent" });
      }),
      { numRuns: 150 },
    );
  });

  it("goes to the mobile where nothing is said", () => {
    expect(dissect(`04${NUMBER}0000${TIME}${HELLO}`).name).toBe("SMS-DELIVER");
  });
});

/** Name, value and words of each leaf. */
const tell = (hex: string, options: DissectOptions): readonly unknown[] =>
  leavesOf(dissect(hex, { smsc: "absent", ...options })).map(({ name, value, description }) => [
    name,
    value,
    description,
  ]);

const ADDRESS = (field: string): readonly unknown[] => [
  [`${field} length`, 12, "12 digits"],
  [`${field} type`, 0x91, "international, E.164"],
  [field, "947110325476", "+491701234567"],
];
const ORDINARY = [
  ["TP-PID", 0, "ordinary message"],
  ["TP-DCS", 0, "GSM 7-bit, no class"],
];
const TEXT = [
  ["TP-UDL", 5, "5 septets"],
  ["TP-UD", "Hello", '"Hello"'],
];
const TAKEN = [TIME, "2012-09-11 07:40:36 +02:00"];

describe("words", () => {
  it.each<[string, string, DissectOptions, readonly unknown[]]>([
    [
      "SMS-SUBMIT with a relative period",
      `3507${NUMBER}0000A7${HELLO}`,
      { direction: "to-network" },
      [
        [
          "first octet",
          0x35,
          "duplicates rejected · validity period relative · status report wanted · no header · no reply path",
        ],
        ["TP-MR", 7, "message 7"],
        ...ADDRESS("TP-DA"),
        ...ORDINARY,
        ["TP-VP", 0xa7, "1 day"],
        ...TEXT,
      ],
    ],
    [
      "SMS-DELIVER-REPORT of an error",
      "40D306040805000307020168FF",
      { direction: "to-network", outcome: "error" },
      [
        ["first octet", 0x40, "header"],
        ["TP-FCS", 0xd3, "memory capacity exceeded"],
        ["TP-PI", 6, "TP-DCS, TP-UDL follow"],
        ["TP-DCS", 4, "8-bit data, no class"],
        ["TP-UDL", 8, "8 octets"],
        ["TP-UDHL", 5, "5 octets of header"],
        ["IEI", 0, "concatenation 8"],
        ["IEDL", 3, "3 octets"],
        ["IED", "070201", expect.stringContaining("part 1 of 2")],
        ["TP-UD", "68FF", "2 octets of data"],
      ],
    ],
    [
      "SMS-SUBMIT-REPORT of success",
      `0100${TIME}`,
      { direction: "to-mobile", outcome: "ack" },
      [
        ["first octet", 1, "no header"],
        ["TP-PI", 0, "nothing more"],
        ["TP-SCTS", ...TAKEN],
      ],
    ],
    [
      "SMS-STATUS-REPORT",
      `2607${NUMBER}${TIME}${LATER}60017F`,
      { direction: "to-mobile" },
      [
        ["first octet", 0x26, "no more messages waiting · on an SMS-COMMAND · no header"],
        ["TP-MR", 7, "message 7"],
        ...ADDRESS("TP-RA"),
        ["TP-SCTS", ...TAKEN],
        ["TP-DT", LATER, "2012-09-11 07:40:38 +02:00"],
        ["TP-ST", 0x60, "failed, no more tries: congestion"],
        ["TP-PI", 1, "TP-PID follows"],
        ["TP-PID", 0x7f, "usim data download"],
      ],
    ],
    [
      "SMS-COMMAND",
      `2207000209${NUMBER}01AB`,
      { direction: "to-network" },
      [
        ["first octet", 0x22, "status report wanted · no header"],
        ["TP-MR", 7, "message 7"],
        ["TP-PID", 0, "ordinary message"],
        ["TP-CT", 2, "delete"],
        ["TP-MN", 9, "message 9"],
        ...ADDRESS("TP-DA"),
        ["TP-CDL", 1, "1 octet"],
        ["TP-CD", "AB", "1 octet of command data"],
      ],
    ],
  ])("%s", (_, hex, options, expected) => {
    expect(tell(hex, options)).toEqual(expected);
  });

  it.each([
    ["relative", "11", "00", "5 minutes"],
    ["relative", "11", "90", "12 hours 30 minutes"],
    ["relative", "11", "C4", "4 weeks 2 days"],
    ["absolute", "19", TIME, "until 2012-09-11 07:40:36 +02:00"],
    ["absolute", "19", "FF901170046380", "until FF901170046380 is no possible time"],
    ["enhanced", "09", "00000000000000", "no period"],
    ["enhanced", "09", "42030000000000", "3 seconds, one try"],
    ["enhanced", "09", "03101010000000", "1 hour 1 minute 1 second"],
    ["enhanced", "09", "03000000000000", "no time"],
    ["enhanced", "09", "04000000000000", "reserved"],
  ])("TP-VP, %s (%s): %s is %s", (_, first, period, words) => {
    const leaves = leavesOf(
      dissect(`${first}07${NUMBER}0000${period}00`, { direction: "to-network", smsc: "absent" }),
    );
    const leaf = leaves.find(({ name }) => name === "TP-VP");
    expect(leaf).toMatchObject({ field: "TP-VP", clause: "23.040 9.2.3.12", description: words });
    expect(leaf?.bits?.map(({ name }) => name) ?? []).toEqual(
      first === "19" ? ["year", "month", "day", "hour", "minute", "second", "zone"] : [],
    );
  });
});

describe("bits of the first octet", () => {
  const bitsOf = (hex: string, direction: "to-mobile" | "to-network"): readonly unknown[] =>
    (leavesOf(dissect(hex, { direction, smsc: "absent" }))[0]?.bits ?? []).map(
      ({ name, offset, length, value, description }) => [name, offset, length, value, description],
    );

  it.each([
    [
      "SMS-SUBMIT",
      `99`,
      "to-network",
      [
        ["TP-MTI", 0, 2, 1, "SMS-SUBMIT"],
        ["TP-RD", 2, 1, 0, "duplicates accepted"],
        ["TP-VPF", 3, 2, 3, "validity period absolute"],
        ["TP-SRR", 5, 1, 0, "no status report wanted"],
        ["TP-UDHI", 6, 1, 0, "no header"],
        ["TP-RP", 7, 1, 1, "reply path"],
      ],
    ],
    [
      "SMS-COMMAND",
      "62",
      "to-network",
      [
        ["TP-MTI", 0, 2, 2, "SMS-COMMAND"],
        ["unused", 2, 1, 0, ""],
        ["unused", 3, 1, 0, ""],
        ["unused", 4, 1, 0, ""],
        ["TP-SRR", 5, 1, 1, "status report wanted"],
        ["TP-UDHI", 6, 1, 1, "header"],
        ["unused", 7, 1, 0, ""],
      ],
    ],
    [
      "SMS-STATUS-REPORT",
      "0A",
      "to-mobile",
      [
        ["TP-MTI", 0, 2, 2, "SMS-STATUS-REPORT"],
        ["TP-MMS", 2, 1, 0, "more messages waiting"],
        ["TP-LP", 3, 1, 1, "forwarded or spawned"],
        ["unused", 4, 1, 0, ""],
        ["TP-SRQ", 5, 1, 0, "on an SMS-SUBMIT"],
        ["TP-UDHI", 6, 1, 0, "no header"],
        ["unused", 7, 1, 0, ""],
      ],
    ],
  ] as const)("%s", (_, hex, direction, expected) => {
    expect(bitsOf(hex, direction)).toEqual(expected);
  });
});

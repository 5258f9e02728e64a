import type { Tpdu } from "../tpdu.ts";
import { VALIDITY_PERIOD_FORMATS } from "../validity-period.ts";
import type { BitField } from "./dissection-node.ts";

/** One field of a first octet: its words by value, and whether its zero is worth a word in the summary. */
interface FirstOctetField {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly words: readonly string[];
  readonly quiet?: true;
}

const MMS: FirstOctetField = {
  name: "TP-MMS",
  offset: 2,
  length: 1,
  words: ["more messages waiting", "no more messages waiting"],
};
const LP: FirstOctetField = {
  name: "TP-LP",
  offset: 3,
  length: 1,
  words: ["not forwarded", "forwarded or spawned"],
  quiet: true,
};
const UDHI: FirstOctetField = { name: "TP-UDHI", offset: 6, length: 1, words: ["no header", "header"] };
const RP: FirstOctetField = { name: "TP-RP", offset: 7, length: 1, words: ["no reply path", "reply path"] };
const SRR: FirstOctetField = {
  name: "TP-SRR",
  offset: 5,
  length: 1,
  words: ["no status report wanted", "status report wanted"],
  quiet: true,
};

const FIELDS: Readonly<Record<Tpdu["type"], readonly FirstOctetField[]>> = {
  "SMS-DELIVER": [
    MMS,
    LP,
    {
      name: "TP-SRI",
      offset: 5,
      length: 1,
      words: ["no status report to the sender", "status report to the sender"],
      quiet: true,
    },
    UDHI,
    RP,
  ],
  "SMS-SUBMIT": [
    {
      name: "TP-RD",
      offset: 2,
      length: 1,
      words: ["duplicates accepted", "duplicates rejected"],
      quiet: true,
    },
    {
      name: "TP-VPF",
      offset: 3,
      length: 2,
      words: VALIDITY_PERIOD_FORMATS.map((format) => `validity period ${format}`),
    },
    SRR,
    UDHI,
    RP,
  ],
  "SMS-STATUS-REPORT": [
    MMS,
    LP,
    { name: "TP-SRQ", offset: 5, length: 1, words: ["on an SMS-SUBMIT", "on an SMS-COMMAND"] },
    UDHI,
  ],
  "SMS-COMMAND": [SRR, UDHI],
  "SMS-DELIVER-REPORT": [UDHI],
  "SMS-SUBMIT-REPORT": [UDHI],
};

const bitsOf = (octet: number, { offset, length }: FirstOctetField): number =>
  (octet >> offset) & ((1 << length) - 1);

/** The first octet of a TPDU, lowest bit first (3GPP TS 23.040, 9.2.2). */
export function firstOctetBits(type: Tpdu["type"], octet: number): readonly BitField[] {
  const fields: BitField[] = [
    {
      name: "TP-MTI",
      offset: 0,
      length: 2,
      value: octet & 3,
      description: (octet & 3) === 3 ? "reserved" : type,
    },
  ];
  for (let bit = 2; bit < 8; ) {
    const field = FIELDS[type].find(({ offset }) => offset === bit) ?? {
      name: "unused",
      offset: bit,
      length: 1,
      words: [],
    };
    const value = bitsOf(octet, field);
    fields.push({
      name: field.name,
      offset: bit,
      length: field.length,
      value,
      description: field.words[value] ?? "",
    });
    bit += field.length;
  }
  return fields;
}

/** `no more messages waiting · no header · no reply path`. */
export function firstOctetWords(type: Tpdu["type"], octet: number): string {
  return FIELDS[type]
    .filter((field) => !field.quiet || bitsOf(octet, field) !== 0)
    .map((field) => field.words[bitsOf(octet, field)] ?? "")
    .join(" · ");
}

import { readAddress } from "../address.ts";
import { dataCodingOf } from "../data-coding.ts";
import { decodeDeliver } from "../decode-deliver.ts";
import { octetsOf, toHex } from "../octets.ts";
import { type Reading, startReading } from "../reading.ts";
import { Reassembler } from "../reassembly/reassembler.ts";
import { readTimeStamp } from "../service-centre-time-stamp.ts";
import { readSmscAddress } from "../smsc-address.ts";
import { concatenationElement, headerPdu, octet } from "../testing/deliver-pdu.ts";
import { readUserData } from "../user-data.ts";
import { compareValue, type Observed, verdictOf } from "./deliver-observations.ts";
import type { Comparison } from "./expected-differences.ts";
import type { FieldRow } from "./rows.ts";

/** Reads a row's octets as one kind of field. Throws what the reader throws. */
type ReadField = (reading: Reading, row: FieldRow) => Observed;

/** Kinds of rows by how they are read; `names` are the source's words for what we call otherwise. */
const KINDS: Readonly<
  Record<string, { readonly read: ReadField; readonly names?: Readonly<Record<string, string>> }>
> = {
  ADDRESS: {
    read: (reading) => {
      const originator = readAddress(reading, "TP-OA");
      return { originator, data: restOf(reading), diagnostics: reading.diagnostics };
    },
    names: { value: "oa", number: "oa", alpha: "oa", toa: "oaToa" },
  },
  SMSC: { read: (reading) => ({ smsc: readSmscAddress(reading) }), names: { value: "smsc" } },
  TIMESTAMP: {
    read: (reading) => ({ timestamp: readTimeStamp(reading, undefined, "TP-SCTS") }),
    names: { iso: "scts" },
  },
  DCS: { read: (_, { hex }) => ({ dataCoding: dataCodingOf(Number.parseInt(String(hex), 16)) }) },
  UDH: { read: (reading) => readUserData(withLength(reading), dataCodingOf(4), true, undefined) },
  UD: {
    read: (reading, { udl, dcs, udhi }) =>
      readUserData(withLength(reading, udl), dataCodingOf(dcs ?? 0), udhi === true, undefined),
  },
  "UD+UDL": {
    read: (reading, { dcs, udhi }) => readUserData(reading, dataCodingOf(dcs ?? 0), udhi === true, undefined),
  },
  UCS2: { read: (reading) => readUserData(withLength(reading), dataCodingOf(8), false, undefined) },
  "UCS2-PARTS": { read: (_, { hex }) => ({ text: joined(hex as readonly string[]) }) },
};

/** Compares every assertion of a row. Throws for a kind or an assertion that nobody knows how to check. */
export function compareField(row: FieldRow): readonly Comparison[] {
  const kind = KINDS[row.kind];
  if (kind === undefined) throw new Error(`nobody reads fields of the kind "${row.kind}"`);
  const reading = row.hex === "" ? noOctets() : startReading(octetsOf(firstHex(row)), false);
  let value: Observed = {};
  const verdict = verdictOf(() => {
    value = kind.read(reading, row);
    return { diagnostics: reading.diagnostics };
  });
  const { error, ...expected } = row.expect;
  const named = Object.entries(expected).map(([name, wanted]) => [kind.names?.[name] ?? name, wanted]);
  return [
    ...compareValue(value, Object.fromEntries(named)),
    { field: "error", expected: error === undefined ? "accepted" : "rejected", observed: verdict },
  ];
}

function firstHex({ hex }: FieldRow): string {
  return typeof hex === "string" ? hex : (hex[0] ?? "");
}

function noOctets(): Reading {
  return startReading(new Uint8Array(), false);
}

function restOf({ octets, position }: Reading): string {
  return toHex(octets, position);
}

/** The octets with a TP-UDL in front: by default as many as there are. */
function withLength(reading: Reading, length: number = reading.octets.length): Reading {
  return { ...reading, octets: Uint8Array.of(length, ...reading.octets) };
}

/** UCS-2 parts as one message. */
function joined(parts: readonly string[]): string | null {
  const reassembler = new Reassembler();
  const messages = parts.map((hex, index) =>
    reassembler.add(
      decodeDeliver(headerPdu(concatenationElement(1, parts.length, index + 1), hex, { dcs: 8 })),
    ),
  );
  return messages.at(-1)?.text ?? null;
}

/** What the source's suite for reassembly goes through, step by step: which parts, and which message comes when. */
export const REASSEMBLY_STEPS: Readonly<
  Record<string, readonly (readonly [pdu: string, text: string | null])[]>
> = {
  "single without concat -> immediately": [[part("A"), "A"]],
  "1-of-1 -> immediately": [[part("A", 1, 1, 1), "A"]],
  "2/2 in order": [
    [part("A", 1, 2, 1), null],
    [part("B", 1, 2, 2), "AB"],
  ],
  "3/3 in order": [
    [part("A", 1, 3, 1), null],
    [part("B", 1, 3, 2), null],
    [part("C", 1, 3, 3), "ABC"],
  ],
  "3 parts 1,3 then duplicate 3 -> ErrDuplicateSegment, then 2 completes": [
    [part("A", 1, 3, 1), null],
    [part("C", 1, 3, 3), null],
    [part("C", 1, 3, 3), null],
    [part("B", 1, 3, 2), "ABC"],
  ],
  "two refs interleaved, both complete": [
    [part("A", 1, 2, 1), null],
    [part("x", 2, 2, 1), null],
    [part("B", 1, 2, 2), "AB"],
    [part("y", 2, 2, 2), "xy"],
  ],
  "16-bit concat completes": [
    [part("A", 0x1234, 2, 1, 16), null],
    [part("B", 0x1234, 2, 2, 16), "AB"],
  ],
};

function part(letter: string, reference = 0, total = 0, sequence = 0, bits: 8 | 16 = 8): string {
  const hex = `00${octet(letter.charCodeAt(0))}`;
  return total === 0
    ? headerPdu("", hex, { dcs: 8 })
    : headerPdu(concatenationElement(reference, total, sequence, bits), hex, { dcs: 8 });
}

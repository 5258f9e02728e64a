import { describe, expect, it } from "vitest";
import { type DecodeTpduOptions, decode } from "../decode.ts";
import { dissect } from "../dissect/dissect.ts";
import { encodeHex } from "../encode/encode.ts";
import { gsm7 } from "../gsm7/index.ts";
import { octetsOf } from "../octets.ts";
import { isPduError } from "../pdu-error.ts";
import { Reassembler } from "../reassembly/reassembler.ts";
import type { SmsDeliver } from "../sms-deliver.ts";
import type { Tpdu } from "../tpdu.ts";
import { verdictOf } from "./deliver-observations.ts";
import { type Comparison, expectAgreement } from "./expected-differences.ts";
import { partialTpdu } from "./partial-tpdu.ts";
import { rowsOf, type TpduRow } from "./rows.ts";
import { compareTpdu, type ObservedTpdu } from "./tpdu-observations.ts";

const ROWS = rowsOf("tpdus");

const KINDS = {
  SUBMIT: { type: "SMS-SUBMIT", direction: "to-network" },
  DELIVER_REPORT: { type: "SMS-DELIVER-REPORT", direction: "to-network" },
  COMMAND: { type: "SMS-COMMAND", direction: "to-network" },
  SUBMIT_REPORT: { type: "SMS-SUBMIT-REPORT", direction: "to-mobile" },
  STATUS_REPORT: { type: "SMS-STATUS-REPORT", direction: "to-mobile" },
} as const;

/** The reports of these suites are all of errors: their decoders know no other. */
function optionsFor({ type, hasSmsc }: TpduRow): DecodeTpduOptions {
  return { direction: KINDS[type].direction, outcome: "error", smsc: hasSmsc ? "present" : "absent" };
}

function decoded(row: TpduRow): Tpdu {
  return decode(row.hex, optionsFor(row));
}

/** TP-UD as it stands in the PDU, its header included. */
function userDataOctets({ hex, ...row }: TpduRow): Uint8Array {
  const children = dissect(hex, optionsFor({ hex, ...row })).children;
  const length = children.find(({ name }) => name === "TP-UDL");
  return octetsOf(hex).subarray((length?.offset ?? 0) + 1);
}

/** What is only asserted of text read with national tables that the PDU does not name. */
function comparedWithTables(row: TpduRow, value: ObservedTpdu): readonly Comparison[] {
  const { text, dataLen, ...others } = row.expect;
  const octets = userDataOctets(row);
  const septets = gsm7.unpack(octets, value.userDataLength ?? 0);
  const tables = { locking: row.langLock ?? 0, single: row.langSingle ?? 0 };
  return [
    ...compareTpdu(value, others),
    { field: "text", expected: text, observed: gsm7.decode(septets, tables) },
    { field: "dataLen", expected: dataLen, observed: octets.length },
  ];
}

function compareRow(row: TpduRow): readonly Comparison[] {
  const verdict = verdictOf(() => decoded(row) as Partial<SmsDeliver>);
  let value: ObservedTpdu;
  try {
    value = decoded(row);
  } catch (error) {
    if (!isPduError(error)) throw error;
    value = partialTpdu(row.hex, optionsFor(row));
  }
  const { type } = KINDS[row.type];
  const mustFail = "error" in row.expect;
  return [
    ...("type" in value ? [{ field: "type", expected: type, observed: value.type }] : []),
    ...(row.langLock === undefined ? compareTpdu(value, row.expect) : comparedWithTables(row, value)),
    ...Object.entries(row.derived ?? {}).flatMap(([field, expected]) =>
      field in row.expect ? [] : compareTpdu(value, { [field]: expected }),
    ),
    ...(mustFail ? [{ field: "error", expected: "rejected", observed: verdict }] : []),
    ...(mustFail || row.malformed ? [] : [{ field: "accepts", expected: "accepted", observed: verdict }]),
  ];
}

describe("PDUs of the other types from other decoders' suites", () => {
  it.each(ROWS.map((row) => [row.id, row.type, row] as const))("%s %s", (id, _, row) => {
    expectAgreement(id, compareRow(row));
  });

  // Rows with impossible times are rightly read, and rightly said to be doubtful.
  const trusted = (tpdu: Tpdu): Tpdu => ({
    ...tpdu,
    diagnostics: tpdu.diagnostics.filter(({ code }) => code !== "SMSC_AMBIGUOUS"),
  });

  it("are found with or without the service centre announced", () => {
    const strays: string[] = [];
    for (const row of ROWS) {
      if ("error" in row.expect || verdictOf(() => decoded(row) as Partial<SmsDeliver>) === "rejected")
        continue;
      const found = decode(row.hex, { ...optionsFor(row), smsc: "auto" });
      if (JSON.stringify(trusted(found)) !== JSON.stringify(decoded(row))) strays.push(row.id);
    }
    expect(strays).toEqual([]);
  });

  it("go back to the same octets wherever they were free of diagnostics", () => {
    let clean = 0;
    for (const row of ROWS) {
      if (verdictOf(() => decoded(row) as Partial<SmsDeliver>) === "rejected") continue;
      const value = decoded(row);
      if (value.diagnostics.length > 0) continue;
      clean += 1;
      expect(encodeHex(value, { smsc: row.hasSmsc ? "present" : "absent" }), row.id).toBe(row.hex);
    }
    expect(clean).toBeGreaterThanOrEqual(77);
  });
});

describe("messages in parts of the other types", () => {
  const sets = new Map<string, TpduRow[]>();
  for (const row of ROWS) if (row.set !== undefined) sets.set(row.set, [...(sets.get(row.set) ?? []), row]);

  it.each([...sets])("%s", (set, rows) => {
    const reassembler = new Reassembler();
    // What a mobile submits in parts is what the other mobile gets in parts.
    const messages = rows.map((row) => {
      const { destination, ...submit } = decoded(row) as Extract<Tpdu, { type: "SMS-SUBMIT" }>;
      const timestamp = { raw: "", iso: null, epochMs: null, offsetMinutes: null };
      return reassembler.add({ ...submit, originator: destination, timestamp } as unknown as SmsDeliver);
    });
    expectAgreement(set, [{ field: "setText", expected: rows[0]?.setText, observed: messages.at(-1)?.text }]);
    expect(messages.slice(0, -1).every((message) => message === null)).toBe(true);
  });
});

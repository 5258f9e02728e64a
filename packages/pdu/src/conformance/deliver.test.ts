import { describe, expect, it } from "vitest";
import { dataCodingOf } from "../data-coding.ts";
import { type DecodeOptions, decodeDeliver, decodeDeliverPlainly } from "../decode-deliver.ts";
import { octetsOf } from "../octets.ts";
import { isPduError } from "../pdu-error.ts";
import { startReading } from "../reading.ts";
import { Reassembler } from "../reassembly/reassembler.ts";
import type { SmsDeliver } from "../sms-deliver.ts";
import { readUserData } from "../user-data.ts";
import { compareValue, type Observed, verdictOf } from "./deliver-observations.ts";
import { type Comparison, expectAgreement, idsWithDifferences } from "./expected-differences.ts";
import { partialDeliver } from "./partial-deliver.ts";
import { rowsOf, type VectorRow } from "./rows.ts";

const ROWS = rowsOf("vectors");

function optionsFor({ hasSmsc }: VectorRow): DecodeOptions & { smsc: "present" | "absent" } {
  return { smsc: hasSmsc ? "present" : "absent" };
}

function decoded(row: VectorRow): Observed {
  return row.type === "UD" ? userDataOf(row) : decodeDeliverPlainly(row.hex, optionsFor(row));
}

/** A row that is TP-UD alone, its TP-UDL and TP-DCS given. */
function userDataOf({ hex, udl, dcs, udhi }: VectorRow): Observed {
  const reading = startReading(Uint8Array.of(udl ?? 0, ...octetsOf(hex)), false);
  const userData = readUserData(reading, dataCodingOf(dcs ?? 0), udhi === true, undefined);
  return { ...userData, diagnostics: reading.diagnostics };
}

function compareRow(row: VectorRow): readonly Comparison[] {
  const { expect: asserted, replaces } = row;
  const verdict = verdictOf(() => decoded(row));
  let value: Observed;
  try {
    value = decoded(row);
  } catch (error) {
    if (!isPduError(error)) throw error;
    value = row.hex === "" || error.code === "NOT_HEX" ? {} : partialDeliver(row.hex, optionsFor(row).smsc);
  }
  return [
    ...compareValue(value, { ...asserted, ...(replaces !== undefined && { replaces }) }),
    ...("error" in asserted ? [{ field: "error", expected: "rejected", observed: verdict }] : []),
    // Whatever a source reads is to be read here too, and so is what a peer once failed on.
    ...("error" in asserted || row.malformed || row.truncated
      ? []
      : [{ field: "accepts", expected: "accepted", observed: verdict }]),
    ...("caseInsensitive" in asserted
      ? [
          {
            field: "caseInsensitive",
            expected: decodeDeliver(row.hex.toUpperCase()),
            observed: decodeDeliver(row.hex.toLowerCase()),
          },
        ]
      : []),
  ];
}

describe("PDUs of other decoders' suites", () => {
  it.each(ROWS.map((row) => [row.id, row] as const))("%s", (id, row) => {
    expectAgreement(id, compareRow(row));
  });

  it("are read the same whether or not the service centre is announced", () => {
    const strays: string[] = [];
    for (const row of ROWS) {
      if (row.type === "UD" || "error" in row.expect || verdictOf(() => decoded(row)) === "rejected")
        continue;
      const plain = JSON.stringify(decoded(row));
      if (JSON.stringify(decodeDeliver(row.hex)) !== plain) strays.push(row.id);
    }
    expect(strays).toEqual([]);
  });

  it("are the only ones that the list of differences names", () => {
    const ids = new Set(
      [...ROWS, ...rowsOf("tpdus"), ...rowsOf("fields"), ...rowsOf("gsm7")].map(({ id }) => id),
    );
    expect([...idsWithDifferences()].filter((id) => !ids.has(id) && !SETS.has(id))).toEqual([]);
  });
});

const SETS = new Map<string, VectorRow[]>();
for (const row of ROWS) if (row.set !== undefined) SETS.set(row.set, [...(SETS.get(row.set) ?? []), row]);

describe("messages in parts of other decoders' suites", () => {
  it.each([...SETS])("%s", (set, rows) => {
    const reassembler = new Reassembler();
    const messages = rows.map((row) => reassembler.add(decoded(row) as SmsDeliver));
    const whole = messages.at(-1) ?? reassembler.flush()[0];
    const [{ setText, setDerived } = {}] = rows;
    const comparisons: Comparison[] = [];
    if (setText !== undefined)
      comparisons.push({ field: "setText", expected: setText, observed: whole?.text });
    if (setDerived !== undefined)
      comparisons.push({ field: "setDerived", expected: setDerived, observed: whole?.data?.toLowerCase() });
    expectAgreement(set, comparisons);
    expect(messages.slice(0, -1).every((message) => message === null)).toBe(true);
  });
});

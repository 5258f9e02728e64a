import { describe, it } from "vitest";
import { gsm7 } from "../gsm7/index.ts";
import { octetsOf, toHex } from "../octets.ts";
import { type Comparison, expectAgreement } from "./expected-differences.ts";
import { rowsOf, type SeptetRow } from "./rows.ts";

const CARRIAGE_RETURN = 0x0d;

function octets(hex: string): Uint8Array {
  return hex === "" ? new Uint8Array() : octetsOf(hex);
}

function septetsOf(row: SeptetRow): Uint8Array | null {
  return row.septets === undefined ? gsm7.encode(row.text ?? "", row) : octets(row.septets);
}

/** USSD fills seven spare bits with a carriage return, so that they are not read as an `@` (23.038, 6.1.2.3). */
function paddedForUssd(septets: Uint8Array, fill: number): Uint8Array {
  return (septets.length * 7 + fill) % 8 === 1 ? Uint8Array.of(...septets, CARRIAGE_RETURN) : septets;
}

function compareRow(row: SeptetRow): readonly Comparison[] {
  const { op, packed = "", fill = 0, text, ussd } = row;
  const septets = septetsOf(row);
  const comparisons: Comparison[] = [];
  if (text !== null && row.septets !== undefined)
    comparisons.push({ field: "decode", expected: text, observed: gsm7.decode(octets(row.septets), row) });
  if (op === "both" && text !== null && row.septets !== undefined)
    comparisons.push({
      field: "encode",
      expected: row.septets,
      observed: toHex(gsm7.encode(text, row) ?? new Uint8Array()),
    });
  if (op === "pack" || op === "both") {
    const padded = septets && ussd ? paddedForUssd(septets, fill) : septets;
    comparisons.push({ field: "pack", expected: packed, observed: padded && toHex(gsm7.pack(padded, fill)) });
  }
  if (op === "unpack" || op === "both") {
    const count = row.count ?? septets?.length;
    const unpacked = gsm7.unpack(octets(packed), count, fill);
    if (row.septets !== undefined)
      comparisons.push({ field: "unpack", expected: row.septets, observed: toHex(unpacked) });
    if (text !== null)
      comparisons.push({ field: "text", expected: text, observed: gsm7.decode(unpacked, row) });
  }
  return comparisons;
}

describe("GSM 7-bit of other decoders' suites", () => {
  it.each(rowsOf("gsm7").map((row) => [row.id, row.op, row] as const))("%s %s", (id, _, row) => {
    expectAgreement(id, compareRow(row));
  });
});

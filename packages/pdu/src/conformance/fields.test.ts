import { describe, expect, it } from "vitest";
import { decodeDeliver } from "../decode-deliver.ts";
import { Reassembler } from "../reassembly/reassembler.ts";
import { expectAgreement } from "./expected-differences.ts";
import { compareField, REASSEMBLY_STEPS } from "./field-observations.ts";
import { type FieldRow, rowsOf } from "./rows.ts";

const ROWS = rowsOf("fields");
const isReassembly = ({ kind }: FieldRow): boolean => kind === "REASSEMBLY";

describe("single fields of other decoders' suites", () => {
  it.each(ROWS.filter((row) => !isReassembly(row)).map((row) => [row.id, row.kind, row] as const))(
    "%s %s",
    (id, _, row) => {
      expectAgreement(id, compareField(row));
    },
  );
});

describe("reassembly as other suites go through it", () => {
  const steps = ROWS.filter(isReassembly).flatMap(({ expect: { steps: names } }) => names as string[]);

  it("is covered step by step", () => {
    expect(Object.keys(REASSEMBLY_STEPS).toSorted()).toEqual(steps.toSorted());
  });

  it.each(Object.entries(REASSEMBLY_STEPS))("%s", (_, parts) => {
    const reassembler = new Reassembler();
    for (const [pdu, text] of parts) expect(reassembler.add(decodeDeliver(pdu))?.text ?? null).toBe(text);
    expect(reassembler.pending).toBe(0);
  });
});

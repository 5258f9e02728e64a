import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAll } from "../testing/reading.ts";
import { readHexLines } from "./hex-lines.ts";

describe("readHexLines", () => {
  it("makes every line a loose PDU, blank ones too", async () => {
    const { items, records } = await readAll(readHexLines(["0791\r\n\n", " 07 91 \nnot hex"]));
    expect(items).toEqual(
      ["0791", "", " 07 91 ", "not hex"].map((pdu, i) => ({
        kind: "pdu",
        pdu,
        unit: "loose",
        line: i + 1,
        record: i + 1,
        index: 0,
        path: "",
      })),
    );
    expect(records).toBe(4);
  });

  it("makes a line above the limit one fault and goes on", async () => {
    const { items } = await readAll(readHexLines(["00\n0123456789\n11"], 4));
    expect(items.map((item) => (item.kind === "fault" ? [item.code, item.input] : item.pdu))).toEqual([
      "00",
      ["RECORD_TOO_LONG", "0123"],
      "11",
    ]);
  });

  it("gives one item a line, whatever stands there", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string().filter((line) => !line.includes("\n"))), async (lines) => {
        const { items, records } = await readAll(readHexLines([lines.map((line) => `${line}\n`).join("")]));
        expect(items).toHaveLength(lines.length);
        expect(records).toBe(lines.length);
      }),
    );
  });
});

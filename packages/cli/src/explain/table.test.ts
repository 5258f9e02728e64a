import { dissect } from "@smsproof/pdu/dissect";
import { describe, expect, it } from "vitest";
import { styleFor } from "../terminal/style.ts";
import { displayWidth } from "../terminal/width.ts";
import { CUT_OFF, FIRST_PART, SAMPLE, SAMPLE_ODD } from "../testing/pdus.ts";
import { rowsOf } from "./rows.ts";
import { type TableOptions, tableLines } from "./table.ts";

const plain = styleFor({ isTTY: false }, {});

function table(pdu: string, options: Partial<TableOptions> = {}): readonly string[] {
  return tableLines(rowsOf(dissect(pdu), pdu), {
    style: plain,
    width: 120,
    clauses: false,
    bits: "flags",
    ...options,
  });
}

describe("tableLines", () => {
  it("is the example of the design", () => {
    const withoutBits = table(SAMPLE).filter((line) => !/^ {5}[01.]{4} [01.]{4}/.test(line));
    expect(withoutBits.slice(0, 3)).toEqual([
      "  0  07              SMSC length      7 octets",
      "  1  91              SMSC type        international, E.164",
      "  2  7283010010F5    SMSC             +27381000015",
    ]);
    expect(withoutBits).toHaveLength(12);
  });

  it("explains the bits of the first octet and of TP-DCS, all bits where wanted", () => {
    const lines = table(SAMPLE).filter((line) => /^ {5}[01.]{4} [01.]{4}/.test(line));
    expect(lines).toContain("     .... .1..         TP-MMS         no more messages waiting");
    expect(lines.length).toBeGreaterThan(8);
    const all = table(SAMPLE, { bits: "all" });
    expect(all.filter((line) => line.includes("1000001")).map((line) => line.trim().split(/\s+/))).toEqual([
      ["1000001", "septet", "A"],
      ["1000001", "septet", "A"],
      ["1000001", "septet", "A"],
    ]);
  });

  it("shows clauses in one column", () => {
    const lines = table(SAMPLE, { clauses: true });
    const at = lines.flatMap((line) => {
      const found = line.search(/2[34]\.0\d\d /);
      return found === -1 ? [] : [found];
    });
    expect(new Set(at).size).toBe(1);
    expect(at).toHaveLength(12);
  });

  it("keeps long fields aligned and within the width", () => {
    const lines = table(SAMPLE_ODD, { width: 80 });
    const userData = lines.findIndex((line) => line.includes(" TP-UD "));
    expect(lines[userData + 1]).toMatch(/^ {1,2}\d+ {2}[0-9A-F]+/);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it("indents the elements of the header", () => {
    expect(table(FIRST_PART).some((line) => /0003A50201 +concatenation 8 /.test(line))).toBe(true);
  });

  it("marks what is odd under its line", () => {
    const lines = table(SAMPLE_ODD);
    const timestamp = lines.findIndex((line) => line.includes(" TP-SCTS "));
    expect(lines[timestamp + 1]).toMatch(/^ {5}! .*TIMESTAMP_IMPOSSIBLE$/);
    expect(table(CUT_OFF).at(-1)).toMatch(/^ {5}✗ .*CUT$/);
  });

  it("colours by field", () => {
    const lines = table(SAMPLE, { style: styleFor({ isTTY: true }, {}) });
    expect(lines.find((line) => line.includes("TP-SCTS"))).toContain("\u001b[32m99309251619580");
  });
});

import { dissect } from "@smsproof/pdu/dissect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CUT_OFF, FIRST_PART, SAMPLE, SAMPLE_ODD } from "../testing/pdus.ts";
import { hasErrors, headline, rowsOf } from "./rows.ts";

const explain = (pdu: string) => rowsOf(dissect(pdu), pdu);

describe("rowsOf", () => {
  it("gives a row a field", () => {
    expect(explain(SAMPLE).map(({ offset, hex, name }) => [offset, hex, name])).toEqual([
      [0, "07", "SMSC length"],
      [1, "91", "SMSC type"],
      [2, "7283010010F5", "SMSC"],
      [8, "04", "first octet"],
      [9, "0B", "TP-OA length"],
      [10, "C8", "TP-OA type"],
      [11, "7238880900F1", "TP-OA"],
      [17, "00", "TP-PID"],
      [18, "00", "TP-DCS"],
      [19, "99309251619580", "TP-SCTS"],
      [26, "03", "TP-UDL"],
      [27, "C16010", "TP-UD"],
    ]);
  });

  it("gives a row an element of the header, indented", () => {
    const element = explain(FIRST_PART).find(({ indent }) => indent === 1);
    expect(element).toMatchObject({ hex: "0003A50201", name: "concatenation 8" });
  });

  it("puts what is odd under the row where it stands", () => {
    const odd = explain(SAMPLE_ODD).filter(({ diagnostics }) => diagnostics.length > 0);
    expect(odd.map(({ name, diagnostics }) => [name, diagnostics.map(({ code }) => code)])).toContainEqual([
      "TP-SCTS",
      ["TIMESTAMP_IMPOSSIBLE"],
    ]);
  });

  it("shows every octet once and loses no diagnostic, whatever the PDU", () => {
    const octets = fc
      .uint8Array({ minLength: 1, maxLength: 60 })
      .map((all) => Buffer.from(all).toString("hex").toUpperCase());
    const cut = fc
      .nat({ max: SAMPLE_ODD.length / 2 - 1 })
      .map((length) => SAMPLE_ODD.slice(0, length * 2 + 2));
    fc.assert(
      fc.property(fc.oneof(octets, cut), (pdu) => {
        const tree = dissect(pdu);
        const rows = rowsOf(tree, pdu);
        expect(rows.map(({ hex }) => hex).join("")).toBe(pdu);
        expect(rows.flatMap(({ diagnostics }) => diagnostics)).toHaveLength(count(tree));
      }),
    );
  });
});

function count(node: ReturnType<typeof dissect>): number {
  return node.diagnostics.length + node.children.reduce((sum, child) => sum + count(child), 0);
}

describe("hasErrors", () => {
  it("tells a broken PDU from an odd one", () => {
    expect(hasErrors(dissect(SAMPLE))).toBe(false);
    expect(hasErrors(dissect(CUT_OFF))).toBe(true);
  });
});

describe("headline", () => {
  it("counts octets and says whether an SMSC is there", () => {
    expect(headline(dissect(SAMPLE))).toBe("SMS-DELIVER · 30 octets · SMSC present");
    expect(headline(dissect(FIRST_PART))).toBe("SMS-DELIVER · 27 octets · no SMSC");
  });
});

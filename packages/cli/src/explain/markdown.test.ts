import { dissect } from "@smsproof/pdu/dissect";
import { describe, expect, it } from "vitest";
import { SAMPLE, SAMPLE_ODD } from "../testing/pdus.ts";
import { markdownLines } from "./markdown.ts";
import { headline, rowsOf } from "./rows.ts";

const markdown = (pdu: string, clauses = true): readonly string[] => {
  const tree = dissect(pdu);
  return markdownLines(headline(tree), rowsOf(tree, pdu), clauses);
};

describe("markdownLines", () => {
  it("is a table with as many cells in each row", () => {
    for (const lines of [markdown(SAMPLE), markdown(SAMPLE_ODD)]) {
      expect(lines.slice(2, 5)).toEqual([
        "| offset | octets | field | meaning | clause |",
        "| ---: | --- | --- | --- | --- |",
        "| 0 | `07` | SMSC length | 7 octets | 24.011 8.2.5.1 |",
      ]);
      for (const line of lines.slice(2)) expect(line.replaceAll("\\|", "").split("|")).toHaveLength(7);
    }
    expect(markdown(SAMPLE, false)[4]).toBe("| 0 | `07` | SMSC length | 7 octets |");
  });

  it("keeps texts from becoming markup", () => {
    // The text is `<b>*`.
    const row = markdown("04049121430000221011213000000" + "43CB14F05", false).find((line) =>
      line.includes("| TP-UD |"),
    );
    expect(row).toContain('| "&lt;b>\\*" |');
  });
});

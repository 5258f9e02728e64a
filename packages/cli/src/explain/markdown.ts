import { escaped, tableRow } from "../output/markdown-text.ts";
import type { Row } from "./rows.ts";

/** Rows as a Markdown table, diagnostics in the cell of what the octets mean. */
export function markdownLines(headline: string, rows: readonly Row[], clauses: boolean): readonly string[] {
  const header = ["offset", "octets", "field", "meaning", ...(clauses ? ["clause"] : [])];
  return [
    `**${escaped(headline)}**`,
    "",
    tableRow(header),
    tableRow(header.map((_, i) => (i === 0 ? "---:" : "---"))),
    ...rows.map((row) => {
      const odd = row.diagnostics.map(
        ({ severity, code, message }) => `<br>**${severity}** ${escaped(message)} \`${code}\``,
      );
      return tableRow([
        String(row.offset),
        row.hex === "" ? "" : `\`${row.hex}\``,
        escaped(row.name),
        escaped(row.meaning) + odd.join(""),
        ...(clauses ? [escaped(row.clause)] : []),
      ]);
    }),
  ];
}

import type { ComparisonResult, DimensionResult } from "../result/comparison-result.ts";
import { quote } from "../result/quote.ts";

/** The result as Markdown tables, for a ticket. Texts are escaped: they never become markup. */
export function toMarkdown(result: ComparisonResult): string {
  const lines = [
    `**${result.overall}** ${escaped(result.summary)}`,
    "",
    "| | verdict | sent | delivered |",
    "|---|---|---|---|",
    dimensionRow("sender", result.sender),
    dimensionRow("text", result.content),
  ];
  if (result.findings.length > 0) {
    lines.push("", "| severity | finding | code |", "|---|---|---|");
    for (const { severity, explanation, expectedBy, code } of result.findings) {
      const rule = expectedBy === undefined ? "" : ` Known of ${expectedBy.country}: ${expectedBy.rule}.`;
      lines.push(`| ${severity} | ${escaped(explanation + rule)} | \`${code}\` |`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function dimensionRow(name: string, { verdict, compared }: DimensionResult): string {
  const [sent, delivered] =
    compared === null ? ["", "not reported"] : [quote(compared.sent), quote(compared.delivered)];
  return `| ${name} | ${verdict} | ${escaped(sent)} | ${escaped(delivered)} |`;
}

/** Everything that Markdown, or HTML inside it, would read as markup. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&]/g, "\\$&");

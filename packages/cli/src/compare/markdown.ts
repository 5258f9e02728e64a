import type { ComparisonResult, DimensionResult } from "@smsproof/compare";
import { errorInWords, placeInWords } from "../decode/result.ts";
import { escaped, tableRow } from "../output/markdown-text.ts";
import type { Compared } from "./compared.ts";
import { findingNotes, findingSentence, routeFacts } from "./finding-words.ts";
import type { CompareFormat } from "./format.ts";
import { exchangedSender, type MarkedRun, markedText } from "./marked-text.ts";

/** Tables for a ticket: what became of sender and text, then the findings. */
export function markdownComparisons(): CompareFormat {
  let first = true;
  return {
    tellsPlaces: true,
    head: () => "",
    result(compared) {
      const lines = linesOf(compared);
      if (!first) lines.unshift("");
      first = false;
      return lines.map((line) => `${line}\n`).join("");
    },
    tail: () => "",
  };
}

function linesOf(compared: Compared): string[] {
  if (compared.kind === "error")
    return [`**Not compared:** ${escaped(`${placeInWords(compared)}: ${errorInWords(compared.value)}`)}`];
  const { value, extras } = compared;
  const { id } = extras;
  const title = typeof id === "string" || typeof id === "number" ? ` \`${escaped(String(id))}\`` : "";
  const facts = routeFacts(value);
  return [
    `**${value.overall}**${title} ${escaped(value.summary)}`,
    "",
    tableRow(["", "verdict", "sent → delivered"]),
    tableRow(["---", "---", "---"]),
    dimensionRow("sender", value.sender, exchangedSender(value)),
    dimensionRow("content", value.content, markedText(value.content)),
    ...findingRows(value),
    ...(facts.length === 0 ? [] : ["", escaped(facts.join(" · "))]),
  ];
}

function dimensionRow(label: string, { verdict }: DimensionResult, runs: readonly MarkedRun[]): string {
  const text = runs
    .map((run) => (run.kind === null ? escaped(run.text) : `**${escaped(run.text)}**`))
    .join("");
  return tableRow([label, verdict, text]);
}

function findingRows(result: ComparisonResult): readonly string[] {
  if (result.findings.length === 0) return [];
  return [
    "",
    tableRow(["severity", "finding", "code"]),
    tableRow(["---", "---", "---"]),
    ...result.findings.map((finding) =>
      tableRow([
        finding.severity,
        [findingSentence(finding), ...findingNotes(finding, result)].map(escaped).join("<br>"),
        `\`${finding.code}\``,
      ]),
    ),
  ];
}

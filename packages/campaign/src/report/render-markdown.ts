import type { CampaignReport } from "./campaign-report.ts";
import { lineOf } from "./render-text.ts";

/** A table for a ticket or a pull request: one row for each test. What handsets showed cannot break out of its cell. */
export function renderMarkdown(report: CampaignReport): string {
  const { tests, delivered, outcome, campaign, sendUnknown } = report;
  const rows = tests.map((record) => {
    const line = lineOf(record);
    const delay = line.delaySeconds === null ? "" : `${line.delaySeconds} s`;
    return [line.network, line.sender, line.status, line.senderVerdict, line.contentVerdict, delay, line.why]
      .map(cell)
      .join(" | ");
  });
  const doubts = [
    report.states["create-unknown"] > 0
      ? `${report.states["create-unknown"]} creations of unknown outcome, not repeated.`
      : "",
    sendUnknown > 0 ? `${sendUnknown} messages of unknown outcome, not sent again.` : "",
  ].filter((doubt) => doubt !== "");
  return [
    `## Campaign ${cell(campaign)}: ${outcome}`,
    "",
    [`${delivered} of ${tests.length} delivered.`, ...doubts].join(" "),
    "",
    "| Network | Route | Status | Sender | Content | Delay | Why |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows.map((row) => `| ${row} |`),
    "",
  ].join("\n");
}

function cell(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&]/g, (character) => `\\${character}`)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}

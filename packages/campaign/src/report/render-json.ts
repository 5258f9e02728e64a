import type { StoredTest } from "../store/campaign-store.ts";
import type { CampaignReport } from "./campaign-report.ts";
import { lineOf } from "./render-text.ts";

/** The whole report as JSON, evidence included. */
export function renderJson(report: CampaignReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** One line of JSON for each test, evidence included. */
export function* renderNdjson(tests: Iterable<StoredTest>): Generator<string> {
  for (const { campaign, record } of tests) yield `${JSON.stringify({ campaign, ...record })}\n`;
}

const COLUMNS = [
  "campaign",
  "index",
  "sent_at",
  "vendor",
  "route",
  "network",
  "status",
  "sender_sent",
  "sender_delivered",
  "sender_verdict",
  "content_verdict",
  "findings",
  "delay_seconds",
  "text_sent",
  "text_delivered",
  "why",
] as const;

/** CSV after RFC 4180, a header first: one line for each test, verdicts and texts. */
export function* renderCsv(tests: Iterable<StoredTest>): Generator<string> {
  yield `${COLUMNS.join(",")}\r\n`;
  for (const { campaign, record } of tests) {
    const line = lineOf(record);
    const values = [
      campaign,
      String(record.index),
      record.sentAt ?? "",
      record.vendor,
      record.sender,
      line.network,
      line.status,
      record.message.sender,
      record.result?.sender ?? "",
      line.senderVerdict,
      line.contentVerdict,
      record.comparison?.findings.map(({ code }) => code).join(" ") ?? "",
      line.delaySeconds === null ? "" : String(line.delaySeconds),
      record.sentText ?? "",
      record.result?.text ?? "",
      line.why,
    ];
    yield `${values.map(field).join(",")}\r\n`;
  }
}

/** A spreadsheet takes what begins with one of these signs for a formula, and a message may hold anything. */
function field(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) && !/^[+-]?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

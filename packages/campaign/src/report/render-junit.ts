import type { TestRecord } from "../run/test-record.ts";
import { type CampaignReport, isAltered } from "./campaign-report.ts";
import { lineOf } from "./render-text.ts";

/**
 * JUnit XML as continuous integration servers read it: an altered delivery is a failure, a result that is missing an
 * error, a test beyond the budget skipped.
 */
export function renderJunit(report: CampaignReport): string {
  const cases = report.tests.map((record) => ({ record, line: lineOf(record) }));
  const failures = report.tests.filter(isAltered).length;
  const skipped = report.states.skipped;
  const errors = report.tests.filter(isMissing).length;
  const body = cases.map(({ record, line }) => {
    const name = `${line.network} ${record.message.sender} #${record.index}`;
    const time = line.delaySeconds === null ? "" : ` time="${line.delaySeconds}"`;
    const head = `    <testcase classname="${xml(`${line.vendor}.${line.sender}`)}" name="${xml(name)}"${time}`;
    const verdict = innerOf(record, line.status, line.why);
    return verdict === "" ? `${head}/>` : `${head}>\n      ${verdict}\n    </testcase>`;
  });
  const counts = `tests="${report.tests.length}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${xml(report.campaign)}" ${counts} timestamp="${report.startedAt}">`,
    ...body,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function innerOf(record: TestRecord, status: string, why: string): string {
  if (isAltered(record)) {
    const codes =
      record.comparison?.findings.filter(({ level }) => level !== null).map(({ code }) => code) ?? [];
    const detail = `sent:      ${record.sentText ?? ""}\ndelivered: ${record.result?.text ?? ""}`;
    return `<failure type="${codes[0] ?? record.comparison?.overall ?? ""}" message="${xml(why)}">${xml(detail)}</failure>`;
  }
  if (record.state === "skipped") return `<skipped message="${xml(why)}"/>`;
  return isMissing(record) ? `<error type="${status}" message="${xml(why)}"/>` : "";
}

function isMissing(record: TestRecord): boolean {
  return record.state !== "skipped" && !isAltered(record) && record.result?.status.delivered !== true;
}

/** XML 1.0 has no place for most control characters and lone surrogates, escaped or not: they become U+FFFD. */
export function xml(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

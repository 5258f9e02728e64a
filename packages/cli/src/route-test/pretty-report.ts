import { type CampaignReport, isAltered, lineOf, type TestRecord } from "@smsproof/campaign";
import { narrowRows } from "../compare/narrow-rows.ts";
import { blocksOf } from "../compare/report-blocks.ts";
import { wideRows } from "../compare/wide-rows.ts";
import { grouped } from "../decode/failures.ts";
import { printable } from "../terminal/printable.ts";
import type { Style } from "../terminal/style.ts";
import { testRows } from "./test-rows.ts";

/** Altered messages that are shown with their proof. */
const MAX_PROOFS = 10;

/** For people: a row for each test, the proof of what was altered, and what it came to. */
export function prettyReport(
  report: CampaignReport,
  { style, width }: { readonly style: Style; readonly width: number },
): string {
  const rows = report.tests.map((record) => {
    const line = lineOf(record);
    // That nothing was changed is seen from the verdicts.
    const good = line.status === "delivered" && !isAltered(record) && record.send?.outcome === "accepted";
    return good && !hasFindings(record) ? { ...line, why: "" } : line;
  });
  const altered = report.tests.filter(isAltered);
  const lines = [
    ...testRows(rows, { style, width }),
    ...altered.slice(0, MAX_PROOFS).flatMap((record) => proofOf(record)),
    ...(altered.length > MAX_PROOFS
      ? ["", `${altered.length - MAX_PROOFS} more were altered; --format json has all of them.`]
      : []),
    "",
    wordsOf(report),
  ];
  return lines.map((line) => `${line}\n`).join("");

  function proofOf(record: TestRecord): readonly string[] {
    if (record.comparison === null) return [];
    const { network, operator } = lineOf(record);
    const blocks = blocksOf(record.comparison);
    return [
      "",
      style("bold", printable([network, operator].filter((part) => part !== "").join(" "))),
      ...(wideRows(blocks, style, width) ?? narrowRows(blocks, style, width)),
    ];
  }
}

const hasFindings = ({ comparison }: TestRecord): boolean =>
  comparison?.findings.some(({ level }) => level !== null) === true;

/** `3 tests: 1 as sent, 1 altered, 1 without a delivery.` */
export function wordsOf(report: CampaignReport): string {
  const { tests, states, sendUnknown } = report;
  const count = (wanted: (record: TestRecord) => boolean): number => tests.filter(wanted).length;
  const delivered = count(({ result }) => result?.status.delivered === true);
  const altered = count(isAltered);
  const open = states.planned + states.creating + states.created + states.sending + states.sent;
  const openDelivered = count(({ state, result }) => state === "sent" && result?.status.delivered === true);
  const parts = [
    [delivered - altered, "as sent"],
    [altered, "altered"],
    [tests.length - delivered - open + openDelivered - states.skipped, "without a delivery"],
    [open - openDelivered, "still open"],
    [states.skipped, "skipped"],
  ] as const;
  const words = parts.flatMap(([number, what]) => (number > 0 ? [`${grouped(number)} ${what}`] : []));
  const doubts = [...doubt(states["create-unknown"], "creation"), ...doubt(sendUnknown, "sending")];
  const total = `${grouped(tests.length)} ${tests.length === 1 ? "test" : "tests"}`;
  return [`${total}: ${words.join(", ")}.`, ...doubts].join(" ");
}

function doubt(number: number, what: string): readonly string[] {
  if (number === 0) return [];
  return [`${grouped(number)} ${what}${number === 1 ? "" : "s"} of unknown outcome, not repeated.`];
}

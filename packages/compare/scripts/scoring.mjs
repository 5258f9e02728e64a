// Labelled cases: how they are read, turned into comparison input, and scored. The rules are those of cases/labelling.md.
import { readFileSync } from "node:fs";

/** The rows of a file with one JSON object a line. */
export function readCases(file) {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}

/** The comparison input of a labelled case: its `context` becomes destination, times, receipts and vendor status. */
export function inputOf({ sent, delivered, context = {} }) {
  const { country, mcc, mnc, sentAt, receivedAt, receipts, receipt, dlr, vendorStatus, smsc } = context;
  return {
    sent: { sentAt, ...sent },
    delivered: { receivedAt, receipts, receipt, vendorStatus, smsc, ...delivered },
    destination: { country, mcc, mnc },
    ...(dlr === undefined ? {} : { dlr }),
  };
}

/** The row that a comparison result predicts for a case. */
export function predictionOf(id, result) {
  return {
    id,
    senderVerdict: result.sender.verdict,
    contentVerdict: result.content.verdict,
    findings: result.findings.map(({ code }) => code),
  };
}

const ratio = (part, whole) => (whole === 0 ? 1 : part / whole);

/** Verdict accuracy and findings precision and recall; ambiguous rows do not count, accepted codes neither way. */
export function scoreOf(cases, predictions) {
  const predicted = new Map(predictions.map((row) => [row.id, row]));
  const right = { sender: 0, content: 0, whole: 0 };
  const counts = { found: 0, extra: 0, missed: 0 };
  const faults = [];
  let scored = 0;
  for (const { id, expected, ambiguous, note } of cases) {
    if (ambiguous) continue;
    scored += 1;
    const row = predicted.get(id) ?? { findings: [] };
    const wanted = new Set(expected.findings);
    const allowed = new Set([...expected.findings, ...(expected.accept ?? [])]);
    const given = new Set(row.findings);
    const missed = [...wanted].filter((code) => !given.has(code));
    const extra = [...given].filter((code) => !allowed.has(code));
    const sender = row.senderVerdict === expected.senderVerdict;
    const content = row.contentVerdict === expected.contentVerdict;
    if (sender) right.sender += 1;
    if (content) right.content += 1;
    counts.found += wanted.size - missed.length;
    counts.missed += missed.length;
    counts.extra += extra.length;
    if (sender && content && missed.length === 0 && extra.length === 0) right.whole += 1;
    else faults.push({ id, expected, row, missed, extra, note });
  }
  return {
    cases: scored,
    senderVerdict: ratio(right.sender, scored),
    contentVerdict: ratio(right.content, scored),
    precision: ratio(counts.found, counts.found + counts.extra),
    recall: ratio(counts.found, counts.found + counts.missed),
    wholeCases: right.whole,
    faults,
  };
}

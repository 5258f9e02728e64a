import type { CompareInput } from "../result/compare-input.ts";
import type { Finding } from "../result/comparison-result.ts";
import { findingOf } from "../result/finding.ts";

/** Seconds between two moments, null when one is missing or cannot be read. A time without a zone is UTC. */
export function secondsBetween(from: string | undefined, to: string | undefined): number | null {
  const start = readTime(from);
  const end = readTime(to);
  return start === null || end === null ? null : Math.round((end - start) / 1000);
}

function readTime(text: string | undefined): number | null {
  if (text === undefined) return null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text.trim()) ? text.trim() : `${text.trim()}Z`;
  const time = Date.parse(zoned.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(time) ? null : time;
}

const DELIVERED = /^(?:delivrd|delivered)$/i;

/** A vendor's words for a handset that was not there: then a receipt "delivered" proves nothing. */
const OFFLINE = /OFFLINE|NOT_AVAILABLE|UNAVAILABLE|INTERNAL_ERROR|EXTERNAL/i;

/** Late, twice, or claimed and never received. */
export function findDeliveryFindings(
  { sent, delivered, dlr }: CompareInput,
  duplicatePdus: number,
  lateAfterSeconds: number,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (isFakeReceipt(delivered, dlr) && dlr !== undefined)
    findings.push(
      findingOf({
        code: "DELIVERY_FAKE_DLR",
        explanation: `The supplier's receipt says ${dlr.status}, but the handset, there for the whole time, got nothing.`,
        evidence: [{ kind: "receipt", status: dlr.status, ...(dlr.at === undefined ? {} : { at: dlr.at }) }],
      }),
    );
  const received = delivered.receivedAt ?? firstOf(delivered.receipts);
  const latency = secondsBetween(sent.sentAt, received);
  if (latency !== null && latency > lateAfterSeconds)
    findings.push(
      findingOf({
        code: "DELIVERY_LATE",
        explanation: `The handset had the message ${latency} s after it was submitted; the limit is ${lateAfterSeconds} s.`,
        evidence: [{ kind: "vendor", field: "receivedAt", value: received ?? "" }],
      }),
    );
  const times = Math.max(delivered.receipts?.length ?? 1, 1 + duplicatePdus);
  if (times > 1)
    findings.push(
      findingOf({
        code: "DELIVERY_DUPLICATE",
        explanation: `The same message came ${times} times.`,
        evidence: [{ kind: "vendor", field: duplicatePdus > 0 ? "pdus" : "receipts", value: String(times) }],
        occurrences: times,
      }),
    );
  return findings;
}

const firstOf = (times: readonly string[] | undefined): string | undefined =>
  times?.toSorted((a, b) => (readTime(a) ?? 0) - (readTime(b) ?? 0))[0];

function isFakeReceipt(
  { receipt, vendorStatus, sender, text }: CompareInput["delivered"],
  dlr: CompareInput["dlr"],
): boolean {
  const nothing =
    receipt === "NOT_DELIVERED" ||
    (receipt === undefined && /^(?:NOT_DELIVERED|NEGATIVE)/i.test(vendorStatus ?? ""));
  return (
    nothing &&
    sender === null &&
    text === null &&
    DELIVERED.test(dlr?.status ?? "") &&
    !OFFLINE.test(vendorStatus ?? "")
  );
}

import type { CompareInput } from "../result/compare-input.ts";
import type { ComparisonResult, Finding } from "../result/comparison-result.ts";
import { findingOf } from "../result/finding.ts";
import { quote } from "../result/quote.ts";
import type { Verdict } from "../result/verdict.ts";
import { readNumber } from "../sender/sender-number.ts";
import type { PduEvidence } from "./pdu-evidence.ts";

const REPLACED_FLAG = /^(?:TEXT_OR_SENDER_REPLACED|4)(?:\(4\))?$/i;

/** Whether the vendor's text, PDUs and status agree with each other and with the comparison. */
export function findVendorFindings(
  delivered: CompareInput["delivered"],
  pdus: PduEvidence,
  verdicts: readonly Verdict[],
): { readonly findings: readonly Finding[]; readonly flag: ComparisonResult["vendorFlag"] } {
  const findings: Finding[] = [];
  if (pdus.incomplete !== null)
    findings.push(
      findingOf({
        code: "EVIDENCE_PDU_INCOMPLETE",
        explanation: `The PDUs do not show the whole message, so the vendor's text was compared: ${pdus.incomplete}.`,
        evidence: [{ kind: "vendor", field: "pdus", value: String(delivered.pdus?.length ?? 0) }],
      }),
    );
  if (pdus.message !== null) findings.push(...mismatches(delivered, pdus.message));
  const flag = judgeFlag(delivered.vendorStatus, verdicts);
  if (flag.agreement === "UNEXPLAINED")
    findings.push(
      findingOf({
        code: "EVIDENCE_VENDOR_FLAG_UNEXPLAINED",
        explanation: `The vendor says ${flag.status}, but sender and text are the same as sent.`,
        evidence: [{ kind: "vendor", field: "vendorStatus", value: flag.status ?? "" }],
      }),
    );
  return { findings, flag };
}

function mismatches(
  delivered: CompareInput["delivered"],
  message: { readonly sender: string; readonly text: string },
): readonly Finding[] {
  const differing: { readonly field: string; readonly vendor: string; readonly pdu: string }[] = [];
  if (delivered.text !== null && delivered.text !== message.text)
    differing.push({ field: "text", vendor: delivered.text, pdu: message.text });
  if (delivered.sender !== null && !isSameSender(delivered.sender, message.sender))
    differing.push({ field: "sender", vendor: delivered.sender, pdu: message.sender });
  const [first] = differing;
  if (first === undefined) return [];
  return [
    findingOf({
      code: "EVIDENCE_VENDOR_PDU_MISMATCH",
      explanation: `The vendor reports the ${first.field} ${quote(first.vendor)}, the PDUs say ${quote(first.pdu)}; the PDUs were compared.`,
      evidence: differing.map(({ field, vendor, pdu }) => ({
        kind: "strings",
        sent: `vendor ${field}: ${vendor}`,
        delivered: `PDU ${field}: ${pdu}`,
      })),
      occurrences: differing.length,
    }),
  ];
}

/** A plus, or none, before the same digits is notation: PDUs carry it in the type of number. */
function isSameSender(vendor: string, pdu: string): boolean {
  if (vendor === pdu) return true;
  const [one, other] = [readNumber(vendor), readNumber(pdu)];
  return one !== null && other !== null && one.digits === other.digits;
}

function judgeFlag(status: string | undefined, verdicts: readonly Verdict[]): ComparisonResult["vendorFlag"] {
  if (status === undefined) return { status: null, agreement: "NONE" };
  const known = verdicts.filter((verdict) => verdict !== "UNKNOWN");
  const changed = known.some((verdict) => verdict !== "SAME" && verdict !== "EQUIVALENT");
  if (!REPLACED_FLAG.test(status))
    return { status, agreement: changed && /^POSITIVE/i.test(status) ? "MISSED" : "NONE" };
  if (known.length === 0) return { status, agreement: "NONE" };
  return { status, agreement: changed ? "CONFIRMED" : "UNEXPLAINED" };
}

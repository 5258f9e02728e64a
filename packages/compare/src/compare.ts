import { alignTexts } from "./align/align-texts.ts";
import { readDelivered } from "./align/delivered-text.ts";
import { editsOf } from "./align/edits.ts";
import { compareContent } from "./content/compare-content.ts";
import { contentFindings } from "./content/content-findings.ts";
import { describeContent } from "./content/describe-content.ts";
import { callingCodeOf, destinationCountry } from "./country/country.ts";
import { findRule } from "./country/rules.ts";
import { findDeliveryFindings, secondsBetween } from "./evidence/delivery-findings.ts";
import { type PduEvidence, readPdus } from "./evidence/pdu-evidence.ts";
import { findRouteFindings } from "./evidence/route-findings.ts";
import { findVendorFindings } from "./evidence/vendor-findings.ts";
import { summarize } from "./render/summary.ts";
import type { CompareInput, CompareOptions } from "./result/compare-input.ts";
import type { ComparisonResult, DimensionResult, Edit, Finding } from "./result/comparison-result.ts";
import { findingOf } from "./result/finding.ts";
import type { Dimension } from "./result/finding-codes.ts";
import { bySeverity, highestVerdict, type Verdict } from "./result/verdict.ts";
import { compareSenders } from "./sender/compare-sender.ts";
import { describeSender } from "./sender/describe-sender.ts";
import { readNumber, senderKind } from "./sender/sender-number.ts";
import { isGsm7, segmentSent } from "./sent-segmentation.ts";
import { asItStands } from "./text/mapped-text.ts";

const LATE_AFTER_SECONDS = 60;

const ORDER: readonly Dimension[] = ["sender", "content", "route", "delivery", "evidence"];

/**
 * Compares what was sent with what was delivered. Models of network behaviour run forward on the sent text: an
 * explanation that reproduces the delivered text exactly is proof. The verdict of a dimension is the highest level
 * among its findings. A whole and clean set of PDUs outranks what the vendor reports. Never throws, whatever the
 * strings hold.
 */
export function compare(input: CompareInput, options: CompareOptions = {}): ComparisonResult {
  const { sent, delivered } = input;
  const country = destinationCountry(input.destination);
  const pdus = readPdus(delivered.pdus);
  const source = pdus.message === null ? "vendor" : "pdu";
  const deliveredSender = pdus.message?.sender ?? delivered.sender;
  const deliveredText = pdus.message?.text ?? delivered.text;
  const segmentation = segmentSent(sent.text, sent.encoding);

  const sender = compareSenderDimension(sent.sender, deliveredSender, source, country);
  const content = compareContentDimension(input, deliveredText, source, country, segmentation.parts);
  const route = findRouteFindings({
    sentSender: sent.sender,
    deliveredSender,
    country,
    pdus,
    segmentation,
    sentAlphabet: alphabetAskedFor(sent.text, sent.encoding),
    vendorSmsc: delivered.smsc ?? null,
  });
  const verdicts: readonly Verdict[] = [sender.result.verdict, content.result.verdict];
  const vendor = findVendorFindings(delivered, pdus, verdicts);
  const findings = [
    ...sender.findings,
    ...content.findings,
    ...route,
    ...findDeliveryFindings(input, pdus.duplicates, options.lateAfterSeconds ?? LATE_AFTER_SECONDS),
    ...vendor.findings,
  ].sort((a, b) => ORDER.indexOf(a.dimension) - ORDER.indexOf(b.dimension) || bySeverity(a, b));
  return {
    schema: 1,
    sender: {
      ...sender.result,
      sentKind: senderKind(sent.sender),
      deliveredKind: deliveredSender === null ? null : senderKind(deliveredSender),
    },
    content: content.result,
    overall: highestVerdict(verdicts),
    vendorFlag: vendor.flag,
    findings,
    route: routeOf(input, pdus, segmentation.parts.length, country),
    summary: summarize(findings, sender.result.verdict, content.result.verdict),
  };
}

interface Dimensioned {
  readonly result: DimensionResult;
  readonly findings: readonly Finding[];
}

const unknown: Dimensioned = {
  result: { verdict: "UNKNOWN", source: "none", compared: null, edits: [], preserved: null, confidence: 0 },
  findings: [],
};

const same = (text: string, source: "pdu" | "vendor"): Dimensioned => ({
  result: {
    verdict: "SAME",
    source,
    compared: { sent: text, delivered: text },
    edits: [],
    preserved: 1,
    confidence: 1,
  },
  findings: [],
});

function dimensioned(
  sent: string,
  delivered: string,
  source: "pdu" | "vendor",
  edits: readonly Edit[],
  findings: readonly Finding[],
): Dimensioned {
  const changed = edits.reduce((sum, edit) => sum + edit.sentText.length, 0);
  return {
    result: {
      verdict: highestVerdict(findings.flatMap(({ level }) => (level === null ? [] : [level]))),
      source,
      compared: { sent, delivered },
      edits,
      preserved:
        sent.length === 0
          ? delivered.length === 0
            ? 1
            : 0
          : Math.round((1 - changed / sent.length) * 1000) / 1000,
      confidence: Math.min(1, ...findings.map(({ confidence }) => confidence)),
    },
    findings,
  };
}

function compareSenderDimension(
  sent: string,
  delivered: string | null,
  source: "pdu" | "vendor",
  country: string | null,
): Dimensioned {
  if (delivered === null) return unknown;
  if (delivered === sent) return same(sent, source);
  const { codes, model } = compareSenders(sent, delivered, country);
  const { pieces } = alignTexts(sent, [], readDelivered(delivered), false, { cells: 40_000 });
  const edits = editsOf(sent, asItStands(sent), delivered, asItStands(delivered), pieces);
  const findings = codes.map((code) => {
    const added =
      code === "SENDER_SUFFIX_ADDED" || code === "SENDER_PREFIX_ADDED" || code.startsWith("SENDER_REPLACED");
    return findingOf({
      code,
      explanation: describeSender(code, sent, delivered),
      evidence: [
        { kind: "strings", sent, delivered },
        ...(model === null ? [] : [{ kind: "model", model, reproduces: "exactly" } as const]),
      ],
      edits,
      effects: code.startsWith("SENDER_REPLACED") || code === "SENDER_HOMOGLYPH" ? ["brand"] : [],
      expectedBy: added ? (findRule(country, code, delivered)?.evidence ?? null) : null,
    });
  });
  return dimensioned(sent, delivered, source, edits, findings);
}

function compareContentDimension(
  { sent }: CompareInput,
  delivered: string | null,
  source: "pdu" | "vendor",
  country: string | null,
  parts: readonly { readonly start: number; readonly end: number }[],
): Dimensioned {
  if (delivered === null) return unknown;
  if (delivered === sent.text) return same(sent.text, source);
  if (delivered === "") {
    const edit: Edit = {
      sent: { start: 0, end: sent.text.length },
      delivered: { start: 0, end: 0 },
      sentText: sent.text,
      deliveredText: "",
    };
    const finding = findingOf({
      code: "CONTENT_EMPTY",
      explanation: describeContent("CONTENT_EMPTY", {
        lost: sent.text,
        added: "",
        occurrences: 1,
        variant: null,
      }),
      evidence: [{ kind: "strings", sent: sent.text, delivered }],
      edits: [edit],
    });
    return dimensioned(sent.text, delivered, source, [edit], [finding]);
  }
  const comparison = compareContent(sent.text, delivered, sent.testId, parts);
  const findings = contentFindings(comparison, {
    sent: sent.text,
    delivered,
    sender: sent.sender,
    code: sent.testId,
    country,
  });
  return dimensioned(sent.text, delivered, source, comparison.edits, findings);
}

/** What was asked for, or what the text needs whatever was asked for. */
function alphabetAskedFor(text: string, encoding: CompareInput["sent"]["encoding"]): "gsm7" | "ucs2" | null {
  if (encoding === "UCS2") return "ucs2";
  if (!isGsm7(text)) return "ucs2";
  return encoding === "GSM7" ? "gsm7" : null;
}

function routeOf(
  { sent, delivered }: CompareInput,
  pdus: PduEvidence,
  sentParts: number,
  country: string | null,
): ComparisonResult["route"] {
  const first = pdus.pdus[0]?.deliver;
  const smsc = first?.smsc?.address ?? delivered.smsc;
  const { iso = null, offsetMinutes = null } = first?.timestamp ?? {};
  return {
    smsc: smsc === undefined || smsc === "" ? null : { number: smsc, country: smscCountry(smsc, country) },
    timestamp: iso === null || offsetMinutes === null ? null : { iso, offsetMinutes },
    alphabet: first?.dataCoding.alphabet ?? null,
    parts: { sent: sentParts, delivered: pdus.parts?.received ?? null },
    latencySeconds: secondsBetween(sent.sentAt, delivered.receivedAt),
  };
}

/** The destination where the calling code is its own; else nobody says which of several countries it is. */
function smscCountry(smsc: string, destination: string | null): string | null {
  const code = callingCodeOf(destination);
  const number = readNumber(smsc);
  return code !== null && number?.digits.startsWith(code) === true ? destination : null;
}

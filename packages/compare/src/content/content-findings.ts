import { findRule } from "../country/rules.ts";
import { findLinks } from "../entities/links.ts";
import type { Edit, Effect, Evidence, Finding, Span, Tag } from "../result/comparison-result.ts";
import { findingOf } from "../result/finding.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { codePointOf } from "../result/quote.ts";
import { originOf } from "../text/mapped-text.ts";
import { tagsOfAddition } from "./addition-tags.ts";
import { findCodes } from "./code-fate.ts";
import type { ContentComparison } from "./compare-content.ts";
import { describeContent } from "./describe-content.ts";
import type { Change } from "./reading.ts";

/** What findings about the text need besides the comparison. */
export interface ContentContext {
  readonly sent: string;
  readonly delivered: string;
  readonly sender: string;
  readonly code: string | undefined;
  readonly country: string | null;
}

const ADDITIONS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "CONTENT_PREFIX_ADDED",
  "CONTENT_SUFFIX_ADDED",
  "CONTENT_INSERTED",
]);
const CODE_POINTS_SHOWN = 8;

/** One finding for each code, with the places where it shows. */
export function contentFindings(comparison: ContentComparison, context: ContentContext): readonly Finding[] {
  const byCode = new Map<FindingCode, Change[]>();
  for (const change of comparison.changes) {
    const known = byCode.get(change.code);
    if (known === undefined) byCode.set(change.code, [change]);
    else known.push(change);
  }
  const findings: Finding[] = [];
  const confidence = confidenceOf(comparison);
  const seen = new Set<FindingCode>();
  for (const step of comparison.steps)
    for (const code of step.codes) {
      if (seen.has(code)) continue;
      seen.add(code);
      findings.push(
        findingOf({
          code,
          explanation: describeContent(code, { lost: "", added: "", occurrences: 1, variant: step.variant }),
          evidence: [
            {
              kind: "model",
              model: step.variant,
              reproduces: comparison.changes.length === 0 ? "exactly" : "in part",
            },
            ...comparison.edits.slice(0, 1).map(evidenceOf),
          ],
          confidence,
          edits: comparison.edits,
          occurrences: comparison.edits.length,
          effects: effectsOf(code, comparison.edits, context),
          alternatives: comparison.alternatives,
        }),
      );
    }
  for (const [code, changes] of byCode)
    if (!seen.has(code)) findings.push(findingOfChanges(code, changes, comparison, context, confidence));
  return findings;
}

function findingOfChanges(
  code: FindingCode,
  changes: readonly Change[],
  comparison: ContentComparison,
  context: ContentContext,
  confidence: number,
): Finding {
  const edits = editsOfChanges(changes, comparison);
  const [first] = changes;
  const lost =
    first === undefined
      ? ""
      : context.sent.slice(originOf(comparison.text, first.start), originOf(comparison.text, first.end));
  const added =
    first === undefined ? "" : comparison.arrived.text.slice(first.deliveredStart, first.deliveredEnd);
  const tags: readonly Tag[] = ADDITIONS.has(code) ? tagsOfAddition(added, context.sender) : [];
  const rule = ADDITIONS.has(code) ? findRule(context.country, code, added) : null;
  const occurrences = new Set(changes.map(({ start, deliveredStart }) => `${start} ${deliveredStart}`)).size;
  return findingOf({
    code,
    explanation: describeContent(code, { lost, added, occurrences, variant: null }),
    evidence: edits.slice(0, 3).map(evidenceOf),
    confidence,
    edits,
    occurrences,
    effects: effectsOf(code, edits, context),
    tags: rule?.tag == null || tags.includes(rule.tag) ? tags : [...tags, rule.tag],
    expectedBy: rule?.evidence ?? null,
    alternatives: comparison.alternatives,
  });
}

function evidenceOf({ sentText, deliveredText }: Edit): Evidence {
  const points = [...deliveredText].slice(0, CODE_POINTS_SHOWN).map(codePointOf);
  return {
    kind: "strings",
    sent: sentText,
    delivered: deliveredText,
    ...(points.length > 0 ? { codePoints: points } : {}),
  };
}

/** The edits in which the changes lie. Both go through the texts in order: what lies behind an edit is not looked at again. */
function editsOfChanges(
  changes: readonly Change[],
  { edits, text, arrived }: ContentComparison,
): readonly Edit[] {
  const places = changes
    .map((change) => ({
      sent: { start: originOf(text, change.start), end: originOf(text, change.end) },
      delivered: {
        start: originOf(arrived, change.deliveredStart),
        end: originOf(arrived, change.deliveredEnd),
      },
    }))
    .sort((a, b) => a.sent.start - b.sent.start || a.delivered.start - b.delivered.start);
  let from = 0;
  return edits.filter((edit) => {
    for (let place = places[from]; place !== undefined; place = places[++from])
      if (place.sent.end > edit.sent.start || place.delivered.end > edit.delivered.start) break;
    for (let index = from; index < places.length; index++) {
      const place = places[index];
      if (place === undefined) break;
      if (overlaps(edit.sent, place.sent) || overlaps(edit.delivered, place.delivered)) return true;
      if (place.sent.start > edit.sent.end && place.delivered.start > edit.delivered.end) break;
    }
    return false;
  });
}

/** Whether a place that holds something shares some of it with an edit's span. */
const overlaps = (span: Span, place: Span): boolean =>
  place.start < place.end && span.start < place.end && place.start < span.end;

/** 1 when nothing else comes near; less, the nearer the next explanation is. */
function confidenceOf({ alternatives, changes }: ContentComparison): number {
  const replaced = changes.some(
    ({ code }) => code === "CONTENT_REPLACED" || code === "CONTENT_TEMPLATE_REPLACED",
  );
  if (replaced) return 0.9;
  const nearest = Math.min(...alternatives.map(({ dearerBy }) => dearerBy));
  return nearest >= 20 ? 1 : Math.round((0.6 + Math.max(0, nearest) / 50) * 100) / 100;
}

function effectsOf(
  code: FindingCode,
  edits: readonly Edit[],
  { sent, code: testId }: ContentContext,
): readonly Effect[] {
  const effects = new Set<Effect>();
  const links = findLinks(sent);
  const touches = (spans: readonly Span[]): boolean =>
    spans.some((span) => edits.some((edit) => overlaps(edit.sent, span)));
  if (code.startsWith("CODE_") || touches(findCodes(sent, testId, links))) effects.add("code");
  if (code.startsWith("URL_") || touches(links)) effects.add("url");
  if (code === "CONTENT_NUMBER_CHANGED") effects.add("number");
  if (
    code.startsWith("ENC_") ||
    code === "CONTENT_PLACEHOLDER_CHARS" ||
    code === "CONTENT_CHARS_DROPPED" ||
    code === "CONTENT_SPACES_LOST"
  )
    effects.add("readability");
  return [...effects];
}

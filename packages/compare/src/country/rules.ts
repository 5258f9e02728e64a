import data from "../data/country-rules.json" with { type: "json" };
import type { RuleEvidence, Tag } from "../result/comparison-result.ts";
import type { FindingCode } from "../result/finding-codes.ts";

interface Rule {
  readonly country: string;
  readonly what: string;
  readonly codes: readonly string[];
  readonly pattern?: string;
  readonly tag?: string;
  readonly source: string;
}

const RULES = (data.rules as readonly Rule[]).map((rule) => ({
  ...rule,
  pattern: rule.pattern === undefined ? null : new RegExp(rule.pattern, "iu"),
}));

/** A rule that explains a finding. */
export interface MatchingRule {
  readonly evidence: RuleEvidence;
  readonly tag: Tag | null;
}

/**
 * The rule of the country that explains a finding, null when none does. `value` is what was added, or the
 * delivered sender; rules for every country count only where no rule of the country does.
 */
export function findRule(country: string | null, code: FindingCode, value: string): MatchingRule | null {
  if (country === null) return null;
  const rule = RULES.find(
    (known) =>
      known.country === country && known.codes.includes(code) && (known.pattern?.test(value) ?? true),
  );
  if (rule === undefined) return null;
  return {
    evidence: { kind: "rule", country, rule: rule.what, source: rule.source },
    tag: TAGS.has(rule.tag ?? "") ? (rule.tag as Tag) : null,
  };
}

const TAGS: ReadonlySet<string> = new Set<Tag>([
  "OPT_OUT",
  "ADVERT",
  "ORIGIN_TAG",
  "SIGNATURE",
  "SENDER_IN_BODY",
  "RANDOM_TAIL",
]);

import type { Edit, Effect, Evidence, Finding, RuleEvidence, Tag } from "./comparison-result.ts";
import { entryOf, type FindingCode } from "./finding-codes.ts";
import { lowerSeverity } from "./verdict.ts";

/** What a finding is made of; the code says dimension, level and severity. */
export interface FindingParts {
  readonly code: FindingCode;
  readonly explanation: string;
  readonly evidence: readonly Evidence[];
  readonly confidence?: number;
  readonly edits?: readonly Edit[];
  readonly occurrences?: number;
  readonly effects?: readonly Effect[];
  readonly tags?: readonly Tag[];
  readonly expectedBy?: RuleEvidence | null;
  readonly alternatives?: Finding["alternatives"];
}

/** Makes a finding. A country rule that explains it is named, tagged and lowers the severity by one step. */
export function findingOf({
  code,
  explanation,
  evidence,
  confidence = 1,
  edits = [],
  occurrences = 1,
  effects = [],
  tags = [],
  expectedBy = null,
  alternatives = [],
}: FindingParts): Finding {
  const { dimension, level, severity } = entryOf(code);
  return {
    code,
    dimension,
    level,
    severity: expectedBy === null ? severity : lowerSeverity(severity),
    confidence,
    edits,
    occurrences,
    effects,
    tags: expectedBy === null ? tags : [...tags, "COUNTRY_RULE"],
    ...(expectedBy === null ? {} : { expectedBy }),
    alternatives,
    evidence: expectedBy === null ? evidence : [...evidence, expectedBy],
    explanation,
  };
}

import type { ComparisonResult, DimensionResult, Edit, Finding } from "@smsproof/compare";

/** What became of a stretch of text. */
export type DifferenceKind = "added" | "lost" | "changed" | "replaced";

/** One difference, with the findings that speak of it. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly edit: Edit;
  /** Indexes into the findings of the result. */
  readonly findings: readonly number[];
}

/** Findings below the level REPLACED by which something else stands where it stood. */
const EXCHANGED: ReadonlySet<Finding["code"]> = new Set<Finding["code"]>([
  "CONTENT_WORDS_SUBSTITUTED",
  "CONTENT_NUMBER_CHANGED",
  "CODE_CHANGED",
  "URL_SHORTENED",
  "URL_DOMAIN_CHANGED",
]);

/** The differences of a sender or text, in order, each with its kind. */
export function differencesOf(
  { edits }: DimensionResult,
  dimension: "sender" | "content",
  { findings }: ComparisonResult,
): readonly Difference[] {
  const own = findings
    .map((finding, index) => ({ finding, index }))
    .filter(({ finding }) => finding.dimension === dimension);
  return edits.map((edit) => {
    const speaking = own.filter(({ finding }) => finding.edits.some((other) => touches(other, edit)));
    return {
      kind: kindOf(
        edit,
        speaking.map(({ finding }) => finding),
      ),
      edit,
      findings: speaking.map(({ index }) => index),
    };
  });
}

function kindOf({ sentText, deliveredText }: Edit, findings: readonly Finding[]): DifferenceKind {
  if (sentText === "") return "added";
  if (deliveredText === "") return "lost";
  return findings.some(({ level, code }) => level === "REPLACED" || EXCHANGED.has(code))
    ? "replaced"
    : "changed";
}

/** Whether two edits have a place in common; findings may join neighbours to one. */
function touches(a: Edit, b: Edit): boolean {
  const meets = (one: Edit["sent"], other: Edit["sent"]): boolean =>
    one.start === one.end || other.start === other.end
      ? one.start <= other.end && other.start <= one.end
      : one.start < other.end && other.start < one.end;
  return meets(a.sent, b.sent) && meets(a.delivered, b.delivered);
}

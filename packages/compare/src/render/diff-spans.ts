import type { DimensionResult, Edit, Finding } from "../result/comparison-result.ts";
import type { FindingCode } from "../result/finding-codes.ts";

/** A stretch of one of the two texts, equal or different as a whole. */
export interface DiffSpan {
  readonly text: string;
  readonly kind: "equal" | "added" | "lost" | "changed";
  /** The findings that speak of it; empty for equal stretches. */
  readonly codes: readonly FindingCode[];
}

/** Both texts cut into stretches, for pages that show them side by side. */
export interface DiffSpans {
  readonly sent: readonly DiffSpan[];
  readonly delivered: readonly DiffSpan[];
}

/**
 * Cuts both texts of a dimension where they differ. The stretches of each side, joined, are that text; the ones that
 * are not equal come in the same order on both sides, a `lost` one only in the sent, an `added` one only in the
 * delivered text.
 */
export function diffSpans(dimension: DimensionResult, findings: readonly Finding[] = []): DiffSpans {
  const { compared, edits } = dimension;
  if (compared === null) return { sent: [], delivered: [] };
  return {
    sent: cut(compared.sent, edits, (edit) => edit.sent, findings),
    delivered: cut(compared.delivered, edits, (edit) => edit.delivered, findings),
  };
}

function cut(
  text: string,
  edits: readonly Edit[],
  side: (edit: Edit) => Edit["sent"],
  findings: readonly Finding[],
): readonly DiffSpan[] {
  const spans: DiffSpan[] = [];
  let at = 0;
  for (const edit of edits) {
    const { start, end } = side(edit);
    if (start > at) spans.push({ text: text.slice(at, start), kind: "equal", codes: [] });
    if (end > start)
      spans.push({ text: text.slice(start, end), kind: kindOf(edit), codes: codesOf(edit, findings) });
    at = end;
  }
  if (at < text.length) spans.push({ text: text.slice(at), kind: "equal", codes: [] });
  return spans;
}

function kindOf({ sentText, deliveredText }: Edit): DiffSpan["kind"] {
  if (sentText === "") return "added";
  return deliveredText === "" ? "lost" : "changed";
}

const codesOf = (edit: Edit, findings: readonly Finding[]): readonly FindingCode[] =>
  findings.filter(({ edits }) => edits.includes(edit)).map(({ code }) => code);

import type { ComparisonResult, DimensionResult, Edit } from "@smsproof/compare";

/** What became of a stretch of text. */
type EditKind = "added" | "lost" | "changed";

/** A stretch of a text with its differences marked; `kind` is null where nothing differs. */
export interface MarkedRun {
  readonly text: string;
  readonly kind: EditKind | null;
}

/** What is shown of the text on each side of a difference, in characters as readers count them. */
const CONTEXT = 24;
/** What is shown of a stretch that differs. */
const LONGEST_EDIT = 60;
const MOST_EDITS = 12;

/**
 * Both strings in one: `Your code is 482913[. Reply STOP]`. What was added stands in brackets, what was lost in
 * brackets with hyphens, `[old → new]` is what changed; a text of which nothing is left is told as `old → new`.
 * Long stretches without a difference are shortened.
 */
export function markedText({ compared, edits, verdict }: DimensionResult): readonly MarkedRun[] {
  if (compared === null) return [{ text: "not reported", kind: null }];
  if (edits.length === 0) return [{ text: cutBehind(compared.sent, LONGEST_EDIT), kind: null }];
  const [whole] = edits;
  if (verdict === "REPLACED" || (edits.length === 1 && whole?.sentText === compared.sent))
    return exchanged(compared);
  const runs: MarkedRun[] = [];
  let at = 0;
  const shown = edits.slice(0, MOST_EDITS);
  for (const [index, edit] of shown.entries()) {
    const kept = compared.sent.slice(at, edit.sent.start);
    runs.push({ text: index === 0 ? cutInFront(kept, CONTEXT) : cutWithin(kept), kind: null });
    runs.push({ text: bracketed(edit), kind: kindOf(edit) });
    at = edit.sent.end;
  }
  runs.push({ text: cutBehind(compared.sent.slice(at), CONTEXT), kind: null });
  const more = edits.length - shown.length;
  if (more > 0) runs.push({ text: ` (${more} more places)`, kind: null });
  return runs.filter(({ text }) => text !== "");
}

/** A sender before and after: both are short. */
export function exchangedSender({ sender }: ComparisonResult): readonly MarkedRun[] {
  return sender.compared === null || sender.edits.length === 0
    ? markedText(sender)
    : exchanged(sender.compared);
}

function exchanged({ sent, delivered }: { readonly sent: string; readonly delivered: string }): MarkedRun[] {
  const old = sent === "" ? "(empty)" : cutBehind(sent, LONGEST_EDIT);
  return [
    {
      text: `${old} → ${delivered === "" ? "(empty)" : cutBehind(delivered, LONGEST_EDIT)}`,
      kind: "changed",
    },
  ];
}

function kindOf({ sentText, deliveredText }: Edit): EditKind {
  if (sentText === "") return "added";
  return deliveredText === "" ? "lost" : "changed";
}

function bracketed(edit: Edit): string {
  const sent = cutBehind(edit.sentText, LONGEST_EDIT);
  const delivered = cutBehind(edit.deliveredText, LONGEST_EDIT);
  switch (kindOf(edit)) {
    case "added":
      return `[${delivered}]`;
    case "lost":
      return `[-${sent}-]`;
    case "changed":
      return `[${sent} → ${delivered}]`;
  }
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const charactersOf = (text: string): readonly string[] =>
  [...graphemes.segment(text)].map(({ segment }) => segment);

function cutBehind(text: string, length: number): string {
  if (text.length <= length) return text;
  const all = charactersOf(text);
  return all.length <= length ? text : `${all.slice(0, length).join("")}…`;
}

function cutInFront(text: string, length: number): string {
  if (text.length <= length) return text;
  const all = charactersOf(text);
  return all.length <= length ? text : `…${all.slice(-length).join("")}`;
}

function cutWithin(text: string): string {
  if (text.length <= 2 * CONTEXT) return text;
  const all = charactersOf(text);
  if (all.length <= 2 * CONTEXT) return text;
  return `${all.slice(0, CONTEXT).join("")}…${all.slice(-CONTEXT).join("")}`;
}

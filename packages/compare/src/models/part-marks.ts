import { isVisibleHeader } from "../content/visible-header.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { type MappedText, mapMatches } from "../text/mapped-text.ts";
import type { Candidate, TextModel } from "./text-model.ts";

/** `(1/3) `, `2/3:` and the like in front of a part. The blank behind it, and the dot, may be the mark's or the part's. */
const MARKS: readonly RegExp[] = ["[:.]? ?", " ?", ""].map(
  (behind) => new RegExp(`[([{<【（]?(\\d{1,2})/(\\d{1,2})[)\\]}>】）]?${behind}`, "gu"),
);

/** The user data header of a part, shown as GSM 7-bit, Latin-1 or hex (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8). */
const HEADER = /é@¥.{3}|ùòè.{4}|\u0005\0\u0003.{3}|\u0006\b\u0004.{4}|050003[0-9a-f]{6}/gisu;

const MAX_PARTS = 20;

/** What a gateway wrote in front of every part, taken off again: it may stand inside a word or a number. */
export const partMarks: TextModel = {
  name: "marks in front of parts",
  explains: "additions",
  cost: 26,
  *candidates() {},
  *undo(delivered, sent): Iterable<Candidate> {
    for (const pattern of MARKS) {
      const marks = marksIn(delivered.text, pattern).filter((mark) => !sent.includes(mark.trimEnd()));
      if (marks.length > 1) yield without(delivered, pattern, marks, "CONTENT_SEGMENT_MARKERS", "part marks");
    }
    const headers = (delivered.text.match(HEADER) ?? []).filter((header) => isVisibleHeader(header));
    if (headers.length > 1) yield without(delivered, HEADER, headers, "CONTENT_UDH_VISIBLE", "part headers");
  },
};

/** Marks of which every one tells the same number of parts, and none the same part. */
function marksIn(text: string, pattern: RegExp): readonly string[] {
  const found = [...text.matchAll(pattern)].map(([mark, part, total]) => ({
    mark,
    part: Number(part),
    total: Number(total),
  }));
  const total = found[0]?.total ?? 0;
  const agree = found.every((other) => other.total === total && other.part > 0 && other.part <= total);
  const once = new Set(found.map(({ part }) => part)).size === found.length;
  return agree && once && total > 1 && total <= MAX_PARTS ? found.map(({ mark }) => mark) : [];
}

function without(
  delivered: MappedText,
  pattern: RegExp,
  marks: readonly string[],
  code: FindingCode,
  words: string,
): Candidate {
  const text = mapMatches(delivered, pattern, (match) => (marks.includes(match) ? "" : null));
  return { text, codes: [code], variant: `${words} put in` };
}

import { compareBlanks } from "../text/blanks.ts";
import { COSTS } from "./costs.ts";
import type { DeliveredText } from "./delivered-text.ts";
import { edge, type GridSettings, type Stretch, type TakeEdge } from "./edge.ts";
import type { SentUnit } from "./sent-unit.ts";

/** Longer runs are taken whole or not at all. */
const LONGEST_PARTIAL = 8;

const NORMALIZED = (length: number) =>
  edge("derived", length, ["CONTENT_WHITESPACE_NORMALIZED"], COSTS.blanksNormalized);
const FOLDED = (length: number) => edge("derived", length, ["CONTENT_LINEBREAKS_FOLDED"], COSTS.blanksFolded);
const LOST = edge("derived", 0, ["CONTENT_SPACES_LOST"], COSTS.blanksLost);
const TRIMMED = NORMALIZED(0);

/** What may have become of a run of blanks: any beginning of any delivered run, or nothing. */
export function takeBlankEdges(
  unit: SentUnit,
  delivered: DeliveredText,
  { from, to }: Stretch,
  { atStart, atEnd }: GridSettings,
  take: TakeEdge,
): void {
  for (const run of delivered.blankRuns) {
    const end = Math.min(run.end, to);
    for (let start = Math.max(run.start, from); start < end; start++)
      for (let length = 1; start + length <= end; length++) {
        if (length > LONGEST_PARTIAL && start + length < end) length = end - start;
        const change = compareBlanks(unit.text, delivered.text.slice(start, start + length));
        if (change === "kept") take(start, edge("kept", length, [], 0));
        else take(start, change === "normalized" ? NORMALIZED(length) : FOLDED(length));
      }
  }
  for (let offset = from; offset <= to; offset++)
    take(offset, (offset === from && atStart) || (offset === to && atEnd) ? TRIMMED : LOST);
}

import type { FindingCode } from "../result/finding-codes.ts";
import { asciiDigits } from "../text/digits.ts";
import { isInvisible } from "../text/invisibles.ts";
import { COSTS } from "./costs.ts";
import type { DeliveredText } from "./delivered-text.ts";
import { type Edge, edge, type GridSettings, type Stretch, type TakeEdge } from "./edge.ts";
import type { SentUnit } from "./sent-unit.ts";

/** Stars in place of digits; a few digits at either end may have stayed. */
const MASK = /(?:(?<!\p{Nd})\p{Nd}+)?[*•●○〇xX＊×✱∗#_-]{2,}\p{Nd}*/gu;
const GROUPED = /(?<!\p{Nd})\p{Nd}+(?:[ .,\-–\u00a0\u202f/]\p{Nd}+)+/gu;
const SHORTEST_MASKED = 2;
const MASK_TOLERANCE = 2;

const IN_OTHER_SCRIPT: readonly FindingCode[] = ["CONTENT_DIGITS_SCRIPT_CHANGED"];
const HIDDEN: readonly FindingCode[] = ["CONTENT_INVISIBLE_IN_ENTITY"];

/** What may have become of a run of digits: the same value in any dress, another value, a mask, a cut. */
export function takeDigitEdges(
  unit: SentUnit,
  delivered: DeliveredText,
  { from, to }: Stretch,
  { atEnd }: GridSettings,
  take: TakeEdge,
): void {
  const value = asciiDigits(unit.text);
  for (const run of delivered.digitRuns) {
    const start = Math.max(run.start, from);
    const end = Math.min(run.end, to);
    if (start >= end) continue;
    const text = delivered.text.slice(start, end);
    const ascii = asciiDigits(text);
    if (ascii === value) {
      take(
        start,
        text === unit.text
          ? KEPT(end - start)
          : edge("derived", end - start, IN_OTHER_SCRIPT, COSTS.digitScript),
      );
      continue;
    }
    for (let at = text.indexOf(unit.text); at >= 0; at = text.indexOf(unit.text, at + 1))
      take(start + at, edge("kept", unit.text.length, [], COSTS.digitsTouched));
    take(start, edge("number", end - start, [], COSTS.number));
    if (end === to && atEnd && value.startsWith(ascii))
      take(start, edge("cut", end - start, [], COSTS.cutInside));
    const hidden = endWithInvisibles(delivered.text, value, start, to);
    if (hidden > end) take(start, edge("derived", hidden - start, HIDDEN, COSTS.digitScript));
  }
  for (const match of delivered.text.slice(from, to).matchAll(GROUPED)) {
    const length = lengthOfGroups(match[0], value);
    if (length > 0) take(from + match.index, edge("grouped", length, [], COSTS.grouped));
  }
  if (value.length < SHORTEST_MASKED) return;
  for (const match of delivered.text.slice(from, to).matchAll(MASK))
    if (Math.abs(match[0].length - value.length) <= MASK_TOLERANCE)
      take(from + match.index, edge("masked", match[0].length, [], COSTS.masked));
}

const KEPT = (length: number): Edge => edge("kept", length, [], 0);

/** How much of groups of digits the value fills, from their start and up to the end of a group; 0 when it does not. */
function lengthOfGroups(groups: string, value: string): number {
  let digits = "";
  for (const part of groups.matchAll(/\p{Nd}+/gu)) {
    digits += asciiDigits(part[0]);
    if (digits === value) return part.index + part[0].length;
    if (digits.length >= value.length) return 0;
  }
  return 0;
}

/** Where the value ends when invisible characters stand between its digits, 0 when it does not stand there. */
function endWithInvisibles(text: string, value: string, start: number, to: number): number {
  let digits = "";
  for (let end = start; end < to; end++) {
    const unit = text[end] ?? "";
    if (isInvisible(unit)) continue;
    digits += asciiDigits(unit);
    if (digits === value) return end + 1;
    if (!value.startsWith(digits)) return 0;
  }
  return 0;
}

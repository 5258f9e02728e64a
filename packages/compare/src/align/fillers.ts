import { codeOfAdded } from "../characters/invisible.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { isInvisible } from "../text/invisibles.ts";
import { COSTS } from "./costs.ts";
import type { DeliveredText } from "./delivered-text.ts";
import { type Edge, filler, type GridSettings, type Stretch } from "./edge.ts";

/** Something that may be put in for little, by its offset. */
export interface Fillers {
  /** Anywhere: an invisible character, a blank before or behind the text. */
  readonly anywhere: FillersByOffset;
  /** Between two units of a romanisation: a vowel, an apostrophe, a blank. */
  readonly inside: FillersByOffset;
}

/** By offset from the start of the stretch; null where there are none at all. */
type FillersByOffset = readonly (Edge | undefined)[] | null;

const ROMANISATION = "aeiouyh' -";
const IN_ROMANISATION = filler("CONTENT_SCRIPT_TRANSLITERATED", COSTS.romanisationFiller);
const AROUND_THE_TEXT = filler("CONTENT_WHITESPACE_NORMALIZED", COSTS.blanksNormalized);
const INVISIBLE = new Map<FindingCode, Edge>(
  (["CONTENT_INVISIBLE_CHANGED", "CONTENT_JOINER_CHANGED", "CONTENT_BIDI_CONTROLS_ADDED"] as const).map(
    (code) => [code, filler(code, COSTS.invisibleAdded)],
  ),
);

/** Finds the fillers of a stretch of the delivered text. */
export function findFillers(
  delivered: DeliveredText,
  { from, to }: Stretch,
  { romanised, atStart, atEnd }: GridSettings,
): Fillers {
  const anywhere: (Edge | undefined)[] = [];
  const inside: (Edge | undefined)[] = [];
  const { text } = delivered;
  for (let offset = from; offset < to; offset++) {
    const unit = text[offset] ?? "";
    const code = isInvisible(unit) ? codeOfAdded(unit) : null;
    const edge = code === null ? undefined : INVISIBLE.get(code);
    if (edge !== undefined) anywhere[offset - from] = edge;
    else if (romanised && ROMANISATION.includes(delivered.folded[offset] ?? "?"))
      inside[offset - from] = IN_ROMANISATION;
  }
  const first = atStart ? delivered.blankRuns[0] : undefined;
  const last = atEnd ? delivered.blankRuns.at(-1) : undefined;
  for (const run of [first?.start === 0 ? first : undefined, last?.end === text.length ? last : undefined])
    for (let offset = Math.max(from, run?.start ?? 0); offset < Math.min(to, run?.end ?? 0); offset++)
      anywhere[offset - from] = AROUND_THE_TEXT;
  return { anywhere: anywhere.length > 0 ? anywhere : null, inside: inside.length > 0 ? inside : null };
}

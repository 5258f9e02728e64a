import type { CellBudget } from "../align/align-texts.ts";
import { readDelivered } from "../align/delivered-text.ts";
import type { Link } from "../entities/links.ts";
import { TEXT_MODELS } from "../models/index.ts";
import type { ModelContext } from "../models/text-model.ts";
import type { Span } from "../result/comparison-result.ts";
import { asItStands, type MappedText } from "../text/mapped-text.ts";
import { type Arrived, type Explanation, explainBy, type Step } from "./explanation.ts";
import { resemblance } from "./resemblance.ts";

/** Cells that all alignments of one comparison may fill: what bounds its time. */
const CELLS = 80_000;

/** Code units that models may write in one comparison, all candidates together: the other bound of its time. */
const WRITTEN = 40_000;

/** How often models read a text through that they then make nothing of. */
const PASSES = 4;

/** How many candidates that do not reproduce the text by themselves are aligned. */
const SHORT_LIST = 3;

/** First steps that keep the text as unlike as it was, and are yet worth a second step. */
const CARRIED = 4;

/** A step that was undone is worth more than the same step forward: the rest can be read. */
const READABLE = 18;

/** Models in a chain. */
const MAX_STEPS = 3;

/** An explanation at this cost cannot be beaten by any model of octets. */
const CHEAP = 24;

interface Draft {
  readonly steps: readonly Step[];
  readonly text: MappedText;
  readonly arrived: Arrived;
  readonly likeness: number;
}

/**
 * Searches for the cheapest chain of models, cuts, additions and single edits that turns the sent text into the
 * delivered one. Returns all explanations that were worked out, the cheapest first.
 */
export function searchExplanations(
  sent: string,
  deliveredText: string,
  links: readonly Link[],
  parts: readonly Span[],
): readonly Explanation[] {
  const budget: CellBudget = { cells: CELLS };
  const start: Draft = {
    steps: [],
    text: asItStands(sent),
    arrived: arrivedAs(asItStands(deliveredText)),
    likeness: resemblance(sent, deliveredText),
  };
  const explain = ({ steps, text, arrived }: Draft): Explanation =>
    explainBy(steps, text, links, arrived, budget);
  const plain = explain(start);
  const found: Explanation[] = [plain];
  if (plain.cost <= CHEAP && !deliveredText.includes("\ufffd")) return found;

  const octets = isExchanged(plain) || deliveredText.includes("\ufffd");
  let drafts: readonly Draft[] = [start];
  let written = 0;
  for (let depth = 1; depth <= MAX_STEPS && written < WRITTEN; depth++) {
    const next: Draft[] = [];
    for (const draft of drafts) {
      if (written >= WRITTEN) break;
      written += PASSES * draft.text.text.length;
      for (const candidate of extend(draft, { links, parts }, octets || depth > 1)) {
        written += candidate.text.text.length;
        next.push(candidate);
        if (written >= WRITTEN) break;
      }
    }
    const base = drafts[0]?.likeness ?? 0;
    const shortList = next
      .filter(({ likeness, steps }) => likeness === 1 || likeness > base || isInPlace(steps))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, SHORT_LIST);
    found.push(...shortList.map(explain));
    const best = found.reduce((cheapest, explanation) =>
      explanation.cost < cheapest.cost ? explanation : cheapest,
    );
    if (shortList.length === 0 || best.cost <= costOf(best.steps) + CHEAP || !isExchanged(best)) break;
    drafts = [
      ...shortList,
      ...next.filter(({ steps }) => steps.length === 1 && isInPlace(steps)).slice(0, CARRIED),
    ];
  }
  return found.sort((a, b) => a.cost - b.cost);
}

const arrivedAs = (mapped: MappedText): Arrived => ({ mapped, delivered: readDelivered(mapped.text) });

/** Hunks beyond which many small additions or losses look like a mistake about octets. */
const FEW_HUNKS = 4;

/**
 * Whether something was exchanged for something else. Where there are only a few cuts and additions they explain the
 * text better than any mistake about octets.
 */
function isExchanged({ pieces, romanised, cost }: Explanation): boolean {
  if (romanised && cost > CHEAP) return true;
  let gone = 0;
  let come = 0;
  for (const piece of pieces) {
    if (piece.kind === "lost" || piece.codes.includes("CONTENT_CHARS_DROPPED"))
      gone += piece.end - piece.start;
    if (piece.kind === "added" || piece.kind === "number") come += piece.deliveredEnd - piece.deliveredStart;
  }
  if (gone > 1 && come > 1) return true;
  let hunks = 0;
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1]?.kind;
    const besideAdded = before === "added" || pieces[index + 1]?.kind === "added";
    if (besideAdded && (piece.kind === "lost" || piece.codes.includes("CONTENT_CHARS_DROPPED"))) return true;
    if ((piece.kind === "lost" || piece.kind === "added") && piece.kind !== before) hunks += 1;
  }
  return hunks > FEW_HUNKS;
}

const costOf = (steps: readonly Step[]): number => steps.reduce((sum, { cost }) => sum + cost, 0);

/** Models that only move, raise or mark what is there do not change how much the texts resemble each other. */
const isInPlace = (steps: readonly Step[]): boolean =>
  steps
    .at(-1)
    ?.codes.some(
      (code) =>
        code.startsWith("CONTENT_SEGMENT") ||
        code === "CONTENT_CASE_CHANGED" ||
        code === "ENC_EXT_TABLE_LOST" ||
        code === "ENC_ASCII_AS_GSM7",
    ) ?? false;

/** One more step: forward on the sent text, or back on the delivered one. */
function* extend(
  { steps, text: source, arrived }: Draft,
  known: Pick<ModelContext, "links" | "parts">,
  octets: boolean,
): Generator<Draft> {
  const delivered = arrived.mapped.text;
  const seen = new Set([source.text]);
  for (const model of TEXT_MODELS) {
    if (!octets && model.explains === "octets") continue;
    for (const { text, codes, variant } of model.candidates(source, { ...known, delivered })) {
      if (seen.has(text.text)) continue;
      seen.add(text.text);
      yield {
        steps: [...steps, { model: model.name, variant, codes, cost: model.cost }],
        text,
        arrived,
        likeness: resemblance(text.text, delivered),
      };
    }
    if (steps.some((step) => step.model === model.name)) continue;
    for (const { text, codes, variant } of model.undo?.(arrived.mapped, source.text) ?? [])
      yield {
        steps: [...steps, { model: model.name, variant, codes, cost: model.cost - READABLE }],
        text: source,
        arrived: arrivedAs(text),
        likeness: resemblance(source.text, text.text),
      };
  }
}

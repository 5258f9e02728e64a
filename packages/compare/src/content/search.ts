import type { CellBudget } from "../align/align-texts.ts";
import { readDelivered } from "../align/delivered-text.ts";
import type { Link } from "../entities/links.ts";
import { TEXT_MODELS } from "../models/index.ts";
import type { ModelContext } from "../models/text-model.ts";
import type { Span } from "../result/comparison-result.ts";
import { asSent, type MappedText } from "../text/mapped-text.ts";
import { type Explanation, explainBy, type Step } from "./explanation.ts";
import { resemblance } from "./resemblance.ts";

/** Cells that all alignments of one comparison may fill: what bounds its time. */
const CELLS = 500_000;

/** How many candidates that do not reproduce the text by themselves are aligned. */
const SHORT_LIST = 3;

/** Models in a chain. */
const MAX_STEPS = 3;

/** An explanation at this cost cannot be beaten by any model of octets. */
const CHEAP = 24;

/** A candidate must be nearer to the delivered text than what it was made from by at least so much. */
const NEARER_BY = 0.02;

interface Draft {
  readonly steps: readonly Step[];
  readonly text: MappedText;
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
  const delivered = readDelivered(deliveredText);
  const context: ModelContext = { delivered: deliveredText, parts };
  const budget: CellBudget = { cells: CELLS };
  const start = asSent(sent);
  const found: Explanation[] = [];
  const plain = explainBy([], start, links, delivered, budget);
  found.push(plain);
  if (plain.cost <= CHEAP && !deliveredText.includes("\ufffd")) return found;

  let drafts: readonly Draft[] = [{ steps: [], text: start, likeness: resemblance(sent, deliveredText) }];
  for (let depth = 1; depth <= MAX_STEPS; depth++) {
    const next: Draft[] = [];
    for (const draft of drafts) {
      for (const candidate of extend(draft, context)) {
        if (candidate.text.text === deliveredText)
          found.push(explainBy(candidate.steps, candidate.text, links, delivered, budget));
        else next.push(candidate);
      }
    }
    const shortList = next
      .filter(({ likeness, steps }) => likeness > NEARER_BY + (drafts[0]?.likeness ?? 0) || isInPlace(steps))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, SHORT_LIST);
    for (const { steps, text } of shortList) found.push(explainBy(steps, text, links, delivered, budget));
    const best = found.reduce((cheapest, explanation) =>
      explanation.cost < cheapest.cost ? explanation : cheapest,
    );
    if (shortList.length === 0 || best.cost <= costOf(best.steps) + CHEAP) break;
    drafts = shortList;
  }
  return found.sort((a, b) => a.cost - b.cost);
}

const costOf = (steps: readonly Step[]): number => steps.reduce((sum, { cost }) => sum + cost, 0);

/** Models that only move or mark what is there do not change how much the texts resemble each other. */
const isInPlace = (steps: readonly Step[]): boolean =>
  steps
    .at(-1)
    ?.codes.some(
      (code) =>
        code.startsWith("CONTENT_SEGMENT") || code === "ENC_EXT_TABLE_LOST" || code === "ENC_ASCII_AS_GSM7",
    ) ?? false;

function* extend(draft: Draft, context: ModelContext): Generator<Draft> {
  const seen = new Set([draft.text.text]);
  for (const model of TEXT_MODELS)
    for (const { text, codes, variant } of model.candidates(draft.text, context)) {
      if (seen.has(text.text)) continue;
      seen.add(text.text);
      const step: Step = { model: model.name, variant, codes, cost: model.cost };
      yield { steps: [...draft.steps, step], text, likeness: resemblance(text.text, context.delivered) };
    }
}

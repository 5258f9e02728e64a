import { canonical } from "./canonical.ts";
import type { CharacterModel, Outcome } from "./character-model.ts";
import { diacritics } from "./diacritics.ts";
import { emoji } from "./emoji.ts";
import { greekFold } from "./greek-fold.ts";
import { invisible } from "./invisible.ts";
import { letterCase } from "./letter-case.ts";
import { lookAlikes } from "./look-alikes.ts";
import { plainSymbols } from "./plain-symbols.ts";
import { romanise } from "./romanisation.ts";
import { leftOut, standIns } from "./stand-ins.ts";

/** Chains of character models, cheapest first: a text that two chains give is explained by the first. */
const CHAINS: readonly (readonly CharacterModel[])[] = [
  [canonical],
  [invisible],
  [greekFold],
  [letterCase],
  [diacritics],
  [letterCase, greekFold],
  [letterCase, canonical],
  [diacritics, letterCase],
  [diacritics, letterCase, greekFold],
  [plainSymbols],
  [lookAlikes],
  [letterCase, lookAlikes],
  [emoji],
  [standIns],
  [leftOut],
];

/** The outcomes of one character, found by the code unit that the delivered text has at the place. */
export interface OutcomeIndex {
  readonly byFirstUnit: ReadonlyMap<number, readonly Outcome[]>;
  readonly empty: Outcome | null;
}

const CACHE_LIMIT = 2_000;
const plainCache = new Map<string, OutcomeIndex>();
const romanisedCache = new Map<string, OutcomeIndex>();

/** What a network may make of this character; with `romanised`, also how it may be written in Latin. */
export function outcomesOf(character: string, romanised: boolean): OutcomeIndex {
  const cache = romanised ? romanisedCache : plainCache;
  let index = cache.get(character);
  if (index === undefined) {
    index = indexed(character, [
      ...(romanised ? romanise.outcomes(character) : []),
      ...CHAINS.flatMap((chain) => outcomesOfChain(character, chain)),
    ]);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(character, index);
  }
  return index;
}

function outcomesOfChain(character: string, chain: readonly CharacterModel[]): readonly Outcome[] {
  let reached: readonly Outcome[] = [{ text: character, codes: [], cost: 0 }];
  for (const model of chain)
    reached = reached.flatMap((before) => {
      // One character only: what became a sequence or nothing has been through enough.
      if ([...before.text].length !== 1 && before.text !== character) return [];
      return model.outcomes(before.text).map(({ text, codes, cost }) => ({
        text,
        codes: [...new Set([...before.codes, ...codes])],
        cost: before.cost + cost,
      }));
    });
  return reached.filter(({ text }) => text !== character);
}

function indexed(character: string, outcomes: readonly Outcome[]): OutcomeIndex {
  const cheapest = new Map<string, Outcome>([[character, { text: character, codes: [], cost: 0 }]]);
  for (const outcome of outcomes) {
    const known = cheapest.get(outcome.text);
    if (known === undefined || outcome.cost < known.cost) cheapest.set(outcome.text, outcome);
  }
  const byFirstUnit = new Map<number, Outcome[]>();
  let empty: Outcome | null = null;
  for (const outcome of cheapest.values()) {
    if (outcome.text === "") {
      empty = outcome;
      continue;
    }
    const unit = outcome.text.charCodeAt(0);
    const known = byFirstUnit.get(unit);
    if (known === undefined) byFirstUnit.set(unit, [outcome]);
    else known.push(outcome);
  }
  return { byFirstUnit, empty };
}

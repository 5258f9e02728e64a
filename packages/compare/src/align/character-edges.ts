import type { Outcome } from "../characters/character-model.ts";
import { outcomesOf } from "../characters/outcomes.ts";
import { scriptOf } from "../text/scripts.ts";
import { COSTS } from "./costs.ts";
import type { DeliveredText } from "./delivered-text.ts";
import { type Edge, edge, edgeOf, type GridSettings, type Stretch, type TakeEdge } from "./edge.ts";
import type { SentUnit } from "./sent-unit.ts";

type EdgesByUnit = ReadonlyMap<number, readonly Edge[]>;

/** What may have become of one character or emoji, by the character models. */
export function takeCharacterEdges(
  unit: SentUnit,
  delivered: DeliveredText,
  stretch: Stretch,
  { romanised, japanese, atEnd }: GridSettings,
  take: TakeEdge,
): void {
  const index = outcomesOf(unit.text, romanised);
  const edges = edgesByUnit(index.byFirstUnit);
  takeWhereTheyStand(edges, false, delivered, stretch, take);
  if (romanised) takeWhereTheyStand(edges, true, delivered, stretch, take);
  if (romanised && atEnd) takeBeginnings(index.byFirstUnit, delivered, stretch, take);
  if (japanese && scriptOf(unit.text) === "han") takeAnyReading(delivered, stretch, take);
  if (index.empty === null) return;
  const empty = emptyEdge(index.empty);
  for (let offset = stretch.from; offset <= stretch.to; offset++) take(offset, empty);
}

/** Goes over the code units of the delivered text or over the outcomes, whichever are fewer. */
function takeWhereTheyStand(
  edges: EdgesByUnit,
  folded: boolean,
  delivered: DeliveredText,
  { from, to }: Stretch,
  take: TakeEdge,
): void {
  const text = folded ? delivered.folded : delivered.text;
  const units = folded ? delivered.foldedUnits : delivered.units;
  const offsetsOf = folded ? delivered.offsetsOfFolded : delivered.offsetsOf;
  for (const first of units.length < edges.size ? units : edges.keys()) {
    const candidates = edges.get(first);
    if (candidates === undefined) continue;
    for (const offset of offsetsOf(first)) {
      if (offset < from) continue;
      if (offset >= to) break;
      for (const candidate of candidates)
        if (
          candidate.folded === folded &&
          offset + candidate.length <= to &&
          (candidate.length === 1 || text.startsWith(candidate.text, offset))
        )
          take(offset, candidate);
    }
  }
}

const BEGINNINGS = Array.from({ length: 6 }, (_, index) =>
  edge("derived", index + 1, ["CONTENT_SCRIPT_TRANSLITERATED"], COSTS.beginningOfReading),
);

/** The end of the text may cut a reading in two: "s" is what is left of "sh". */
function takeBeginnings(
  outcomes: ReadonlyMap<number, readonly Outcome[]>,
  delivered: DeliveredText,
  { from, to }: Stretch,
  take: TakeEdge,
): void {
  for (const [index, beginning] of BEGINNINGS.entries()) {
    const offset = to - index - 1;
    if (offset < from) return;
    const rest = delivered.folded.slice(offset, to);
    const readings = outcomes.get(rest.charCodeAt(0)) ?? [];
    if (readings.some(({ text }) => text.length > rest.length && text.startsWith(rest)))
      take(offset, beginning);
  }
}

const UNKNOWN_READINGS = Array.from({ length: 7 }, (_, index) =>
  edge("derived", index + 1, ["CONTENT_SCRIPT_TRANSLITERATED"], COSTS.unknownReading + (index > 4 ? 3 : 0)),
);

/** A kanji has readings of one to seven letters that no table here lists. */
function takeAnyReading(delivered: DeliveredText, { from, to }: Stretch, take: TakeEdge): void {
  for (let offset = from; offset < to; offset++)
    for (const reading of UNKNOWN_READINGS) {
      if (offset + reading.length > to || !/[a-z]/.test(delivered.folded[offset + reading.length - 1] ?? ""))
        break;
      take(offset, reading);
    }
}

/** Edges of outcomes, kept per index of a character: indices are cached and so live long. */
const EDGES = new WeakMap<ReadonlyMap<number, readonly Outcome[]>, EdgesByUnit>();
const EMPTY_EDGES = new WeakMap<Outcome, Edge>();

function edgesByUnit(outcomes: ReadonlyMap<number, readonly Outcome[]>): EdgesByUnit {
  let edges = EDGES.get(outcomes);
  if (edges === undefined) {
    edges = new Map([...outcomes].map(([unit, list]) => [unit, list.map(edgeOf)]));
    EDGES.set(outcomes, edges);
  }
  return edges;
}

function emptyEdge(outcome: Outcome): Edge {
  let known = EMPTY_EDGES.get(outcome);
  if (known === undefined) {
    known = edgeOf(outcome);
    EMPTY_EDGES.set(outcome, known);
  }
  return known;
}

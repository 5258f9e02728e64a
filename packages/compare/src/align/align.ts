import type { Outcome } from "../characters/character-model.ts";
import { COSTS } from "./costs.ts";
import type { DeliveredText } from "./delivered-text.ts";
import type { Piece, PieceKind } from "./piece.ts";
import type { SentUnit } from "./sent-unit.ts";
import { type Edge, type EdgeSource, edgesOf, type GridSettings } from "./unit-edges.ts";

/** An alignment of a stretch of both texts and what it cost. */
export interface Alignment {
  readonly pieces: readonly Piece[];
  readonly cost: number;
}

const INFINITE = 0x3fffffff;

/** States of a cell: reached by an edge, inside a loss, inside an addition. */
const BY_EDGE = 0;
const IN_LOSS = 1;

/**
 * Aligns units, which begin at `sentFrom`, with delivered[from, to) at the lowest cost: a shortest path through the grid of units by code
 * units. Edges carry a unit over one or more code units; gaps are affine. Time and memory grow with the product
 * of both lengths, so the caller bounds it.
 */
export function alignUnits(
  units: readonly SentUnit[],
  sentFrom: number,
  delivered: DeliveredText,
  from: number,
  to: number,
  edges: GridSettings,
): Alignment {
  const columns = to - from + 1;
  const size = (units.length + 1) * columns;
  const byEdge = new Int32Array(size).fill(INFINITE);
  const inLoss = new Int32Array(size).fill(INFINITE);
  const inAddition = new Int32Array(size).fill(INFINITE);
  /** For cells reached by an edge: index into `used`, 0 for none. */
  const via = new Int32Array(size);
  const used: Edge[] = [{ text: "", codes: [], cost: 0, kind: "kept", length: 0, stays: false }];
  const source: EdgeSource = edgesOf(delivered, from, to, edges);
  const known = new Map<Outcome | Edge, number>();
  byEdge[0] = 0;

  const idOf = (edge: Edge): number => {
    let id = known.get(edge);
    if (id === undefined) {
      id = used.push(edge) - 1;
      known.set(edge, id);
    }
    return id;
  };

  for (let i = 0; i <= units.length; i++) {
    const unit = units[i];
    const row = i * columns;
    const atEdge = (i === 0 && edges.atStart) || (i === units.length && edges.atEnd);
    const additionStep = atEdge ? COSTS.gapLengthenAtEdge : COSTS.gapLengthen;
    const forUnit = unit === undefined ? null : source.forUnit(unit);
    for (let column = 0; column < columns; column++) {
      const cell = row + column;
      const edgeCost = byEdge[cell] ?? INFINITE;
      const lossCost = inLoss[cell] ?? INFINITE;
      const additionCost = inAddition[cell] ?? INFINITE;
      const best = Math.min(edgeCost, lossCost, additionCost);
      if (best >= INFINITE) continue;
      const j = from + column;
      if (j < to) {
        const grown = Math.min(best + COSTS.gapOpen, additionCost) + additionStep;
        if (grown < (inAddition[cell + 1] ?? INFINITE)) inAddition[cell + 1] = grown;
        const filler = source.fillerAt(j);
        if (filler !== null && best + filler.cost < (byEdge[cell + filler.length] ?? INFINITE)) {
          byEdge[cell + filler.length] = best + filler.cost;
          via[cell + filler.length] = idOf(filler);
        }
      }
      if (forUnit === null) continue;
      const lossAtEdge = (j === from && from === 0 && edges.atStart) || (j === to && edges.atEnd);
      const lossStep = lossAtEdge ? COSTS.gapLengthenAtEdge : COSTS.gapLengthen;
      const below = cell + columns;
      const shrunk = Math.min(best + COSTS.gapOpen, lossCost) + lossStep;
      if (shrunk < (inLoss[below] ?? INFINITE)) inLoss[below] = shrunk;
      forUnit(j, (edge) => {
        const target = below + edge.length;
        if (j + edge.length <= to && best + edge.cost < (byEdge[target] ?? INFINITE)) {
          byEdge[target] = best + edge.cost;
          via[target] = idOf(edge);
        }
      });
    }
  }
  return trace(units, sentFrom, from, columns, { byEdge, inLoss, inAddition, via, used });
}

/** A unit whose beginning arrived, as two pieces, the last first. */
function cutPieces(unit: SentUnit | undefined, deliveredStart: number, length: number): readonly Piece[] {
  if (unit === undefined) return [];
  const deliveredEnd = deliveredStart + length;
  const middle = unit.start + length;
  return [
    {
      kind: "lost",
      start: middle,
      end: unit.end,
      deliveredStart: deliveredEnd,
      deliveredEnd,
      codes: [],
      cost: 0,
    },
    { kind: "kept", start: unit.start, end: middle, deliveredStart, deliveredEnd, codes: [], cost: 0 },
  ];
}

interface Grid {
  readonly byEdge: Int32Array;
  readonly inLoss: Int32Array;
  readonly inAddition: Int32Array;
  readonly via: Int32Array;
  readonly used: readonly Edge[];
}

function trace(
  units: readonly SentUnit[],
  sentFrom: number,
  from: number,
  columns: number,
  grid: Grid,
): Alignment {
  const pieces: Piece[] = [];
  const at = (array: Int32Array, i: number, column: number): number =>
    i < 0 || column < 0 ? INFINITE : (array[i * columns + column] ?? INFINITE);
  const best = (i: number, column: number): number =>
    Math.min(at(grid.byEdge, i, column), at(grid.inLoss, i, column), at(grid.inAddition, i, column));
  const startOf = (i: number): number => units[i]?.start ?? units.at(-1)?.end ?? sentFrom;
  let i = units.length;
  let column = columns - 1;
  const cost = best(i, column);
  let state = -1;
  const push = (
    kind: PieceKind,
    toI: number,
    toColumn: number,
    codes: Piece["codes"],
    paid: number,
  ): void => {
    const unitEnd = i === 0 ? startOf(0) : (units[i - 1]?.end ?? 0);
    pieces.push({
      kind,
      start: toI === i ? unitEnd : startOf(toI),
      end: unitEnd,
      deliveredStart: from + toColumn,
      deliveredEnd: from + column,
      codes,
      cost: paid,
    });
    i = toI;
    column = toColumn;
  };
  while (i > 0 || column > 0) {
    const here = best(i, column);
    if (state < 0)
      state =
        at(grid.byEdge, i, column) === here ? BY_EDGE : at(grid.inLoss, i, column) === here ? IN_LOSS : 2;
    if (state === BY_EDGE) {
      const edge = grid.used[grid.via[i * columns + column] ?? 0];
      if (edge === undefined) break;
      if (edge.kind === "cut") {
        pieces.push(...cutPieces(units[i - 1], from + column - edge.length, edge.length));
        i -= 1;
        column -= edge.length;
      } else push(edge.kind, edge.stays ? i : i - 1, column - edge.length, edge.codes, edge.cost);
      state = -1;
    } else if (state === IN_LOSS) {
      const cell = at(grid.inLoss, i, column);
      const before = at(grid.inLoss, i - 1, column);
      const opened = best(i - 1, column) + COSTS.gapOpen;
      const paid = cell - (before < opened ? before : best(i - 1, column));
      push("lost", i - 1, column, [], paid);
      state = cell - before <= COSTS.gapLengthen && before < opened ? IN_LOSS : -1;
    } else {
      const cell = at(grid.inAddition, i, column);
      const before = at(grid.inAddition, i, column - 1);
      const opened = best(i, column - 1) + COSTS.gapOpen;
      const paid = cell - (before < opened ? before : best(i, column - 1));
      push("added", i, column - 1, [], paid);
      state = cell - before <= COSTS.gapLengthen && before < opened ? 2 : -1;
    }
  }
  return { pieces: pieces.reverse(), cost };
}

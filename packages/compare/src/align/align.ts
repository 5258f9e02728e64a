import { takeBlankEdges } from "./blank-edges.ts";
import { takeCharacterEdges } from "./character-edges.ts";
import { COSTS } from "./costs.ts";
import type { DeliveredText } from "./delivered-text.ts";
import { takeDigitEdges } from "./digit-edges.ts";
import { type Edge, edge, type GridSettings, type Stretch, type TakeEdge } from "./edge.ts";
import { type Fillers, findFillers } from "./fillers.ts";
import { takeLinkEdges } from "./link-edges.ts";
import type { Piece, PieceKind } from "./piece.ts";
import type { SentUnit } from "./sent-unit.ts";

const INFINITE = 0x3fffffff;

/** States of a cell: reached by an edge, inside a loss, inside an addition. */
const BY_EDGE = 0;
const IN_LOSS = 1;
const IN_ADDITION = 2;

interface Grid {
  readonly columns: number;
  readonly byEdge: Int32Array;
  readonly inLoss: Int32Array;
  readonly inAddition: Int32Array;
  /** For cells reached by an edge: index into `used`. */
  readonly via: Int32Array;
  readonly used: Edge[];
}

/**
 * Aligns units, which begin at `sentFrom`, with a stretch of the delivered text at the lowest cost: a shortest path
 * through the grid of units by code units. Edges carry a unit over one or more code units; gaps are affine. Time
 * and memory grow with the product of both lengths, so the caller bounds it.
 */
export function alignUnits(
  units: readonly SentUnit[],
  sentFrom: number,
  delivered: DeliveredText,
  stretch: Stretch,
  settings: GridSettings,
): readonly Piece[] {
  const columns = stretch.to - stretch.from + 1;
  const size = (units.length + 1) * columns;
  const grid: Grid = {
    columns,
    byEdge: new Int32Array(size).fill(INFINITE),
    inLoss: new Int32Array(size).fill(INFINITE),
    inAddition: new Int32Array(size).fill(INFINITE),
    via: new Int32Array(size),
    used: [edge("kept", 0, [], 0)],
  };
  grid.byEdge[0] = 0;
  fill(grid, units, delivered, stretch, settings);
  return trace(grid, units, sentFrom, stretch.from);
}

/** Row by row: what is put in spreads along the row, then every unit's edges and its loss lead to the next row. */
function fill(
  grid: Grid,
  units: readonly SentUnit[],
  delivered: DeliveredText,
  stretch: Stretch,
  settings: GridSettings,
): void {
  const { columns, byEdge, inLoss, via, used } = grid;
  const fillers = findFillers(delivered, stretch, settings);
  const known = new Map<Edge, number>();
  const idOf = (taken: Edge): number => {
    let id = known.get(taken);
    if (id === undefined) {
      id = used.push(taken) - 1;
      known.set(taken, id);
    }
    return id;
  };
  const best = new Int32Array(columns);
  for (let row = 0; row <= units.length; row++) {
    const start = row * columns;
    spread(grid, row, units.length, best, fillers, settings, idOf);
    const unit = units[row];
    if (unit === undefined) return;
    const below = start + columns;
    for (let column = 0; column < columns; column++) {
      const atEdge = (column === 0 && settings.atStart) || (column === columns - 1 && settings.atEnd);
      inLoss[below + column] =
        Math.min((best[column] ?? INFINITE) + COSTS.gapOpen, inLoss[start + column] ?? INFINITE) +
        (atEdge ? COSTS.gapLengthenAtEdge : COSTS.gapLengthen);
    }
    takeEdges(unit, delivered, stretch, settings, (offset, taken) => {
      const column = offset - stretch.from;
      const cost = (best[column] ?? INFINITE) + taken.cost;
      const target = below + column + taken.length;
      if (column + taken.length >= columns || cost >= (byEdge[target] ?? INFINITE)) return;
      byEdge[target] = cost;
      via[target] = idOf(taken);
    });
  }
}

function takeEdges(
  unit: SentUnit,
  delivered: DeliveredText,
  stretch: Stretch,
  settings: GridSettings,
  take: TakeEdge,
): void {
  if (unit.kind === "blanks") takeBlankEdges(unit, delivered, stretch, settings, take);
  else if (unit.kind === "digits") takeDigitEdges(unit, delivered, stretch, settings, take);
  else if (unit.kind === "link") takeLinkEdges(unit, delivered, stretch, settings, take);
  else takeCharacterEdges(unit, delivered, stretch, settings, take);
}

/** Additions and fillers along one row; leaves the lowest cost of every cell in `best`. */
function spread(
  { columns, byEdge, inLoss, inAddition, via }: Grid,
  row: number,
  rows: number,
  best: Int32Array,
  { anywhere, inside }: Fillers,
  { atStart, atEnd }: GridSettings,
  idOf: (edge: Edge) => number,
): void {
  const start = row * columns;
  const atEdge = (row === 0 && atStart) || (row === rows && atEnd);
  const step = atEdge ? COSTS.gapLengthenAtEdge : COSTS.gapLengthen;
  const within = (row > 0 || !atStart) && (row < rows || !atEnd) ? inside : null;
  for (let column = 0; column < columns; column++) {
    const cell = start + column;
    const addition = inAddition[cell] ?? INFINITE;
    const cost = Math.min(byEdge[cell] ?? INFINITE, inLoss[cell] ?? INFINITE, addition);
    best[column] = cost;
    if (column === columns - 1) break;
    inAddition[cell + 1] = Math.min(cost + COSTS.gapOpen, addition) + step;
    const taken = anywhere?.[column] ?? within?.[column];
    if (taken === undefined || cost + taken.cost >= (byEdge[cell + 1] ?? INFINITE)) continue;
    byEdge[cell + 1] = cost + taken.cost;
    via[cell + 1] = idOf(taken);
  }
}

/** The way back from the last cell. */
function trace(grid: Grid, units: readonly SentUnit[], sentFrom: number, from: number): readonly Piece[] {
  const { columns, byEdge, inLoss, inAddition, via, used } = grid;
  const at = (array: Int32Array, row: number, column: number): number =>
    row < 0 || column < 0 ? INFINITE : (array[row * columns + column] ?? INFINITE);
  const best = (row: number, column: number): number =>
    Math.min(at(byEdge, row, column), at(inLoss, row, column), at(inAddition, row, column));
  const startOf = (row: number): number => units[row]?.start ?? units.at(-1)?.end ?? sentFrom;
  const pieces: Piece[] = [];
  let row = units.length;
  let column = columns - 1;
  let state = -1;
  const push = (
    kind: PieceKind,
    toRow: number,
    toColumn: number,
    codes: Piece["codes"],
    cost: number,
  ): void => {
    const end = row === 0 ? startOf(0) : (units[row - 1]?.end ?? sentFrom);
    pieces.push({
      kind,
      start: toRow === row ? end : startOf(toRow),
      end,
      deliveredStart: from + toColumn,
      deliveredEnd: from + column,
      codes,
      cost,
    });
    row = toRow;
    column = toColumn;
  };
  while (row > 0 || column > 0) {
    const here = best(row, column);
    if (state < 0)
      state =
        at(byEdge, row, column) === here ? BY_EDGE : at(inLoss, row, column) === here ? IN_LOSS : IN_ADDITION;
    if (state === BY_EDGE) {
      const taken = used[via[row * columns + column] ?? 0];
      if (taken === undefined || (taken.length === 0 && taken.stays)) break;
      if (taken.kind === "cut") {
        pieces.push(...cutPieces(units[row - 1], from + column - taken.length, taken.length));
        row -= 1;
        column -= taken.length;
      } else push(taken.kind, taken.stays ? row : row - 1, column - taken.length, taken.codes, taken.cost);
      state = -1;
      continue;
    }
    const [array, toRow, toColumn] =
      state === IN_LOSS ? [inLoss, row - 1, column] : [inAddition, row, column - 1];
    const cell = at(array, row, column);
    const longer = at(array, toRow, toColumn);
    const opened = best(toRow, toColumn) + COSTS.gapOpen;
    const goesOn = longer < opened;
    push(
      state === IN_LOSS ? "lost" : "added",
      toRow,
      toColumn,
      [],
      cell - (goesOn ? longer : best(toRow, toColumn)),
    );
    if (!goesOn) state = -1;
  }
  return pieces.reverse();
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

import { type ClusterAt, splitsPair } from "./grapheme-clusters.ts";

/** Septets of a character by its UTF-16 code unit; null where every code unit takes one. */
export type UnitCost = ((unit: number) => number) | null;

/** Where a part ends, and the septets or code units in it. */
export interface Cut {
  readonly end: number;
  readonly units: number;
}

/**
 * The longest part that begins at `start`: it keeps an escape with its character, a surrogate pair, and a grapheme
 * cluster where the cluster fits in a part. A cluster that fits in none is cut between characters. Taking the most
 * for each part gives the fewest parts, since what stays together does so in whatever part it stands.
 */
export function cutPart(
  text: string,
  start: number,
  capacity: number,
  cost: UnitCost,
  clusterAt: ClusterAt,
): Cut {
  let end = start;
  let units = 0;
  if (cost === null) {
    end = Math.min(text.length, start + capacity);
    units = end - start;
  } else
    for (; end < text.length; end++) {
      const more = cost(text.charCodeAt(end));
      if (units + more > capacity) break;
      units += more;
    }
  if (end === text.length) return { end, units };
  const cluster = clusterAt(end);
  if (cluster === null) return { end, units };
  const whole = unitsOf(text, cluster.start, cluster.end, cost) <= capacity;
  const back = whole ? cluster.start : splitsPair(text, end) ? end - 1 : end;
  return { end: back, units: units - unitsOf(text, back, end, cost) };
}

function unitsOf(text: string, start: number, end: number, cost: UnitCost): number {
  if (cost === null) return end - start;
  let units = 0;
  for (let i = start; i < end; i++) units += cost(text.charCodeAt(i));
  return units;
}

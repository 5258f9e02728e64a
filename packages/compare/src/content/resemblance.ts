/** Counts by code unit, and by pair of them in 16 bits. Empty between two calls. */
const SINGLES = new Int32Array(0x10000);
const PAIRS = new Int32Array(0x10000);

const pairAt = (text: string, offset: number): number =>
  ((text.charCodeAt(offset) * 31_337) ^ text.charCodeAt(offset + 1)) & 0xffff;

/**
 * How alike two texts are, 0 to 1, by what they are made of: the share of code units, and of pairs of them, that
 * both have. Cheap, blind to order beyond pairs, good enough to rank candidates.
 */
export function resemblance(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  for (let i = 0; i < a.length; i++) {
    add(SINGLES, a.charCodeAt(i));
    add(PAIRS, pairAt(a, i));
  }
  let common = 0;
  for (let i = 0; i < b.length; i++) {
    common += take(SINGLES, b.charCodeAt(i)) + take(PAIRS, pairAt(b, i));
  }
  for (let i = 0; i < a.length; i++) {
    SINGLES[a.charCodeAt(i)] = 0;
    PAIRS[pairAt(a, i)] = 0;
  }
  // A cut or an addition changes one length only: the shorter text counts for most.
  return (
    (0.7 * common) / (2 * Math.min(a.length, b.length)) + (0.3 * common) / (2 * Math.max(a.length, b.length))
  );
}

function add(counts: Int32Array, key: number): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** 1 when there was one left to take. */
function take(counts: Int32Array, key: number): 0 | 1 {
  const left = counts[key] ?? 0;
  if (left === 0) return 0;
  counts[key] = left - 1;
  return 1;
}

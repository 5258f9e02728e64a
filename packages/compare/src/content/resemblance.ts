/**
 * How alike two texts are, 0 to 1, by what they are made of: the share of code units, and of pairs of them, that
 * both have. Cheap, blind to order beyond pairs, good enough to rank candidates.
 */
export function resemblance(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const counts = new Map<number, number>();
  for (let i = 0; i < a.length; i++) {
    const single = a.charCodeAt(i);
    counts.set(single, (counts.get(single) ?? 0) + 1);
    const pair = 0x10000 + ((single * 31_337) ^ a.charCodeAt(i + 1));
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let i = 0; i < b.length; i++) {
    const single = b.charCodeAt(i);
    for (const key of [single, 0x10000 + ((single * 31_337) ^ b.charCodeAt(i + 1))]) {
      const left = counts.get(key) ?? 0;
      if (left > 0) {
        common += 1;
        counts.set(key, left - 1);
      }
    }
  }
  // A cut or an addition changes one length only: the shorter text counts for most.
  return (
    (0.7 * common) / (2 * Math.min(a.length, b.length)) + (0.3 * common) / (2 * Math.max(a.length, b.length))
  );
}

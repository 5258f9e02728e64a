/** Which property of an input is a list that may be cut, and in which pieces. */
const LISTS = {
  pdu: { key: "hex", split: (hex) => hex.match(/..?/g) ?? [], join: (pieces) => pieces.join("") },
  rpdu: { key: "hex", split: (hex) => hex.match(/../g) ?? [], join: (pieces) => pieces.join("") },
  text: { key: "text", split: (text) => [...text], join: (pieces) => pieces.join("") },
  at: { key: "text", split: (text) => [...text], join: (pieces) => pieces.join("") },
  parts: { key: "steps", split: (steps) => steps, join: (pieces) => pieces },
  septets: { key: "septets", split: (septets) => septets, join: (pieces) => pieces },
};

/**
 * The smallest input that still breaks the same promise: stretches of it are taken out, ever shorter ones, as long as
 * that works.
 *
 * @param {{ kind: keyof typeof LISTS }} input
 * @param {(input: object) => boolean} stillBroken
 */
export function minimise(input, stillBroken) {
  const { key, split, join } = LISTS[input.kind];
  let pieces = split(input[key]);
  for (let size = pieces.length >> 1; size >= 1; size = size > 1 ? size >> 1 : 0)
    for (let at = 0; at + size <= pieces.length; ) {
      const shorter = [...pieces.slice(0, at), ...pieces.slice(at + size)];
      if (stillBroken({ ...input, [key]: join(shorter) })) pieces = shorter;
      else at += size;
    }
  return { ...input, [key]: join(pieces) };
}

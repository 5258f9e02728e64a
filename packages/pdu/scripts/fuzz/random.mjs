/**
 * Pseudo-random numbers from a seed (xorshift32): a run is repeated by its seed alone.
 *
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const below = (limit) => next() % limit;
  return {
    /** An integer from 0 up to but not including `limit`. */
    below,
    /** True once in `times`. */
    once: (times) => below(times) === 0,
    /** One of the items. */
    of: (items) => items[below(items.length)],
    octet: () => next() & 255,
    octets: (count) => Uint8Array.from({ length: count }, () => next() & 255),
  };
}

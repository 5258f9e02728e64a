/** A seeded source of random values: the same seed gives the same values, on any machine. */
export interface Random {
  /** 0 (included) to 1 (excluded), 32 bits of it. */
  next(): number;
  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
  /** `length` characters of the alphabet. */
  text(alphabet: string, length: number): string;
  bytes(length: number): Uint8Array<ArrayBuffer>;
  /**
   * A source of its own under a name. What one part of the sandbox draws never changes what another gets.
   */
  fork(name: string): Random;
}

/** Makes a source. sfc32 (Chris Doty-Humphrey, PractRand) over a hash of the seed and the name. */
export function createRandom(seed: number | string, name = ""): Random {
  const next = sfc32(`${seed}/${name}`);
  const random: Random = {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError("there is nothing to pick from");
      return item;
    },
    text: (alphabet, length) => {
      let text = "";
      for (let i = 0; i < length; i++) text += alphabet[Math.floor(next() * alphabet.length)];
      return text;
    },
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)),
    fork: (child) => createRandom(seed, `${name}/${child}`),
  };
  return random;
}

function sfc32(text: string): () => number {
  let [a, b, c] = hash(text);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** Three words out of a text: FNV-1a with three bases. */
function hash(text: string): [number, number, number] {
  const words: [number, number, number] = [0x811c9dc5, 0x01000193, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (let w = 0; w < 3; w++)
      words[w] = Math.imul((words[w] ?? 0) ^ (unit + w * 0x51ed), 0x01000193 + w * 2);
  }
  return words;
}

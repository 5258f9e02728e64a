import { octetsOf } from "./failure.mjs";

/** Pieces that make readers branch: headers, lengths, types of address, codings. */
const DICTIONARY = [
  "050003010201",
  "060804010203FF",
  "0B050400000000000301FF01",
  "03240101",
  "03250103",
  "0624010D250109",
  "04010100",
  "0A030F0723",
  "050B0104",
  "0322029121",
  "0500030102",
  "0A2006200312",
  "0323010000",
  "0270000271FF",
  "00",
  "FF",
  "FFFE",
  "D83DDE00",
  "1B1B",
  "9B1B",
  "0BD0",
  "0891",
  "14D0",
  "40",
  "7F",
  "8C",
  "A0",
].map(octetsOf);

/** @param {Uint8Array} octets */
const splice = (octets, at, remove, insert) =>
  Uint8Array.of(...octets.subarray(0, at), ...insert, ...octets.subarray(at + remove));

const MUTATIONS = [
  // One bit.
  (octets, random) => {
    const at = random.below(octets.length);
    return octets.with(at, octets[at] ^ (1 << random.below(8)));
  },
  (octets, random) => octets.with(random.below(octets.length), random.octet()),
  // An octet that may be a length, one up or down.
  (octets, random) => {
    const at = random.below(octets.length);
    return octets.with(at, (octets[at] + random.of([1, 255, 2, 254, 7, 249])) & 255);
  },
  (octets, random) => octets.subarray(0, 1 + random.below(octets.length)),
  (octets, random) => splice(octets, random.below(octets.length), 1 + random.below(3), []),
  (octets, random) => splice(octets, random.below(octets.length), 0, random.octets(1 + random.below(3))),
  (octets, random) => splice(octets, random.below(octets.length), 0, random.of(DICTIONARY)),
  (octets, random) => {
    const piece = random.of(DICTIONARY);
    return splice(octets, random.below(octets.length), piece.length, piece);
  },
  // The head of one message and the tail of another.
  (octets, random, other) =>
    Uint8Array.of(
      ...octets.subarray(0, random.below(octets.length)),
      ...other.subarray(random.below(other.length)),
    ),
  // A stretch twice.
  (octets, random) => {
    const at = random.below(octets.length);
    return splice(octets, at, 0, octets.subarray(at, at + 1 + random.below(12)));
  },
  (octets, random) => Uint8Array.of(...octets, ...random.octets(1 + random.below(20))),
];

/** A message with one to five things changed; never empty. */
export function mutated(octets, random, other) {
  let result = octets;
  for (let changes = 1 + random.below(random.of([1, 2, 5])); changes > 0 && result.length > 0; changes--)
    result = random.of(MUTATIONS)(result, random, other);
  return result.length === 0 ? Uint8Array.of(random.octet()) : result;
}

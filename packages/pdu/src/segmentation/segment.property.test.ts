import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../decode.ts";
import { decodeDeliver } from "../decode-deliver.ts";
import { encodeDeliver, encodeSubmit } from "../encode/encode.ts";
import { hasTable } from "../gsm7/alphabet.ts";
import { ALPHABETS } from "../gsm7/alphabets.generated.ts";
import { gsm7 } from "../gsm7/index.ts";
import { isPduError } from "../pdu-error.ts";
import { Reassembler } from "../reassembly/reassembler.ts";
import { countSegments, type Segmentation, segment } from "./segment.ts";
import type { SegmentOptions } from "./segment-options.ts";

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
const LANGUAGES = ALPHABETS.map((_, language) => language);

/** Characters of a language's tables, read by the decoder, without the space that stands for undefined ones. */
function charactersOf(language: number): readonly string[] {
  const tables = { locking: language, single: language };
  const codes = Array.from({ length: 128 }, (_, code) => code).filter((code) => code !== 0x1b);
  return codes
    .flatMap((code) => [
      gsm7.decode(Uint8Array.of(code), tables),
      gsm7.decode(Uint8Array.of(0x1b, code), tables),
    ])
    .filter((character) => character !== " ");
}

const OTHER_PIECES = [
  ..."жΩ漢한ﷺ☎",
  "😀",
  "👨‍👩‍👧‍👦",
  "🇫🇷",
  "👍🏽",
  "e\u0301",
  "\r\n",
  "क्षि",
  "\ud83d",
  "\ude00",
  "“",
  "…",
  "\u00a0",
];

const CHARACTERS = LANGUAGES.map(charactersOf);

/** Texts in one language, now and then with another or something else, long enough for a few parts. */
const texts: fc.Arbitrary<string> = fc
  .record({
    characters: fc.constantFrom(...CHARACTERS),
    others: fc.oneof(
      fc.constantFrom(...CHARACTERS),
      fc.array(fc.constantFrom(...OTHER_PIECES), { minLength: 1, maxLength: 3 }),
    ),
    asciiShare: fc.integer({ min: 0, max: 9 }),
    length: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 60, max: 340 })),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
    mixed: fc.boolean(),
  })
  .map(({ characters, others, asciiShare, length, seed, mixed }) => {
    let state = seed;
    const pick = (count: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % count;
    };
    let text = "";
    while (text.length < length) {
      if (pick(10) < asciiShare) text += "etaoin shrdlu.,12"[pick(17)];
      else if (mixed && pick(12) === 0) text += others[pick(others.length)];
      else text += characters[pick(characters.length)];
    }
    return text;
  });

/** Any code point, lone surrogates too, and whole clusters. */
const anyUnit: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)),
  fc.constantFrom(...OTHER_PIECES),
);

const options: fc.Arbitrary<SegmentOptions> = fc.record(
  {
    nationalLanguages: fc.oneof(
      fc.constantFrom<"none" | "detect">("none", "detect"),
      fc.uniqueArray(fc.integer({ min: 1, max: 13 }), { maxLength: 4 }),
    ),
    concatenation: fc.constantFrom<8 | 16>(8, 16),
    reference: fc.integer({ min: 0, max: 255 }),
    smartReplacement: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Octets of a header, by the lengths of its elements. */
function headerLength({ nationalLanguage }: Segmentation, many: boolean, bits: 8 | 16): number {
  const lengths = [
    ...(many ? [bits === 8 ? 5 : 6] : []),
    ...(nationalLanguage?.locking != null ? [3] : []),
    ...(nationalLanguage?.single != null ? [3] : []),
  ];
  return lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 1);
}

/** Septets or code units of a piece of text in the encoding chosen. */
function unitsOf(text: string, { alphabet, nationalLanguage }: Segmentation): number {
  return alphabet === "ucs2" ? text.length : (gsm7.encode(text, nationalLanguage)?.length ?? Number.NaN);
}

/** How many octets a part takes when it is packed for real. */
function packedOctets(header: number, text: string, segmentation: Segmentation): number {
  if (segmentation.alphabet === "ucs2") return header + 2 * text.length;
  const septets = gsm7.encode(text, segmentation.nationalLanguage) ?? new Uint8Array(0);
  const fillBits = (7 - ((8 * header) % 7)) % 7;
  return header + gsm7.pack(septets, fillBits).length;
}

describe("segment", () => {
  test("the parts, joined, are the text, and each fits when packed for real", () => {
    fc.assert(
      fc.property(texts, options, (text, given) => {
        const whole = segment(text, { ...given, smartReplacement: false });
        const many = whole.parts.length > 1;
        const header = headerLength(whole, many, given.concatenation ?? 8);
        expect(whole.parts.map((part) => part.text).join("")).toBe(text);
        let octets = 0;
        for (const { text: part, units, unitsLeft, userData } of whole.parts) {
          expect(units).toBe(unitsOf(part, whole));
          const packed = packedOctets(header, part, whole);
          expect(packed).toBeLessThanOrEqual(140);
          // One unit more than is said to be left does not fit.
          const more = whole.alphabet === "ucs2" ? 2 * (unitsLeft + 1) : ((unitsLeft + 1) * 7) / 8;
          const exact =
            whole.alphabet === "ucs2" ? packed : Math.ceil((8 * header) / 7) * (7 / 8) + (units * 7) / 8;
          expect(exact + more).toBeGreaterThan(140);
          octets += packed;
          const pdu = encodeSubmit({ destination: "+491701234567", ...userData });
          const read = decode(pdu, { direction: "to-network", strict: true, smsc: "present" });
          expect(read).toMatchObject({ type: "SMS-SUBMIT", text: part });
        }
        expect(whole.octets).toBe(octets);
        expect(whole.units).toBe(whole.parts.reduce((sum, part) => sum + part.units, 0));
      }),
      { numRuns: 300 },
    );
  });

  test("a handset that joins the parts shows the text", () => {
    fc.assert(
      fc.property(texts, options, (text, given) => {
        const reassembler = new Reassembler();
        const { parts } = segment(text, { ...given, smartReplacement: false });
        const messages = parts.map(({ userData }) =>
          reassembler.add(
            decodeDeliver(
              encodeDeliver({ originator: "ACME", timestamp: "2024-02-29T12:34:56+02:00", ...userData }),
            ),
          ),
        );
        expect(messages.slice(0, -1).every((message) => message === null)).toBe(true);
        expect(messages.at(-1)?.text).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  test("countSegments says the same", () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: anyUnit, maxLength: 200 })), options, (text, given) => {
        const { parts, warnings: _, ...rest } = segment(text, given);
        const count = countSegments(text, given);
        expect(count).toEqual({ ...rest, parts: parts.length, unitsLeft: parts.at(-1)?.unitsLeft });
      }),
      { numRuns: 300 },
    );
  });

  test("no surrogate pair is split, nor a cluster that fits in a part", () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: anyUnit, maxLength: 300 })), options, (text, given) => {
        const whole = segment(text, { ...given, smartReplacement: false });
        const capacity = (whole.parts[0]?.units ?? 0) + (whole.parts[0]?.unitsLeft ?? 0);
        const clusters = GRAPHEMES.segment(text);
        let end = 0;
        for (const { text: part } of whole.parts.slice(0, -1)) {
          end += part.length;
          expect(/[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(end - 1, end + 1))).toBe(false);
          const cluster = clusters.containing(end);
          if (cluster !== undefined && cluster.index !== end)
            expect(unitsOf(cluster.segment, whole)).toBeGreaterThan(capacity);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("nothing is cheaper, of all pairs of tables and UCS-2", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom<8 | 16>(8, 16), (text, concatenation) => {
        const { parts, octets, encoding } = segment(text, { nationalLanguages: "detect", concatenation });
        expect([parts.length, octets, RANKS.indexOf(encoding)]).toEqual(cheapest(text, concatenation));
      }),
      { numRuns: 400 },
    );
  });

  test("with some languages only, nothing of these is cheaper", () => {
    const several = fc.uniqueArray(fc.integer({ min: 1, max: 13 }), { maxLength: 3 });
    fc.assert(
      fc.property(texts, several, (text, languages) => {
        const { parts, octets, encoding } = segment(text, { nationalLanguages: languages });
        expect([parts.length, octets, RANKS.indexOf(encoding)]).toEqual(cheapest(text, 8, [0, ...languages]));
      }),
      { numRuns: 400 },
    );
  });

  test("any text of any length gives parts or a PduError", () => {
    const pieces = fc.array(
      fc.tuple(fc.string({ unit: anyUnit, maxLength: 6 }), fc.integer({ min: 0, max: 9000 })),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(pieces, options, (given, how) => {
        const text = given.map(([piece, times]) => piece.repeat(times)).join("");
        try {
          const { parts } = segment(text, { ...how, smartReplacement: false });
          expect(parts.length).toBeLessThanOrEqual(255);
          expect(parts.map((part) => part.text).join("")).toBe(text);
        } catch (error) {
          if (!isPduError(error)) throw error;
          expect(error).toMatchObject({ code: "TOO_LONG", field: "TP-UD" });
          expect(text.length).toBeGreaterThan(255 * 40);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Encodings, the preferred one first. */
const RANKS = [
  "gsm7-default",
  "ucs2",
  "gsm7-single-shift",
  "gsm7-locking-shift",
  "gsm7-locking-and-single-shift",
];

type Cost = readonly [parts: number, octets: number, rank: number];

/** What the cheapest encoding costs, found by trying every pair of tables. */
function cheapest(text: string, bits: 8 | 16, languages: readonly number[] = LANGUAGES): Cost {
  const costs: Cost[] = [[...partsBy(text, 0, bits, "ucs2", (piece) => piece.length), 1]];
  for (const locking of languages.filter((language) => hasTable("locking", language)))
    for (const single of languages.filter((language) => hasTable("single", language))) {
      const tables = { locking, single };
      if (gsm7.encode(text, tables) === null) continue;
      const elements = Number(locking > 0) + Number(single > 0);
      const rank = elements === 2 ? 4 : locking > 0 ? 3 : single > 0 ? 2 : 0;
      const septets = (piece: string): number => gsm7.encode(piece, tables)?.length ?? 0;
      costs.push([...partsBy(text, elements, bits, "gsm7", septets), rank]);
    }
  return costs.reduce((best, cost) => {
    const difference = cost[0] - best[0] || cost[1] - best[1] || cost[2] - best[2];
    return difference < 0 ? cost : best;
  });
}

/** Parts and octets when whole clusters, or the characters of too large ones, are put into parts one by one. */
function partsBy(
  text: string,
  elements: number,
  bits: 8 | 16,
  alphabet: "gsm7" | "ucs2",
  units: (piece: string) => number,
): readonly [parts: number, octets: number] {
  const bitsOfUnit = alphabet === "gsm7" ? 7 : 16;
  const alone = elements === 0 ? 0 : 1 + 3 * elements;
  const octets = (header: number, count: number): number =>
    alphabet === "ucs2"
      ? header + 2 * count
      : header + Math.ceil((7 * count + ((7 - ((8 * header) % 7)) % 7)) / 8);
  const room = (header: number): number =>
    Math.floor((1120 - (alphabet === "gsm7" ? 7 * Math.ceil((8 * header) / 7) : 8 * header)) / bitsOfUnit);
  const all = units(text);
  if (all <= room(alone)) return [1, octets(alone, all)];
  const header = 1 + 3 * elements + (bits === 8 ? 5 : 6);
  const most = room(header);
  const atoms = [...GRAPHEMES.segment(text)].flatMap(({ segment: cluster }) =>
    units(cluster) <= most ? [cluster] : [...cluster],
  );
  let filled = 0;
  let parts = 1;
  let total = 0;
  for (const atom of atoms) {
    const more = units(atom);
    if (filled + more > most) {
      total += octets(header, filled);
      parts += 1;
      filled = 0;
    }
    filled += more;
  }
  return [parts, total + octets(header, filled)];
}

import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { clustersOf, splitsPair } from "./grapheme-clusters.ts";

const SEGMENTER = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The clusters of a text, by asking at every place. */
function clusters(text: string, by: Intl.Segmenter | null): readonly string[] {
  const clusterAt = clustersOf(text, by);
  const found: string[] = [];
  let start = 0;
  for (let i = 1; i <= text.length; i++)
    if (i === text.length || clusterAt(i) === null) {
      found.push(text.slice(start, i));
      start = i;
    }
  return text === "" ? [] : found;
}

function bySegmenter(text: string): readonly string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

/** One of each kind that has to stay together. */
const CLUSTERS: readonly (readonly [kind: string, cluster: string])[] = [
  ["CR LF", "\r\n"],
  ["a combining mark", "e\u0301"],
  ["two combining marks", "e\u0301\u0323"],
  ["a surrogate pair", "😀"],
  ["an emoji modifier", "👍🏽"],
  ["a variation selector", "❤\ufe0f"],
  ["a keycap", "1\ufe0f\u20e3"],
  ["a ZWJ sequence", "👨\u200d👩\u200d👧\u200d👦"],
  ["a ZWJ sequence with modifiers", "👩🏽\u200d❤\ufe0f\u200d👨🏿"],
  ["regional indicators", "🇫🇷"],
  ["tags", "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}"],
  ["a Devanagari vowel sign", "कि"],
  ["a Devanagari conjunct", "क्ष"],
  ["a conjunct of three", "न्त्र"],
  ["a conjunct with nukta", "क़्य"],
  ["a Bengali conjunct", "ক্ষ"],
  ["a Telugu conjunct", "క్ష"],
  ["a Tamil vowel sign", "கி"],
  ["a Thai SARA AM", "กำ"],
  ["conjoining Hangul", "\u1112\u1161\u11ab"],
  ["a Hangul syllable with a final", "\ud558\u11ab"],
  ["ZWNJ", "a\u200c"],
  ["a halfwidth voiced mark", "ｶﾞ"],
];

describe("clustersOf", () => {
  test.each(CLUSTERS)("%s stays together, with and without Intl.Segmenter", (_, cluster) => {
    for (const by of [SEGMENTER, null]) expect(clusters(`x${cluster}я`, by)).toEqual(["x", cluster, "я"]);
  });

  test("where it cuts is told with the whole cluster", () => {
    for (const by of [SEGMENTER, null]) {
      const clusterAt = clustersOf("ab👨\u200d👩\u200d👧cd", by);
      expect(clusterAt(2)).toBeNull();
      for (let i = 3; i < 10; i++) expect(clusterAt(i)).toEqual({ start: 2, end: 10 });
      expect(clusterAt(10)).toBeNull();
    }
  });

  test("flags are paired from the start of their row", () => {
    for (const by of [SEGMENTER, null]) expect(clusters("🇫🇷🇩🇪🇮", by)).toEqual(["🇫🇷", "🇩🇪", "🇮"]);
  });

  test("a mark behind a line end stands for itself", () => {
    for (const by of [SEGMENTER, null])
      expect(clusters("a\n\u0301b", by)).toEqual(["a", "\n", "\u0301", "b"]);
  });

  test("the rules agree with Intl.Segmenter on rows of such clusters", () => {
    const pieces = fc.constantFrom(
      ...CLUSTERS.map(([, cluster]) => cluster),
      ...["a", " ", "é", "ж", "漢", "कि", "한", "\n", ".", "5"],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (row) => {
        const text = row.join("");
        expect(clusters(text, null)).toEqual(bySegmenter(text));
      }),
      { numRuns: 500 },
    );
  });

  test("with Intl.Segmenter they are its own, for any text", () => {
    const units = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));

    fc.assert(
      fc.property(fc.string({ unit: units, maxLength: 40 }), (text) => {
        expect(clusters(text, SEGMENTER)).toEqual(bySegmenter(text));
      }),
      { numRuns: 150 },
    );
  });

  test("what passes for plain never joins a neighbour", () => {
    // Asked without the segmenter, a plain pair answers null at once; the segmenter must agree for each unit.
    const never = { segment: () => ({ containing: () => ({ index: -1, segment: "" }) }) };
    const isPlain = (pair: string): boolean =>
      clustersOf(pair, never as unknown as Intl.Segmenter)(1) === null;
    const plain = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(
      (character) => isPlain(`a${character}`),
    );
    expect(plain.length).toBeGreaterThan(40_000);
    const joins = (characters: readonly string[]): boolean =>
      bySegmenter(characters.map((character) => `가${character}漢`).join("")).length < 3 * characters.length;
    const blocks = Array.from({ length: Math.ceil(plain.length / 512) }, (_, index) =>
      plain.slice(512 * index, 512 * (index + 1)),
    );
    const joined = blocks.filter(joins).flatMap((block) => block.filter((character) => joins([character])));
    expect(joined).toEqual([]);
    expect(isPlain("\r\n")).toBe(false);
  });

  test("rules look no further than a part reaches", () => {
    const marks = "\u0301".repeat(50_000);
    const cluster = clustersOf(`e${marks}`, null)(25_000);
    expect(cluster).toEqual({ start: 25_000 - 160, end: 25_000 + 160 });
  });
});

describe("an engine without Intl.Segmenter", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test.each<[string, unknown]>([
    ["no Intl at all", undefined],
    ["an Intl without it", {}],
  ])("with %s clusters are kept by the rules", async (_, intl) => {
    vi.resetModules();
    vi.stubGlobal("Intl", intl);
    const { segment } = await import("./segment.ts");
    const family = "👨\u200d👩\u200d👧\u200d👦";
    const { parts } = segment(`${"ж".repeat(60)}${family}${"ж".repeat(5)}`);
    expect(parts.map(({ units }) => units)).toEqual([60, 16]);
    const conjunct = segment(`${"न".repeat(147)}स्ते${"न".repeat(10)}`, { nationalLanguages: [6] });
    expect(conjunct.parts.map(({ units }) => units)).toEqual([147, 14]);
  });
});

describe("splitsPair", () => {
  test("only between a high and a low surrogate", () => {
    expect([0, 1, 2, 3, 4].map((index) => splitsPair("a😀b", index))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(splitsPair("\ude00\ud83d", 1)).toBe(false);
  });
});

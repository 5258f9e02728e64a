import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { errorOf } from "../testing/error-of.ts";
import { countSegments, segment } from "./segment.ts";
import type { SegmentOptions } from "./segment-options.ts";

interface SegmentRow {
  readonly id: string;
  readonly source: string;
  /** Pieces, each so many times. */
  readonly text: readonly (readonly [piece: string, times: number])[];
  readonly options?: SegmentOptions;
  readonly expect: {
    /** Units of each part. */
    readonly parts: readonly number[];
    readonly encoding: string;
    readonly unitsLeft?: number;
    readonly nationalLanguage?: object;
    readonly lastText?: string;
    readonly replacements?: number;
  };
  readonly note: string;
}

const ROWS = readFileSync(new URL("../../vectors/segments.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as SegmentRow);

describe("known texts", () => {
  test.each(ROWS)("$id $note ($source)", ({ text: pieces, options, expect: wanted }) => {
    const text = pieces.map(([piece, times]) => piece.repeat(times)).join("");
    const { parts, encoding, nationalLanguage, units, replacements } = segment(text, options);
    expect({ parts: parts.map((part) => part.units), encoding }).toEqual({
      parts: wanted.parts,
      encoding: wanted.encoding,
    });
    expect(units).toBe(wanted.parts.reduce((sum, part) => sum + part, 0));
    const last = parts.at(-1);
    if (wanted.unitsLeft !== undefined) expect(last?.unitsLeft).toBe(wanted.unitsLeft);
    if (wanted.nationalLanguage !== undefined) expect(nationalLanguage).toEqual(wanted.nationalLanguage);
    if (wanted.lastText !== undefined) expect(last?.text).toBe(wanted.lastText);
    expect(replacements).toHaveLength(wanted.replacements ?? 0);
    expect(countSegments(text, options)).toMatchObject({
      parts: wanted.parts.length,
      encoding,
      units,
      unitsLeft: last?.unitsLeft,
    });
  });
});

describe("segment", () => {
  test("a part is described as an encoder wants it", () => {
    const { parts } = segment(`${"a".repeat(150)}ş`, {
      nationalLanguages: [1],
      concatenation: 16,
      reference: 0xbeef,
    });
    expect(parts).toEqual([
      {
        text: `${"a".repeat(150)}ş`,
        sequence: 1,
        units: 151,
        unitsLeft: 4,
        userData: {
          text: `${"a".repeat(150)}ş`,
          dataCoding: 0,
          concatenation: null,
          nationalLanguage: { locking: 1, single: null },
        },
      },
    ]);
    const long = segment("ж".repeat(100), { concatenation: 16, reference: 0xbeef });
    expect(long.parts.map(({ userData }) => userData)).toEqual([
      {
        text: "ж".repeat(66),
        dataCoding: 8,
        concatenation: { reference: 0xbeef, bits: 16, total: 2, sequence: 1 },
        nationalLanguage: null,
      },
      {
        text: "ж".repeat(34),
        dataCoding: 8,
        concatenation: { reference: 0xbeef, bits: 16, total: 2, sequence: 2 },
        nationalLanguage: null,
      },
    ]);
  });

  test("octets count headers, fill bits and padding", () => {
    expect(segment("").octets).toBe(0);
    expect(segment("a").octets).toBe(1);
    expect(segment("ж").octets).toBe(2);
    // 6 octets of header take 7 septets; 154 and 15 septets follow in all.
    expect(segment("a".repeat(161)).octets).toBe(140 + Math.ceil(((7 + 8) * 7) / 8));
    expect(segment("ж".repeat(71)).octets).toBe(6 + 134 + 6 + 8);
  });

  test("UCS-2 is preferred to a national table that saves nothing", () => {
    // One Turkish letter: 2 octets in UCS-2, 7 with a single shift header.
    expect(segment("ş", { nationalLanguages: "detect" }).encoding).toBe("ucs2");
  });

  test("an alphabet may be forced", () => {
    expect(segment("abc", { alphabets: ["ucs2"] })).toMatchObject({ encoding: "ucs2", units: 3, octets: 6 });
    expect(segment("ş", { alphabets: ["gsm7"], nationalLanguages: [1] }).encoding).toBe("gsm7-locking-shift");
    expect(segment("“", { alphabets: ["gsm7"], smartReplacement: true }).parts[0]?.text).toBe('"');
    expect(segment("“", { alphabets: ["ucs2"], smartReplacement: true }).parts[0]?.text).toBe("“");
  });

  test("lone surrogates survive, and are told", () => {
    const { parts, warnings } = segment("a\ud83d");
    expect(parts.map(({ text }) => text)).toEqual(["a\ud83d"]);
    expect(warnings).toEqual([
      { code: "LONE_SURROGATE", index: 1, message: "Half of a surrogate pair stands alone at 1." },
    ]);
  });

  test("a cluster as long as a part gets a part of its own", () => {
    const { parts, warnings } = segment(`жж${`e${"\u0301".repeat(66)}`}жж`);
    expect(parts.map(({ units }) => units)).toEqual([2, 67, 2]);
    expect(warnings).toEqual([]);
  });

  test("a cluster longer than a part is split between characters, and told", () => {
    const zalgo = `e${"\u0301".repeat(79)}`;
    const { parts, warnings } = segment(`ab${zalgo}`);
    // It cannot be kept whole, so nothing is wasted on it.
    expect(parts.map(({ units }) => units)).toEqual([67, 15]);
    expect(warnings.map(({ code, index }) => [code, index])).toEqual([["CLUSTER_SPLIT", 67]]);
    const chain = "👩\u200d".repeat(40);
    const pieces = segment(chain).parts.map(({ text }) => text);
    expect(pieces.join("")).toBe(chain);
    expect(pieces.every((piece) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(piece))).toBe(true);
  });

  test("255 parts and no more", () => {
    expect(countSegments("a".repeat(255 * 153)).parts).toBe(255);
    expect(countSegments("ж".repeat(255 * 67)).parts).toBe(255);
    const error = errorOf(() => segment("a".repeat(255 * 153 + 1)));
    expect(error).toMatchObject({ code: "TOO_LONG", field: "TP-UD", offset: 0 });
    expect(error.message).toBe("The text needs more than 255 parts.");
    expect(errorOf(() => countSegments("ж".repeat(255 * 67 + 1))).code).toBe("TOO_LONG");
    // 16 units of UCS-2 go to 33 pairs a part: the bound by units alone would let this pass.
    expect(errorOf(() => countSegments("😀".repeat(255 * 33 + 1))).code).toBe("TOO_LONG");
    expect(countSegments("😀".repeat(255 * 33)).parts).toBe(255);
  });

  test("what GSM 7-bit cannot hold is named when UCS-2 is not allowed", () => {
    const error = errorOf(() => segment("ab😀", { alphabets: ["gsm7"] }));
    expect(error).toMatchObject({ code: "UNENCODABLE", field: "TP-UD" });
    expect(error.message).toBe(
      "GSM 7-bit does not hold this text: the first character beyond the default alphabet is U+1F600 at 2.",
    );
    expect(errorOf(() => segment("a€ş", { alphabets: ["gsm7"] })).message).toContain("U+015F at 2");
    // Each is in a table, but no two tables hold all three.
    expect(
      errorOf(() => segment("şनک", { alphabets: ["gsm7"], nationalLanguages: "detect" })).message,
    ).toContain("U+015F at 0");
    expect(errorOf(() => segment("a".repeat(40_000), { alphabets: ["gsm7"] })).code).toBe("TOO_LONG");
  });

  test.each<[string, unknown, string, string]>([
    ["no alphabet", { alphabets: [] }, "TP-DCS", "No alphabet is allowed."],
    [
      "a reference too large for 8 bits",
      { reference: 256 },
      "TP-UDH",
      "Reference 256 does not fit in 8 bits.",
    ],
    ["a negative one", { reference: -1 }, "TP-UDH", "Reference -1 does not fit in 8 bits."],
    ["a broken one", { reference: 1.5 }, "TP-UDH", "Reference 1.5 does not fit in 8 bits."],
    [
      "one too large for 16 bits",
      { reference: 65_536, concatenation: 16 },
      "TP-UDH",
      "Reference 65536 does not fit in 16 bits.",
    ],
    ["other widths", { concatenation: 12 }, "TP-UDH", "A reference has 8 or 16 bits, not 12."],
    ["language 0", { nationalLanguages: [0] }, "TP-UDH", "There are no tables for national language 0."],
    [
      "language 14",
      { nationalLanguages: [1, 14] },
      "TP-UDH",
      "There are no tables for national language 14.",
    ],
  ])("refuses %s", (_, options, field, message) => {
    const error = errorOf(() => segment("a", options as SegmentOptions));
    expect(error).toMatchObject({ code: "UNENCODABLE", field, message });
    expect(errorOf(() => countSegments("a", options as SegmentOptions)).message).toBe(message);
  });

  test("the largest references are taken", () => {
    expect(segment("a".repeat(161), { reference: 255 }).parts[0]?.userData.concatenation?.reference).toBe(
      255,
    );
    const wide = segment("a".repeat(161), { reference: 65_535, concatenation: 16 });
    expect(wide.parts[0]?.userData.concatenation?.reference).toBe(65_535);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gsm7 } from "../gsm7/index.ts";
import { segment } from "./segment.ts";
import { replaceTypographic, TYPOGRAPHIC } from "./typographic-replacements.ts";

describe("the table", () => {
  test("every replacement is in the default alphabet, no source is", () => {
    for (const [to, characters] of TYPOGRAPHIC) {
      expect(gsm7.encode(to)).not.toBeNull();
      for (const from of characters) expect([from, gsm7.encode(from)]).toEqual([from, null]);
    }
  });

  test("no character stands in it twice", () => {
    const all = TYPOGRAPHIC.flatMap(([, characters]) => [...characters]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((character) => character.length === 1)).toBe(true);
  });

  test("every character is replaced as it says", () => {
    for (const [to, characters] of TYPOGRAPHIC)
      for (const from of characters)
        expect(replaceTypographic(`a${from}b`, [])).toEqual({
          text: `a${to}b`,
          replacements: [{ index: 1, from, to }],
        });
  });
});

describe("replaceTypographic", () => {
  test("places count in the text as given", () => {
    expect(replaceTypographic("“A…” –", [])).toEqual({
      text: '"A..." -',
      replacements: [
        { index: 0, from: "“", to: '"' },
        { index: 2, from: "…", to: "..." },
        { index: 3, from: "”", to: '"' },
        { index: 5, from: "–", to: "-" },
      ],
    });
  });

  test("letters, accents and emoji stay", () => {
    for (const text of ["déjà vu", "Łódź", "ж", "😀", "नमस्ते", "½ ×"])
      expect(replaceTypographic(text, [])).toEqual({ text, replacements: [] });
  });

  test("a letter and its accents become one character where there is one", () => {
    expect(replaceTypographic("cafe\u0301, n\u0303", [])).toEqual({
      text: "café, ñ",
      replacements: [
        { index: 3, from: "e\u0301", to: "é" },
        { index: 7, from: "n\u0303", to: "ñ" },
      ],
    });
    expect(replaceTypographic("x\u0301", []).replacements).toEqual([]);
  });

  test("a character that a table in play holds is kept", () => {
    // The Portuguese locking shift table holds the grave accent.
    expect(replaceTypographic("`", []).text).toBe("'");
    expect(replaceTypographic("`", [1, 3]).text).toBe("`");
    expect(replaceTypographic("`", [1]).text).toBe("'");
  });
});

describe("segment with smartReplacement", () => {
  const smart = { smartReplacement: true } as const;

  test("replaces only where that makes the text cheaper", () => {
    expect(segment("it’s", smart)).toMatchObject({
      encoding: "gsm7-default",
      replacements: [{ index: 2, from: "’", to: "'" }],
    });
    expect(segment("it’s 😀", smart)).toMatchObject({ encoding: "ucs2", replacements: [] });
    // One code unit less, but still UCS-2.
    expect(segment("😀\u200b", smart)).toMatchObject({ encoding: "ucs2", units: 3, replacements: [] });
    // One ellipsis: two octets in UCS-2, three septets in three octets.
    expect(segment("…", smart)).toMatchObject({ encoding: "ucs2", replacements: [] });
    expect(segment("wait…", smart)).toMatchObject({ encoding: "gsm7-default", units: 7 });
    expect(segment("plain", smart).replacements).toEqual([]);
  });

  test("saves a text that is else too long", () => {
    const text = `“${"a".repeat(20_000)}”`;
    expect(() => segment(text)).toThrow("255 parts");
    expect(segment(text, smart)).toMatchObject({ encoding: "gsm7-default", units: 20_002 });
  });

  test("the parts are the text with these replacements made, and cost less", () => {
    const pieces = fc.constantFrom(
      ...TYPOGRAPHIC.flatMap(([, characters]) => [...characters]),
      ..."abcé €ж",
      "e\u0301",
      "hello world ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 120 }), (given) => {
        const text = given.join("");
        const { parts, replacements, octets } = segment(text, smart);
        let made = "";
        let end = 0;
        for (const { index, from, to } of replacements) {
          expect(text.startsWith(from, index)).toBe(true);
          made += text.slice(end, index) + to;
          end = index + from.length;
        }
        expect(parts.map((part) => part.text).join("")).toBe(made + text.slice(end));
        const plain = segment(text);
        const saves = parts.length - plain.parts.length || octets - plain.octets;
        if (replacements.length > 0) expect(saves).toBeLessThan(0);
        else expect(saves).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

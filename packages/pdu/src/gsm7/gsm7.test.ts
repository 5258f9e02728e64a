import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alphabetOf, DEFAULT_ALPHABET, hasTable, languageName } from "./alphabet.ts";
import { ALPHABETS } from "./alphabets.generated.ts";
import { gsm7 } from "./index.ts";

/** The tables as they were transcribed: code points by code. */
interface Transcribed {
  readonly id: number;
  readonly name: string;
  readonly locking: Readonly<Record<string, string>> | null;
  readonly singleShift: Readonly<Record<string, string>> | null;
}

const { languages: LANGUAGES } = JSON.parse(
  readFileSync(new URL("../../data/gsm-alphabets.json", import.meta.url), "utf8"),
) as { readonly languages: readonly Transcribed[] };

const NAMES = LANGUAGES.map(({ id, name }) => [id, name] as const);

/** The character at a code, undefined where the table has none. */
function characterAt(table: Transcribed["locking"], code: number): string | undefined {
  const point = table?.[code.toString(16).toUpperCase().padStart(2, "0")];
  return point === undefined ? undefined : String.fromCodePoint(Number.parseInt(point.slice(2), 16));
}

const transcribed = (id: number): Transcribed => {
  const language = LANGUAGES[id];
  if (language === undefined) throw new Error(`no language ${id}`);
  return language;
};

const DEFAULT = transcribed(0);
const septets = (codes: readonly number[]): Uint8Array => Uint8Array.from(codes);

describe("the alphabets", () => {
  it("are what scripts/generate-alphabets.mjs makes of data/gsm-alphabets.json", async () => {
    const script = new URL("../../scripts/generate-alphabets.mjs", import.meta.url).href;
    const { render } = (await import(script)) as { render: () => string };
    expect(readFileSync(new URL("alphabets.generated.ts", import.meta.url), "utf8")).toBe(render());
  });

  it("are those of 14 languages", () => {
    expect(LANGUAGES).toHaveLength(14);
    expect(ALPHABETS).toHaveLength(14);
    expect(LANGUAGES.map(({ name }) => name)).toEqual(LANGUAGES.map((_, id) => languageName(id)));
    expect(languageName(14)).toBeNull();
    expect(hasTable("single", 14)).toBe(false);
    expect(LANGUAGES.filter(({ id }) => !hasTable("locking", id)).map(({ name }) => name)).toEqual([
      "Spanish",
    ]);
  });

  it.each(NAMES)("read every code of every table as transcribed: %i %s", (id) => {
    const { locking, singleShift } = transcribed(id);
    for (let code = 0; code < 128; code++) {
      if (code === 0x1b) continue;
      const plain = characterAt(locking ?? DEFAULT.locking, code) ?? " ";
      expect(gsm7.decode(septets([code]), { locking: id })).toBe(plain);
      const unshifted = characterAt(DEFAULT.locking, code) ?? " ";
      const shifted = characterAt(singleShift ?? DEFAULT.singleShift, code) ?? unshifted;
      expect(gsm7.decode(septets([0x1b, code]), { single: id })).toBe(shifted);
    }
  });

  it.each(NAMES)("write every character of every table: %i %s", (id) => {
    const { locking, singleShift } = transcribed(id);
    const tables = { locking: id, single: id };
    for (let code = 0; code < 128; code++) {
      for (const character of [
        characterAt(locking ?? DEFAULT.locking, code),
        characterAt(singleShift ?? DEFAULT.singleShift, code),
      ]) {
        if (character === undefined || code === 0x1b) continue;
        const written = gsm7.encode(character, tables);
        expect(written).not.toBeNull();
        expect(gsm7.decode(written ?? septets([]), tables)).toBe(character);
      }
    }
  });

  it("fall back to the default where a language has no such table", () => {
    expect(alphabetOf({ locking: 2, single: 99 })).toEqual(DEFAULT_ALPHABET);
    expect(alphabetOf(null)).toBe(DEFAULT_ALPHABET);
    expect(alphabetOf({ locking: 0, single: null })).toBe(DEFAULT_ALPHABET);
    expect(gsm7.decode(septets([0x40, 0x1b, 0x65]), { locking: 200, single: 14 })).toBe("¡€");
  });
});

describe("text", () => {
  it("goes to septets and back in every language", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES.map(({ id }) => id)),
        fc.constantFrom(...LANGUAGES.map(({ id }) => id)),
        fc.array(fc.tuple(fc.boolean(), fc.nat(127)), { maxLength: 160 }),
        (locking, single, picks) => {
          const text = picks
            .map(([shift, code]) =>
              characterAt(
                shift
                  ? (transcribed(single).singleShift ?? DEFAULT.singleShift)
                  : (transcribed(locking).locking ?? DEFAULT.locking),
                code,
              ),
            )
            .filter((character) => character !== undefined && character !== "\u001b")
            .join("");
          const tables = { locking, single };
          const written = gsm7.encode(text, tables);
          expect(written).not.toBeNull();
          expect(gsm7.decode(written ?? septets([]), tables)).toBe(text);
        },
      ),
    );
  });

  it("with a character that no table has cannot be written", () => {
    for (const text of ["ы", "Hello ы", "😀", "\u001b", "\u0000", "ç"]) expect(gsm7.encode(text)).toBeNull();
    expect(gsm7.encode("ç", { single: 2 })).toEqual(septets([0x1b, 0x09]));
  });

  it("of any septets is text of no more characters than septets", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(127)), fc.nat(20), fc.nat(20), (codes, locking, single) => {
        const text = gsm7.decode(septets(codes), { locking, single });
        expect(text.length).toBeLessThanOrEqual(codes.length);
        expect(text).not.toContain("\u0000");
      }),
    );
  });

  it.each([
    ["ESC ESC", [0x41, 0x1b, 0x1b, 0x42], "A B"],
    ["ESC ESC ESC e", [0x1b, 0x1b, 0x1b, 0x65], " €"],
    ["ESC and an undefined code", [0x1b, 0x41], "A"],
    ["a lone ESC at the end", [0x41, 0x1b], "A"],
    ["nothing but a lone ESC", [0x1b], ""],
  ])("%s", (_, codes, text) => {
    expect(gsm7.decode(septets(codes))).toBe(text);
  });

  it("of many thousand septets needs no deep stack", () => {
    expect(gsm7.decode(new Uint8Array(300_000).fill(0x61))).toBe("a".repeat(300_000));
  });
});

describe("packing", () => {
  const codes = fc.uint8Array({ max: 127, maxLength: 200 });

  it("is undone by unpacking, behind any fill bits", () => {
    fc.assert(
      fc.property(codes, fc.nat(7), (unpacked, fillBits) => {
        const packed = gsm7.pack(unpacked, fillBits);
        expect(packed).toHaveLength(Math.ceil((7 * unpacked.length + fillBits) / 8));
        expect(gsm7.unpack(packed, unpacked.length, fillBits)).toEqual(unpacked);
      }),
    );
  });

  it("puts the first septet lowest, as one long number would", () => {
    fc.assert(
      fc.property(codes, fc.nat(7), (unpacked, fillBits) => {
        let number = 0n;
        unpacked.forEach((septet, i) => {
          number |= BigInt(septet) << BigInt(7 * i + fillBits);
        });
        let packed = 0n;
        gsm7.pack(unpacked, fillBits).forEach((octet, i) => {
          packed |= BigInt(octet) << BigInt(8 * i);
        });
        expect(packed).toBe(number);
      }),
    );
  });

  it("without a count gives all septets that are whole", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 150 }), fc.nat(6), (octets, fillBits) => {
        const whole = Math.max(0, Math.floor((8 * octets.length - fillBits) / 7));
        expect(gsm7.unpack(octets, undefined, fillBits)).toHaveLength(whole);
        expect(gsm7.unpack(octets, 1000, fillBits)).toHaveLength(whole);
        expect(gsm7.unpack(octets, Math.min(3, whole), fillBits)).toHaveLength(Math.min(3, whole));
      }),
    );
  });

  it("takes the low seven bits of what it is given", () => {
    expect(gsm7.pack(septets([0xe1, 0xff]))).toEqual(gsm7.pack(septets([0x61, 0x7f])));
  });
});

import { CODE_PAGES } from "../charset/code-pages.ts";
import { encodeUtf8 } from "../charset/utf8.ts";
import { convertCharacters } from "./convert-characters.ts";
import { type Candidate, hasNonAscii, type TextModel } from "./text-model.ts";

type Writer = readonly [name: string, encode: (text: string) => Uint8Array | null];

const WRITERS: readonly Writer[] = [
  ...CODE_PAGES.map(({ name, encode }): Writer => [name, encode]),
  ["UTF-8", encodeUtf8],
];

/** Octets above 0x7F that lost bit 8: "é" (E9) becomes "i" (69), Cyrillic in KOI8 becomes Latin of the other case. */
export const highBitStripped: TextModel = {
  name: "bit 8 lost",
  explains: "octets",
  cost: 32,
  *candidates(source, { delivered }): Iterable<Candidate> {
    if (!hasNonAscii(source.text)) return;
    const seen = new Set<string>();
    for (const [name, encode] of WRITERS) {
      const text = convertCharacters(source, delivered, (character) => {
        if (character < "\x80") return character;
        const octets = encode(character);
        return octets === null ? null : String.fromCharCode(...octets.map((octet) => octet & 0x7f));
      });
      if (text === null || seen.has(text.text)) continue;
      seen.add(text.text);
      yield { text, codes: ["ENC_HIGH_BIT_STRIPPED"], variant: `${name} octets without bit 8` };
    }
  },
};

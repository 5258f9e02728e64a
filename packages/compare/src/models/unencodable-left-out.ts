import { extensionSeptetOf, septetOf } from "../charset/gsm-tables.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { isEmoji } from "../text/emoji.ts";
import { isInvisible } from "../text/invisibles.ts";
import { mapCharacters } from "../text/mapped-text.ts";
import { type Candidate, hasNonAscii, type TextModel } from "./text-model.ts";

type Alphabet = readonly [name: string, has: (character: string) => boolean];

const ALPHABETS: readonly Alphabet[] = [
  [
    "GSM 7-bit",
    (character) => septetOf(character) !== undefined || extensionSeptetOf(character) !== undefined,
  ],
  ["GSM 7-bit without its extension table", (character) => septetOf(character) !== undefined],
  ["ASCII", (character) => character < "\x80"],
  ["Latin-1", (character) => character <= "\xff"],
];

const LETTER = /\p{L}/u;

/** Every character that an alphabet lacks left out, however many they are. */
export const unencodableLeftOut: TextModel = {
  name: "characters outside an alphabet left out",
  explains: "losses",
  cost: 29,
  *candidates(source): Iterable<Candidate> {
    if (!hasNonAscii(source.text)) return;
    const seen = new Set<string>();
    const characters = new Set(source.text);
    for (const [name, has] of ALPHABETS) {
      const codes = new Set<FindingCode>();
      const lost = new Set<string>();
      for (const character of characters) {
        if (has(character) || isInvisible(character)) continue;
        codes.add(isEmoji(character) ? "CONTENT_EMOJI_LOST" : "CONTENT_CHARS_DROPPED");
        lost.add(character);
      }
      let letters = 0;
      const text = mapCharacters(source, (character) => {
        if (!lost.has(character)) return character;
        if (LETTER.test(character)) letters += 1;
        return "";
      });
      if (letters < 2 || seen.has(text.text)) continue;
      seen.add(text.text);
      yield { text, codes: [...codes], variant: `characters outside ${name} left out` };
    }
  },
};

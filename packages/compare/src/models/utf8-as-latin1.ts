import { pageNamed } from "../charset/code-pages.ts";
import { encodeUtf8 } from "../charset/utf8.ts";
import { convertCharacters } from "./convert-characters.ts";
import { type Candidate, hasNonAscii, type TextModel } from "./text-model.ts";

const READERS = [pageNamed("windows-1252"), pageNamed("iso-8859-1")];

type Variant = readonly [words: string, spoil: (text: string) => string, times: number];

/** Control characters that a handset swallows or replaces, no-break spaces made plain, and the mistake made again. */
const VARIANTS: readonly Variant[] = [
  ["", (text) => text, 1],
  [", control characters lost", (text) => text.replace(/[\u0080-\u009f]/g, ""), 1],
  [", control characters as question marks", (text) => text.replace(/[\u0080-\u009f]/g, "?"), 1],
  [", control characters as U+FFFD", (text) => text.replace(/[\u0080-\u009f]/g, "\ufffd"), 1],
  [", no-break spaces as blanks", (text) => text.replaceAll("\u00a0", " "), 1],
  [", twice", (text) => text, 2],
  [", three times", (text) => text, 3],
];

/** UTF-8 octets read one by one as ISO-8859-1 or windows-1252: "é" becomes "Ã©". */
export const utf8AsLatin1: TextModel = {
  name: "UTF-8 octets read as Latin-1",
  explains: "octets",
  cost: 30,
  *candidates(source, { delivered }): Iterable<Candidate> {
    if (!hasNonAscii(source.text)) return;
    for (const reader of READERS)
      for (const [words, spoil, times] of VARIANTS) {
        const text = convertCharacters(source, delivered, (character) => {
          if (character < "\x80") return character;
          let read = character;
          for (let i = 0; i < times; i++) read = reader.decode(encodeUtf8(read));
          return spoil(read);
        });
        if (text !== null)
          yield {
            text,
            codes: ["ENC_UTF8_AS_LATIN1"],
            variant: `UTF-8 octets read as ${reader.name}${words}`,
          };
      }
  },
};

import { pageNamed } from "../charset/code-pages.ts";
import { encodeUtf8 } from "../charset/utf8.ts";
import { mapCharacters } from "../text/mapped-text.ts";
import { type Candidate, hasNonAscii, type TextModel } from "./text-model.ts";

const READERS = [pageNamed("windows-1252"), pageNamed("iso-8859-1")];

/** Control characters of Latin-1 that a handset swallows, and the five holes of windows-1252 as question marks. */
const SPOILS: readonly (readonly [words: string, spoil: (text: string) => string])[] = [
  ["", (text) => text],
  [", control characters lost", (text) => text.replace(/[\u0080-\u009f]/g, "")],
  [", control characters as question marks", (text) => text.replace(/[\u0080-\u009f]/g, "?")],
  [", control characters as U+FFFD", (text) => text.replace(/[\u0080-\u009f]/g, "\ufffd")],
  [", no-break spaces as blanks", (text) => text.replaceAll("\u00a0", " ")],
];

/** UTF-8 octets read one by one as ISO-8859-1 or windows-1252: "é" becomes "Ã©". */
export const utf8AsLatin1: TextModel = {
  name: "UTF-8 octets read as Latin-1",
  cost: 30,
  *candidates(source): Iterable<Candidate> {
    if (!hasNonAscii(source.text)) return;
    for (const reader of READERS)
      for (const [words, spoil] of SPOILS)
        yield {
          text: mapCharacters(source, (character) =>
            character < "\x80" ? character : spoil(reader.decode(encodeUtf8(character))),
          ),
          codes: ["ENC_UTF8_AS_LATIN1"],
          variant: `UTF-8 octets read as ${reader.name}${words}`,
        };
  },
};

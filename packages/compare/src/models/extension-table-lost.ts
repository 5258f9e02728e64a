import { extensionSeptetOf, GSM_CHARACTERS } from "../charset/gsm-tables.ts";
import { convertCharacters } from "./convert-characters.ts";
import type { Candidate, TextModel } from "./text-model.ts";

/** The default extension table and the single shift tables of Turkish, Spanish and Portuguese. */
const TABLES = [
  [0, "the GSM extension table"],
  [1, "the Turkish single shift table"],
  [2, "the Spanish single shift table"],
  [3, "the Portuguese single shift table"],
] as const;

/** The escape of an extension table lost or shown as a blank: "€" becomes "e", "[" becomes "<", "{" becomes "(". */
export const extensionTableLost: TextModel = {
  name: "escape of the extension table lost",
  explains: "octets",
  cost: 31,
  *candidates(source, { delivered }): Iterable<Candidate> {
    const seen = new Set([source.text]);
    for (const [language, words] of TABLES)
      for (const shownEscape of ["", " ", "\u001b", "?", "\u00a0"]) {
        const text = convertCharacters(source, delivered, (character) => {
          if (/[A-Za-z0-9 ]/.test(character)) return character;
          const septet = extensionSeptetOf(character, language);
          return septet === undefined ? character : shownEscape + (GSM_CHARACTERS[septet] ?? "");
        });
        if (text === null || seen.has(text.text)) continue;
        seen.add(text.text);
        yield {
          text,
          codes: ["ENC_EXT_TABLE_LOST"],
          variant: `escape of ${words} ${shownEscape === "" ? "lost" : "shown as a character"}`,
        };
      }
  },
};

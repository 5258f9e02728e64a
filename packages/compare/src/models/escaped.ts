import { mapCharacters, mapMatches } from "../text/mapped-text.ts";
import { ESCAPE_FAMILIES } from "./escapes.ts";
import type { Candidate, TextModel } from "./text-model.ts";

const PLAIN = /[A-Za-z0-9]/;

/** HTML, URL or string escapes left visible. */
export const escaped: TextModel = {
  name: "escapes left visible",
  explains: "additions",
  cost: 24,
  *candidates(source, { delivered }): Iterable<Candidate> {
    for (const { name, sign, spell } of ESCAPE_FAMILIES) {
      if (!sign.test(delivered)) continue;
      const chosen = new Map<string, string>();
      const text = mapCharacters(source, (character) => {
        if (PLAIN.test(character)) return character;
        let spelling = chosen.get(character);
        if (spelling === undefined) {
          spelling =
            spell(character).find(
              (spelt) => spelt !== character && countOf(delivered, spelt) > countOf(source.text, spelt),
            ) ?? character;
          chosen.set(character, spelling);
        }
        return spelling;
      });
      if (text.text !== source.text) yield { text, codes: ["ENC_ESCAPED"], variant: `${name} left visible` };
    }
  },
  *undo(delivered, sent): Iterable<Candidate> {
    for (const { name, unit, read } of ESCAPE_FAMILIES) {
      if (unit === undefined || read === undefined) continue;
      const whole = mapMatches(delivered, unit, (found) => (sent.includes(found) ? null : read(found)));
      const text = whole.text === delivered.text ? whole : mapMatches(whole, CUT_ESCAPE, () => "");
      if (text.text !== delivered.text)
        yield { text, codes: ["ENC_ESCAPED"], variant: `${name} left visible` };
    }
  },
};

/** The beginning of an escape that the end of the text cut in two, where there were whole ones before. */
const CUT_ESCAPE = /(?:&#?[a-z0-9]{0,8}|%[0-9a-f]?|\\(?:[ux]\{?[0-9a-f]{0,5})?)$/gi;

const countOf = (text: string, part: string): number => text.split(part).length - 1;

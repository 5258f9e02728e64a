import { mapCharacters } from "../text/mapped-text.ts";
import type { Candidate, TextModel } from "./text-model.ts";

type Change = readonly [words: string, change: (text: string) => string];

const CHANGES: readonly Change[] = [
  ["upper case", (text) => text.toUpperCase()],
  ["lower case", (text) => text.toLowerCase()],
  ["upper case by the rules of Turkish", (text) => text.toLocaleUpperCase("tr")],
];

/**
 * All letters in one case. The aligner sees that letter by letter; this is for what happened to the text
 * afterwards, octets of capitals being others than those of small letters.
 */
export const caseOfAll: TextModel = {
  name: "all letters in one case",
  explains: "octets",
  cost: 28,
  *candidates(source): Iterable<Candidate> {
    for (const [words, change] of CHANGES) {
      const text = mapCharacters(source, change);
      if (text.text !== source.text)
        yield { text, codes: ["CONTENT_CASE_CHANGED"], variant: `all letters in ${words}` };
    }
  },
};

import type { Span } from "../result/comparison-result.ts";
import { type MappedText, mapBlocks } from "../text/mapped-text.ts";
import type { Candidate, TextModel } from "./text-model.ts";

type Change = readonly [words: string, change: (text: string) => string];

const CHANGES: readonly Change[] = [
  ["upper case", (text) => text.toUpperCase()],
  ["lower case", (text) => text.toLowerCase()],
  ["upper case by the rules of Turkish", (text) => text.toLocaleUpperCase("tr")],
];

/**
 * All letters in one case, those of links included or not. The aligner sees that letter by letter; this is for what
 * happened to the text afterwards, octets of capitals being others than those of small letters.
 */
export const caseOfAll: TextModel = {
  name: "all letters in one case",
  explains: "octets",
  cost: 28,
  *candidates(source, { links }): Iterable<Candidate> {
    if (source.origin !== null) return;
    for (const [words, change] of CHANGES)
      for (const spared of links.length > 0 ? [[], links] : [[]]) {
        const text = changeOutside(source, spared, change);
        if (text.text !== source.text)
          yield { text, codes: ["CONTENT_CASE_CHANGED"], variant: `all letters in ${words}` };
      }
  },
};

function changeOutside(
  source: MappedText,
  spared: readonly Span[],
  change: (text: string) => string,
): MappedText {
  let offset = 0;
  return mapBlocks(
    source,
    Array.from(source.text, (character) => {
      const isSpared = spared.some(({ start, end }) => start <= offset && offset < end);
      offset += character.length;
      return { length: character.length, text: isSpared ? character : change(character) };
    }),
  );
}

import letters from "../data/letters.json" with { type: "json" };
import type { CharacterModel, Outcome } from "./character-model.ts";

const FORMS = new Map<string, readonly string[]>(Object.entries(letters.forms));

/** Marks that stand behind their letter as characters of their own: vowel points, tone marks, nuktas. */
const LONE_MARK =
  /^[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u0652\u0670\u06d6-\u06ed\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\u0e47-\u0e4e\u0ec8-\u0ecd]$/u;

const MARKS = /[\u0300-\u036f\u0653-\u0655\u093c\u09bc\u0a3c\u0b3c]/gu;

const MARK = /^\p{M}$/u;

/** Letters that lose their marks: accents, all of them or some, and the national spellings of umlauts and ligatures. */
export const diacritics: CharacterModel = {
  name: "marks stripped",
  outcomes(character) {
    if (LONE_MARK.test(character)) return [stripped("", 3)];
    const outcomes: Outcome[] = [];
    const decomposed = character.normalize("NFD");
    if (decomposed.length > 1 && scriptKeepsItsBase(decomposed)) {
      const bare = decomposed.replace(MARKS, "");
      if (bare !== decomposed) outcomes.push(stripped(bare, 2));
      for (const fewer of withFewerMarks(decomposed)) if (fewer !== bare) outcomes.push(stripped(fewer, 3));
      for (const text of FORMS.get(bare) ?? []) outcomes.push(stripped(text, 4));
    }
    for (const text of FORMS.get(character.normalize("NFC")) ?? []) outcomes.push(stripped(text, 3));
    return outcomes.filter(({ text }) => text !== character);
  },
};

const stripped = (text: string, cost: number): Outcome => ({
  text,
  codes: ["CONTENT_DIACRITICS_STRIPPED"],
  cost,
});

/** Hangul and two-part vowel signs decompose into letters, not into a letter and its marks. */
const scriptKeepsItsBase = (decomposed: string): boolean => decomposed.replace(MARKS, "").length > 0;

/** Of two or more marks, each one taken off alone: Vietnamese `ệ` becomes `ê` or `ẹ`. */
function withFewerMarks(decomposed: string): readonly string[] {
  const [base = "", ...marks] = decomposed;
  if (marks.length < 2 || !marks.every((mark) => MARK.test(mark))) return [];
  return marks.map((mark) => (base + marks.filter((other) => other !== mark).join("")).normalize("NFC"));
}

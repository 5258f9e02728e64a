import confusables from "../data/confusables.generated.json" with { type: "json" };
import { type Script, scriptOf } from "../text/scripts.ts";
import type { CharacterModel, Outcome } from "./character-model.ts";

const PROTOTYPES = new Map<string, string>();
const prototypes = confusables.prototypes.split(" ");
for (const [index, letter] of [...confusables.letters].entries())
  PROTOTYPES.set(letter, prototypes[index] ?? letter);

/**
 * The skeleton of Unicode TR39, section 4: two strings with the same skeleton look alike. Invisible characters
 * are not removed here.
 */
export function skeleton(text: string): string {
  let result = "";
  for (const character of text.normalize("NFD")) result += PROTOTYPES.get(character) ?? character;
  return result.normalize("NFD");
}

const SAME_LOOK = new Map<string, string[]>();
for (const [letter, prototype] of PROTOTYPES) {
  const alike = SAME_LOOK.get(prototype) ?? [prototype];
  alike.push(letter);
  SAME_LOOK.set(prototype, alike);
}

/**
 * Alphabets whose letters are swapped for one another. TR39 also finds look-alikes among letters of Arabic or Tamil;
 * nobody reads a word through them.
 */
const ALPHABETS: ReadonlySet<Script> = new Set<Script>(["latin", "greek", "cyrillic", "armenian", "other"]);

/** Letters of another script that look the same (filter evasion, fake brands). */
export const lookAlikes: CharacterModel = {
  name: "look-alike letters",
  outcomes(character) {
    const script = scriptOf(character);
    if (script === null || !ALPHABETS.has(script)) return [];
    const alike = SAME_LOOK.get(PROTOTYPES.get(character) ?? character) ?? [];
    const outcomes: Outcome[] = [];
    for (const text of alike)
      if (text !== character && text.length <= 2 && isOtherStyleOrScript(text, script))
        outcomes.push({ text, codes: ["CONTENT_HOMOGLYPHS"], cost: 4 });
    return outcomes;
  },
};

/** Phonetic letters are Latin, but no language writes a word of common letters with one of them. */
const PHONETIC = /^[\u0250-\u02af\u1d00-\u1d7f]$/u;

/** Mathematical, full-width and other styled letters count as another script: no keyboard writes them. */
function isOtherStyleOrScript(text: string, script: string): boolean {
  // A digit for a letter of its own script is a way of spelling; for a letter of another script it is a look-alike.
  if (/^\p{Nd}$/u.test(text)) return script !== "latin" && text < "\x80";
  if (PHONETIC.test(text)) return true;
  const other = scriptOf(text);
  return other !== null && ALPHABETS.has(other) && (other !== script || text.normalize("NFKC") !== text);
}

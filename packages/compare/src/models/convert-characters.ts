import { type MappedText, mapCharacters } from "../text/mapped-text.ts";

/** What one character becomes; null where the model cannot write it, so that it cannot be the explanation. */
export type Convert = (character: string) => string | null;

/** Places at which a conversion is looked for in the delivered text before the whole text is converted. */
const PLACES = 6;

/**
 * Converts a text character by character. Null when a character cannot be converted, when nothing would change,
 * or when what short stretches become shows nowhere in the delivered text: then the rest is not worth the time.
 */
export function convertCharacters(
  source: MappedText,
  delivered: string,
  convert: Convert,
): MappedText | null {
  const known = new Map<string, string>();
  let changes = false;
  for (const character of new Set(source.text)) {
    const converted = convert(character);
    if (converted === null) return null;
    changes ||= converted !== character;
    known.set(character, converted);
  }
  if (!changes || !showsIn(delivered, [...source.text], known)) return null;
  return mapCharacters(source, (character) => known.get(character) ?? character);
}

/** Looks for a changed character with its neighbours, here and there in the text. */
function showsIn(
  delivered: string,
  characters: readonly string[],
  known: ReadonlyMap<string, string>,
): boolean {
  const changed: number[] = [];
  for (const [index, character] of characters.entries())
    if (known.get(character) !== character) changed.push(index);
  const step = Math.max(1, Math.floor(changed.length / PLACES));
  for (let i = 0; i < changed.length; i += step) {
    const at = changed[i] ?? 0;
    const stretch = [at - 1, at, at + 1].map((index) => known.get(characters[index] ?? "") ?? "").join("");
    if (stretch !== "" && delivered.includes(stretch)) return true;
  }
  return false;
}

import { type MappedText, mapCharacters } from "../text/mapped-text.ts";

/** What one character becomes; null where the model cannot write it, so that it cannot be the explanation. */
export type Convert = (character: string) => string | null;

/** Places at which a conversion is looked for in the delivered text before the whole text is converted. */
const PLACES = 6;

/** Code units from which on a text is long. */
const LONG = 500;

/**
 * Converts a text character by character. Null when a character cannot be converted, when nothing would change,
 * or when what short stretches become shows nowhere in the delivered text: then the rest is not worth the time.
 */
export function convertCharacters(
  source: MappedText,
  delivered: string,
  convert: Convert,
): MappedText | null {
  const { characters, first } = inventoryOf(source.text);
  const known = new Map<string, string>();
  const changed: number[] = [];
  for (const [character, index] of first) {
    const converted = convert(character);
    if (converted === null) return null;
    known.set(character, converted);
    if (converted !== character) changed.push(index);
  }
  if (changed.length === 0 || !showsIn(delivered, characters, changed, known)) return null;
  return mapCharacters(source, (character) => known.get(character) ?? character);
}

interface Inventory {
  readonly text: string;
  readonly characters: readonly string[];
  /** Every character with the index at which it stands first. */
  readonly first: ReadonlyMap<string, number>;
}

/** Dozens of variants are tried on one text, one after another. */
let last: Inventory = { text: "", characters: [], first: new Map() };

function inventoryOf(text: string): Inventory {
  if (last.text === text) return last;
  const characters = [...text];
  const first = new Map<string, number>();
  for (const [index, character] of characters.entries())
    if (!first.has(character)) first.set(character, index);
  last = { text, characters, first };
  return last;
}

/** Looks for changed characters with their neighbours, here and there in the text. */
function showsIn(
  delivered: string,
  characters: readonly string[],
  changed: readonly number[],
  known: ReadonlyMap<string, string>,
): boolean {
  const step = Math.max(1, Math.floor(changed.length / PLACES));
  // In a long text one short stretch may show by chance.
  let needed = changed.length >= PLACES && delivered.length > LONG ? 3 : 1;
  for (let i = 0; i < changed.length; i += step) {
    const at = changed[i] ?? 0;
    let stretch = "";
    for (let index = Math.max(0, at - 1); index <= at + 1; index++)
      stretch += known.get(characters[index] ?? "") ?? "";
    if (stretch !== "" && delivered.includes(stretch)) needed -= 1;
    if (needed === 0) return true;
  }
  return false;
}

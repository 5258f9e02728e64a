import { scriptOf, UNSPACED } from "./scripts.ts";

const WORD_CHARACTER = /^[\p{L}\p{M}\p{N}]$/u;

/** Letters, marks and digits. */
export const isWordCharacter = (character: string): boolean => WORD_CHARACTER.test(character);

/** A letter of writing that has no blanks between words. */
export function isUnspaced(character: string): boolean {
  const script = scriptOf(character);
  return script !== null && UNSPACED.has(script);
}

/** The code point that ends at an offset, empty at the start. */
export function before(text: string, offset: number): string {
  if (offset <= 0) return "";
  const low = text.charCodeAt(offset - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && offset > 1;
  return String.fromCodePoint(text.codePointAt(pair ? offset - 2 : offset - 1) ?? 0);
}

/** The code point that begins at an offset, empty at the end. */
export function at(text: string, offset: number): string {
  const codePoint = text.codePointAt(offset);
  return codePoint === undefined ? "" : String.fromCodePoint(codePoint);
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Whether a word begins at an offset. Where blanks do not tell, the engine's dictionary does. */
export function isWordBorder(text: string, offset: number): boolean {
  const left = before(text, offset);
  const right = at(text, offset);
  if (!isWordCharacter(left) || !isWordCharacter(right)) return true;
  if (!isUnspaced(left) && !isUnspaced(right)) return false;
  if (scriptOf(left) !== scriptOf(right)) return true;
  const script = scriptOf(right) ?? "other";
  let segmenter = segmenters.get(script);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
    segmenters.set(script, segmenter);
  }
  // A window is enough: dictionaries look at words, and the whole text may be long.
  const from = Math.max(0, offset - 24);
  const index = offset - from;
  return segmenter.segment(text.slice(from, offset + 24)).containing(index)?.index === index;
}

const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** The words of a text; in writing without blanks a whole run counts as one. */
export function wordsOf(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  return Array.from(text.matchAll(WORDS), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

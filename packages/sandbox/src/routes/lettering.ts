import { gsm7 } from "@smsproof/pdu";
import {
  romanised,
  withAsciiDigits,
  withCyrillicLookalikes,
  withLatinCapitals,
  withoutMarks,
  withPlainSymbols,
} from "./characters.ts";
import { onText } from "./on-text.ts";
import type { Route } from "./route.ts";

const EMOJI = /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*/gu;

/** Letters lose their marks. */
export const diacriticsStripped = (): Route =>
  onText("diacriticsStripped", [], ["CONTENT_DIACRITICS_STRIPPED"], withoutMarks);

/** Cyrillic and Greek in Latin letters. */
export const transliterated = (): Route =>
  onText("transliterated", [], ["CONTENT_SCRIPT_TRANSLITERATED"], romanised);

/** Typographic quotes, dashes and dots in their plain form. */
export const symbolsSimplified = (): Route =>
  onText("symbolsSimplified", [], ["CONTENT_SYMBOLS_SIMPLIFIED"], withPlainSymbols);

/** Digits of other scripts as ASCII ones. */
export const digitsChanged = (): Route =>
  onText("digitsChanged", [], ["CONTENT_DIGITS_SCRIPT_CHANGED"], withAsciiDigits);

/** Each character outside the GSM alphabet becomes a question mark. */
export const placeholders = (): Route =>
  onText("placeholders", [], ["CONTENT_PLACEHOLDER_CHARS"], (text) => mapForeign(text, "?"));

/** Characters outside the GSM alphabet vanish. */
export const charactersDropped = (): Route =>
  onText("charactersDropped", [], ["CONTENT_CHARS_DROPPED"], (text) => mapForeign(text, ""));

/** Emoji vanish. */
export const emojiLost = (): Route =>
  onText("emojiLost", [], ["CONTENT_EMOJI_LOST"], (text) => text.replace(EMOJI, ""));

/** Emoji lose their skin tone. */
export const emojiChanged = (): Route =>
  onText("emojiChanged", [], ["CONTENT_EMOJI_CHANGED"], (text) => text.replace(/\p{Emoji_Modifier}/gu, ""));

/** Latin letters swapped for Cyrillic ones that look the same; digits and links stay. */
export const homoglyphs = (): Route =>
  onText("homoglyphs", [], ["CONTENT_HOMOGLYPHS"], withCyrillicLookalikes);

/** GSM 03.38's own fold of Greek capitals to Latin ones. */
export const greekCapitalsFolded = (): Route =>
  onText("greekCapitalsFolded", [], ["CONTENT_LOOKALIKE_FOLD"], withLatinCapitals);

/** Letters with marks are split into letter and mark: canonically the same text. */
export const decomposed = (): Route =>
  onText("decomposed", [], ["CONTENT_UNICODE_NORMALIZED"], (text) => text.normalize("NFD"));

/** Windows line ends, no-break blanks and runs of blanks in their plain form. */
export const blanksNormalised = (): Route =>
  onText("blanksNormalised", [], ["CONTENT_WHITESPACE_NORMALIZED"], (text) =>
    text
      .replaceAll("\r\n", "\n")
      .replace(/[\u00A0\u202F\u2009]/g, " ")
      .replace(/ {2,}/g, " "),
  );

/** A byte order mark in front of the text. */
export const invisibleAdded = (): Route =>
  onText("invisibleAdded", [], ["CONTENT_INVISIBLE_CHANGED"], (text) => `\uFEFF${text}`);

/** A zero-width blank within the code. */
export const invisibleInCode = (): Route =>
  onText("invisibleInCode", [], ["CONTENT_INVISIBLE_IN_ENTITY"], (text, { testText }) =>
    testText === null
      ? text
      : text.replace(testText, () => `${testText.slice(0, 2)}\u200B${testText.slice(2)}`),
  );

/** The text within a right-to-left override. */
export const bidiControlsAdded = (): Route =>
  onText("bidiControlsAdded", [], ["CONTENT_BIDI_CONTROLS_ADDED"], (text) => `\u202E${text}\u202C`);

/** Joiners between letters vanish. */
export const joinersLost = (): Route =>
  onText("joinersLost", [], ["CONTENT_JOINER_CHANGED"], (text) => text.replace(/[\u200C\u200D]/g, ""));

/** A line break becomes a blank. */
export const lineBreaksFolded = (): Route =>
  onText("lineBreaksFolded", [], ["CONTENT_LINEBREAKS_FOLDED"], (text) => text.replace(/\r?\n/g, " "));

/** The blanks between words vanish. */
export const spacesLost = (): Route =>
  onText("spacesLost", [], ["CONTENT_SPACES_LOST"], (text) => text.replaceAll(" ", ""));

function mapForeign(text: string, by: string): string {
  let mapped = "";
  for (const character of text) mapped += gsm7.encode(character) === null ? by : character;
  return mapped;
}

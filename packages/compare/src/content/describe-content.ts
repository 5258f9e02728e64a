import { entryOf, type FindingCode } from "../result/finding-codes.ts";
import { quote } from "../result/quote.ts";

/** What a sentence about a finding can speak of. */
export interface ContentWords {
  readonly lost: string;
  readonly added: string;
  readonly occurrences: number;
  /** The variant of the model, when a model is the finding. */
  readonly variant: string | null;
}

type Sentence = (words: ContentWords) => string;

const became: Sentence = ({ lost, added }) => `${quote(lost)} became ${quote(added)}`;

const SENTENCES: Readonly<Partial<Record<FindingCode, Sentence>>> = {
  CONTENT_UNICODE_NORMALIZED: () => "The same letters came in another canonical form (NFC or NFD)",
  CONTENT_WHITESPACE_NORMALIZED: () =>
    "Only kind, number or place of blanks and the style of line ends differ",
  CONTENT_INVISIBLE_CHANGED: () => "Invisible characters were added or lost where no reader sees it",
  CONTENT_LOOKALIKE_FOLD: () => "Greek capitals came as the Latin capitals that GSM 7-bit uses for them",
  CONTENT_LINEBREAKS_FOLDED: () => "Line breaks became blanks",
  CONTENT_SPACES_LOST: () => "Blanks or line breaks vanished, so that words run together",
  CONTENT_CASE_CHANGED: (words) => `Letters changed case: ${became(words)}`,
  CONTENT_SYMBOLS_SIMPLIFIED: (words) =>
    `Punctuation or symbols were put in a plainer form: ${became(words)}`,
  CONTENT_DIACRITICS_STRIPPED: (words) => `Letters lost their marks: ${became(words)}`,
  CONTENT_SCRIPT_TRANSLITERATED: (words) => `Another script was written in Latin letters: ${became(words)}`,
  CONTENT_DIGITS_SCRIPT_CHANGED: (words) =>
    `Digits came in another script with the same values: ${became(words)}`,
  CONTENT_PLACEHOLDER_CHARS: (words) => `Characters were shown as stand-ins: ${became(words)}`,
  CONTENT_CHARS_DROPPED: ({ lost }) => `Characters vanished: ${quote(lost)}`,
  CONTENT_EMOJI_LOST: ({ lost, added }) =>
    added === "" ? `The emoji ${quote(lost)} vanished` : `The emoji ${quote(lost)} became ${quote(added)}`,
  CONTENT_EMOJI_CHANGED: (words) => `An emoji became another one: ${became(words)}`,
  CONTENT_HOMOGLYPHS: (words) => `Look-alike letters of another script were swapped in: ${became(words)}`,
  CONTENT_BIDI_CONTROLS_ADDED: () => "Controls that turn the reading order were put in",
  CONTENT_INVISIBLE_IN_ENTITY: ({ lost }) => `Invisible characters were put inside ${quote(lost)}`,
  CONTENT_WORDS_SUBSTITUTED: (words) => `Words were exchanged: ${became(words)}`,
  CONTENT_NUMBER_CHANGED: (words) => `A number has another value: ${became(words)}`,
  CONTENT_JOINER_CHANGED: () => "A joiner that shapes the letters beside it was lost or added",
  CONTENT_WORDS_REMOVED: ({ lost }) => `Words were taken out: ${quote(lost)}`,
  CONTENT_WORDS_MASKED: (words) => `Words were starred out: ${became(words)}`,
  CONTENT_TRUNCATED: ({ lost }) => `The end is missing from ${quote(lost)} on`,
  CONTENT_SEGMENT_MISSING: ({ lost }) => `A whole part is missing: ${quote(lost)}`,
  CONTENT_SEGMENTS_REORDERED: () => "All parts are there, in the wrong order",
  CONTENT_SEGMENT_DUPLICATED: () => "A part, or the whole text, stands there twice",
  CONTENT_SEGMENT_MARKERS: ({ added }) => `Marks of parts were put in the text: ${quote(added)}`,
  CONTENT_UDH_VISIBLE: ({ added }) => `Octets of the user data header are shown as text: ${quote(added)}`,
  CONTENT_PREFIX_ADDED: ({ added }) => `Text was put in front: ${quote(added)}`,
  CONTENT_SUFFIX_ADDED: ({ added }) => `Text was put behind: ${quote(added)}`,
  CONTENT_INSERTED: ({ added }) => `Text was put in the middle: ${quote(added)}`,
  URL_SHORTENED: (words) => `The link was exchanged for a short one: ${became(words)}`,
  URL_DOMAIN_CHANGED: (words) => `The link leads to another host: ${became(words)}`,
  URL_PARAM_CHANGED: (words) => `The link has another path, query or fragment: ${became(words)}`,
  URL_SCHEME_CHANGED: (words) => `The scheme of the link changed: ${became(words)}`,
  URL_DEFANGED: (words) => `The link cannot be clicked any more: ${became(words)}`,
  URL_REMOVED: ({ lost }) => `The link vanished: ${quote(lost)}`,
  CODE_CHANGED: (words) => `The code has another value: ${became(words)}`,
  CODE_REMOVED: ({ lost }) => `The code vanished: ${quote(lost)}`,
  CODE_MASKED: (words) => `The code was starred out: ${became(words)}`,
  CODE_FORMAT_CHANGED: (words) => `The code is grouped in another way: ${became(words)}`,
  CONTENT_TEMPLATE_REPLACED: () => "The wording is another one; only the code or the link was carried over",
  CONTENT_REPLACED: () => "The delivered text has nothing to do with the sent one",
  CONTENT_EMPTY: () => "The text arrived empty",
};

/** One plain sentence about a finding in the text. */
export function describeContent(code: FindingCode, words: ContentWords): string {
  if (words.variant !== null) return `The delivered text is the sent one after this: ${words.variant}.`;
  const sentence = SENTENCES[code]?.(words) ?? entryOf(code).meaning;
  return words.occurrences > 1 ? `${sentence}, and ${words.occurrences - 1} more.` : `${sentence}.`;
}

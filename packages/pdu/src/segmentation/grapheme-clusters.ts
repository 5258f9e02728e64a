/** A grapheme cluster: code units from `start` up to `end`. */
interface Cluster {
  readonly start: number;
  readonly end: number;
}

/** The cluster that a cut at a place would split, null where a cut splits none. */
export type ClusterAt = (index: number) => Cluster | null;

/** Clusters are looked at this far from a cut: no part holds more code units. */
const REACH = 160;

let segmenter: Intl.Segmenter | null | undefined;

/** The engine's own segmenter, null where it has none. */
function engineSegmenter(): Intl.Segmenter | null {
  if (segmenter === undefined)
    segmenter =
      typeof Intl === "object" && typeof Intl.Segmenter === "function"
        ? new Intl.Segmenter("en", { granularity: "grapheme" })
        : null;
  return segmenter;
}

/**
 * The grapheme clusters of a text (Unicode UAX #29). `Intl.Segmenter` finds them where the engine has it. Without
 * it these stay together: CR LF, base and combining marks, emoji with modifiers, variation selectors, tags and ZWJ,
 * pairs of regional indicators, conjoining Hangul, and Indic consonants joined by a virama.
 */
export function clustersOf(text: string, by: Intl.Segmenter | null = engineSegmenter()): ClusterAt {
  let segments: Intl.Segments | undefined;
  return (index) => {
    if (isPlainBreak(text.charCodeAt(index - 1), text.charCodeAt(index))) return null;
    if (by === null) return clusterByRules(text, index);
    segments ??= by.segment(text);
    const found = segments.containing(index);
    if (found === undefined || found.index === index) return null;
    return { start: found.index, end: found.index + found.segment.length };
  };
}

/** Between two such units there is always a break, but for CR LF: neither joins its neighbour. Saves most look-ups. */
function isPlainBreak(before: number, after: number): boolean {
  return isPlain(before) && isPlain(after) && !(before === 0x0d && after === 0x0a);
}

/** Blocks of letters and signs without marks, joiners and conjoining letters. */
function isPlain(unit: number): boolean {
  return (
    unit < 0x0300 ||
    (unit > 0x036f && unit < 0x0483) ||
    (unit > 0x200d && unit < 0x20d0) ||
    (unit > 0x302f && unit < 0x3099) ||
    (unit > 0x309a && unit < 0xa66f) ||
    (unit > 0xabff && unit < 0xd7a4)
  );
}

function clusterByRules(text: string, index: number): Cluster | null {
  if (isBreak(text, index)) return null;
  let start = index - 1;
  while (start > 0 && index - start < REACH && !isBreak(text, start)) start -= 1;
  let end = index + 1;
  while (end < text.length && end - index < REACH && !isBreak(text, end)) end += 1;
  return { start, end };
}

/** What never begins a cluster: marks, joiners, modifiers, tags, vowels and finals of Hangul, Thai and Lao AM. */
const EXTENDS =
  /^[\p{M}\p{Emoji_Modifier}\p{Join_Control}\u0e33\u0eb3\u1160-\u11ff\ud7b0-\ud7fb\uff9e\uff9f\u{e0020}-\u{e007f}]/u;
const HANGUL_INITIAL = /[\u1100-\u115f\ua960-\ua97c]$/;
const HANGUL_VOWEL_OR_INITIAL = /^[\u1100-\u115f\ua960-\ua97c\uac00-\ud7a3]/;
const VIRAMA =
  /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d][\u093c\u09bc\u0a3c\u0abc\u0b3c\u0c3c\u0cbc\u200d]*$/;
const LETTER = /^\p{Lo}/u;
const JOINED_EMOJI = /\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*\u200d$/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}/u;
const CONTROL = /^[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Whether a cluster may begin at a place, by the rules of UAX #29 that matter in messages. */
function isBreak(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  if (isLow(after) && isHigh(before)) return false;
  if (before === 0x0d && after === 0x0a) return false;
  if (CONTROL.test(text.charAt(index - 1))) return true;
  const next = text.slice(index, index + 2);
  if (EXTENDS.test(next)) return false;
  const left = text.slice(Math.max(0, index - 24), index);
  if (HANGUL_INITIAL.test(left) && HANGUL_VOWEL_OR_INITIAL.test(next)) return false;
  if (VIRAMA.test(left) && LETTER.test(next)) return false;
  if (JOINED_EMOJI.test(left) && PICTOGRAPH.test(next)) return false;
  return !(isIndicator(text, index) && indicatorsBefore(text, index) % 2 === 1);
}

/** Whether a regional indicator, half of a flag, stands at a place: U+1F1E6 to U+1F1FF. */
function isIndicator(text: string, index: number): boolean {
  const low = text.charCodeAt(index + 1);
  return text.charCodeAt(index) === 0xd83c && low >= 0xdde6 && low <= 0xddff;
}

function indicatorsBefore(text: string, index: number): number {
  let first = index;
  while (isIndicator(text, first - 2)) first -= 2;
  return (index - first) / 2;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether a cut at a place would split a surrogate pair. */
export function splitsPair(text: string, index: number): boolean {
  return isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index));
}

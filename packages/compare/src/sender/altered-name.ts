import { alignTexts } from "../align/align-texts.ts";
import { readDelivered } from "../align/delivered-text.ts";
import type { Piece } from "../align/piece.ts";
import { skeleton } from "../characters/look-alikes.ts";
import { isWrittenInLatin } from "../content/romanised.ts";
import { judgeScripts } from "../content/scripts-of-pieces.ts";
import { TEXT_MODELS } from "../models/index.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { asItStands } from "../text/mapped-text.ts";

/** A name that was altered: which codes say how, and how sure it is that it is still the same name. */
export interface AlteredName {
  readonly codes: readonly FindingCode[];
  /** The model that reproduces the name, where one does. */
  readonly model: string | null;
}

const SENDER_CODES: Readonly<Partial<Record<FindingCode, FindingCode>>> = {
  CONTENT_CASE_CHANGED: "SENDER_CASE_CHANGED",
  CONTENT_DIACRITICS_STRIPPED: "SENDER_TRANSLITERATED",
  CONTENT_SCRIPT_TRANSLITERATED: "SENDER_TRANSLITERATED",
  CONTENT_HOMOGLYPHS: "SENDER_HOMOGLYPH",
  CONTENT_LOOKALIKE_FOLD: "SENDER_HOMOGLYPH",
  CONTENT_WHITESPACE_NORMALIZED: "SENDER_SPACING_CHANGED",
  CONTENT_SPACES_LOST: "SENDER_SPACING_CHANGED",
  CONTENT_CHARS_DROPPED: "SENDER_CHARS_DROPPED",
  CONTENT_EMOJI_LOST: "SENDER_CHARS_DROPPED",
  CONTENT_JOINER_CHANGED: "SENDER_CHARS_DROPPED",
  CONTENT_INVISIBLE_CHANGED: "SENDER_CHARS_SUBSTITUTED",
  CONTENT_BIDI_CONTROLS_ADDED: "SENDER_CHARS_SUBSTITUTED",
  CONTENT_UNICODE_NORMALIZED: "SENDER_CHARS_SUBSTITUTED",
  CONTENT_SYMBOLS_SIMPLIFIED: "SENDER_CHARS_SUBSTITUTED",
  CONTENT_PLACEHOLDER_CHARS: "SENDER_CHARS_SUBSTITUTED",
  CONTENT_EMOJI_CHANGED: "SENDER_CHARS_SUBSTITUTED",
  CONTENT_DIGITS_SCRIPT_CHANGED: "SENDER_TRANSLITERATED",
  CONTENT_LINEBREAKS_FOLDED: "SENDER_SPACING_CHANGED",
};

/** Names longer than this are no names; the alignment stays small. */
const LONGEST = 200;

/** A letter or two behind a name, as in a plural, make no other word of it. */
const LONGEST_ENDING = 2;

/** A name must survive to this share to be the same name. */
const ENOUGH = 0.6;

/** Below this share of its letters a Latin name is no romanisation of the sent one. */
const ROMANISED_ENOUGH = 0.7;

/** Lengths at which networks cut names: 11 by the standard, the others by header rules of old switches. */
export const CUT_LENGTHS: ReadonlySet<number> = new Set([6, 8, 9, 11]);

/** Letters of a header behind its prefix, where a country prescribes them: "VD-LUMORA" in India. */
const HEADER_LETTERS = 6;

/** How one name became another by small steps; null when it is another name. */
export function alteredName(sent: string, delivered: string): AlteredName | null {
  if (sent.length > LONGEST || delivered.length > LONGEST) return null;
  if (skeleton(sent) === skeleton(delivered) && sent.toLowerCase() !== delivered.toLowerCase())
    return { codes: ["SENDER_HOMOGLYPH"], model: null };
  const delivery = readDelivered(delivered);
  const romanised = isWrittenInLatin(sent, delivered);
  const { pieces } = alignTexts(sent, [], delivery, romanised, { cells: 50_000 });
  const local = judged(sent, delivered, pieces);
  if (local?.clean) return { codes: local.codes, model: null };
  return mixedUp(sent, delivered) ?? (local === null ? null : { codes: local.codes, model: null });
}

/** A mistake about character sets that gives exactly the delivered name, or a cut of it. */
function mixedUp(sent: string, delivered: string): AlteredName | null {
  const context = { delivered, links: [], parts: [{ start: 0, end: sent.length }] };
  for (const model of TEXT_MODELS)
    for (const { text, codes, variant } of model.candidates(asItStands(sent), context)) {
      if (!codes.some((code) => code.startsWith("ENC_"))) continue;
      if (text.text === delivered) return { codes: ["SENDER_ENCODING_ERROR"], model: variant };
      if (delivered.length >= 6 && text.text.startsWith(delivered) && !sent.startsWith(delivered))
        return { codes: ["SENDER_ENCODING_ERROR", "SENDER_TRUNCATED"], model: variant };
    }
  return null;
}

/** The codes of an alignment of two names, null when too little of the name is left; `clean` when no character is unexplained. */
function judged(
  sent: string,
  delivered: string,
  pieces: readonly Piece[],
): { readonly codes: readonly FindingCode[]; readonly clean: boolean } | null {
  const scripts = judgeScripts({
    text: sent,
    delivered,
    pieces,
    links: [],
    codes: [],
    borders: new Set(),
    parts: [],
  });
  const codes = new Set<FindingCode>();
  const survives = (piece: Piece): boolean => piece.kind === "kept" || piece.kind === "derived";
  const first = pieces.find((piece) => survives(piece) && piece.start < piece.end)?.start ?? 0;
  const last =
    pieces.findLast(
      (piece) => survives(piece) && piece.start < piece.end && piece.deliveredStart < piece.deliveredEnd,
    )?.end ?? 0;
  let whole = 0;
  let clean = true;
  const cut = pieces.some(({ kind, start }) => kind === "lost" && start >= last);
  for (const [index, piece] of pieces.entries()) {
    const length = piece.end - piece.start;
    // What vanished in front of a tail that was cut went with it.
    if (cut && piece.start >= last && piece.deliveredStart === piece.deliveredEnd) {
      codes.add("SENDER_TRUNCATED");
    } else if (survives(piece)) {
      if (piece.deliveredStart < piece.deliveredEnd) whole += length;
      for (const code of scripts.codesOf(piece)) {
        codes.add(SENDER_CODES[code] ?? "SENDER_CHARS_SUBSTITUTED");
        if (code === "CONTENT_PLACEHOLDER_CHARS") clean = false;
      }
    } else if (piece.kind === "lost") {
      codes.add(hasAdditionBeside(pieces, index) ? "SENDER_CHARS_SUBSTITUTED" : "SENDER_CHARS_DROPPED");
    } else if (piece.kind === "added") {
      if (piece.start <= first && piece.deliveredStart < firstDelivered(pieces))
        codes.add("SENDER_PREFIX_ADDED");
      else if (piece.start >= last) codes.add("SENDER_SUFFIX_ADDED");
      else {
        const blank = delivered.slice(piece.deliveredStart, piece.deliveredEnd).trim() === "";
        codes.add(
          blank && !hasLossBeside(pieces, index) ? "SENDER_SPACING_CHANGED" : "SENDER_CHARS_SUBSTITUTED",
        );
      }
      if (piece.start > first && piece.start < last) clean = false;
    } else codes.add("SENDER_CHARS_SUBSTITUTED");
    if (piece.kind === "number" || (piece.kind === "lost" && hasAdditionBeside(pieces, index))) clean = false;
  }
  if (scripts.romanisedShare < ROMANISED_ENOUGH || !isSameName(sent, delivered, codes, whole, last))
    return null;
  return { codes: [...codes], clean: clean && !codes.has("SENDER_CHARS_DROPPED") };
}

const beside = (pieces: readonly Piece[], index: number, kind: Piece["kind"]): boolean =>
  pieces[index - 1]?.kind === kind || pieces[index + 1]?.kind === kind;
const hasAdditionBeside = (pieces: readonly Piece[], index: number): boolean =>
  beside(pieces, index, "added");
const hasLossBeside = (pieces: readonly Piece[], index: number): boolean => beside(pieces, index, "lost");
const firstDelivered = (pieces: readonly Piece[]): number =>
  pieces.find((piece) => piece.kind !== "added" && piece.deliveredStart < piece.deliveredEnd)
    ?.deliveredStart ?? 0;

/** A beginning of three characters is a cut name; otherwise most of the name must be there, and it must be most of what is there. */
function isSameName(
  sent: string,
  delivered: string,
  codes: ReadonlySet<FindingCode>,
  whole: number,
  last: number,
): boolean {
  const cut = codes.has("SENDER_TRUNCATED");
  const added = codes.has("SENDER_PREFIX_ADDED") || codes.has("SENDER_SUFFIX_ADDED");
  if (cut && added)
    return (
      CUT_LENGTHS.has(delivered.length) &&
      whole >= Math.max(5, Math.min(HEADER_LETTERS, sent.length * ENOUGH))
    );
  if (added && isInsideAnotherWord(sent, delivered)) return false;
  if (cut) return whole >= 3 && whole >= last * ENOUGH;
  if (added && codes.size > 1) return whole >= Math.max(3, sent.length * 0.8);
  if (codes.has("SENDER_CHARS_SUBSTITUTED"))
    return whole >= sent.length * ENOUGH && Math.abs(sent.length - delivered.length) <= 2;
  return whole >= Math.min(3, sent.length) && whole >= sent.length * ENOUGH;
}

/** "Nord" in "NordicAir", "Owl" in "BowlClub": the capitals show that the letters are part of another word. */
function isInsideAnotherWord(sent: string, delivered: string): boolean {
  const at = delivered.toLowerCase().indexOf(sent.toLowerCase());
  if (at < 0 || delivered.length - sent.length <= LONGEST_ENDING) return false;
  const words = Array.from(delivered.matchAll(/\p{Lu}?\p{Ll}+/gu), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const isTorn = (offset: number): boolean => words.some(({ start, end }) => offset > start && offset < end);
  return /\p{Lu}/u.test(delivered) && (isTorn(at) || isTorn(at + sent.length));
}

import type { Piece } from "../align/piece.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { digitValue } from "../text/digits.ts";
import { withoutInvisibles } from "../text/invisibles.ts";
import { at, before, isUnspaced, isWordBorder, isWordCharacter, wordsOf } from "../text/words.ts";
import { tagsOfAddition } from "./addition-tags.ts";
import { widened } from "./hunks.ts";
import { fateOfLink, looksLikeLink } from "./link-fate.ts";
import { isMasked } from "./masks.ts";
import { isPartMark } from "./part-mark.ts";
import { type Change, changeOf, type Hunk, type Reading } from "./reading.ts";
import { isVisibleHeader } from "./visible-header.ts";

/** What else is known about the changes of the whole text. */
export interface Surroundings {
  readonly caseChanged: boolean;
  readonly charactersLeftOut: boolean;
}

/** Names a hunk: one change, or several where a cut and an addition, or words and numbers, meet. */
export function nameHunk(hunk: Hunk, reading: Reading, surroundings: Surroundings): readonly Change[] {
  const lost = reading.text.slice(hunk.start, hunk.end);
  const added = reading.delivered.slice(hunk.deliveredStart, hunk.deliveredEnd);
  if (lost === "") return [changeOf(nameAddition(added, hunk, reading), hunk)];
  if (added === "") return nameLoss(lost, hunk, reading, surroundings);
  // The end of the text, of which the beginning came: a cut, whatever stood there.
  if (reading.text.slice(hunk.end).trim() === "" && lost.startsWith(added))
    return nameHunk(
      { ...hunk, start: hunk.start + added.length, deliveredStart: hunk.deliveredEnd },
      reading,
      surroundings,
    );
  const parts = splitAtMark(hunk, added, reading) ?? splitAtEdges(hunk, reading);
  if (parts !== null) return parts.flatMap((part) => nameHunk(part, reading, surroundings));
  return nameExchange(widened(hunk, reading), reading, surroundings);
}

function nameAddition(added: string, { start }: Hunk, { text, delivered, parts }: Reading): FindingCode {
  const visible = withoutInvisibles(added).trim();
  const atStart = text.slice(0, start).trim() === "";
  const atEnd = text.slice(start).trim() === "";
  if (visible === "") return atStart || atEnd ? "CONTENT_WHITESPACE_NORMALIZED" : "CONTENT_INSERTED";
  if (isPartMark(added)) return "CONTENT_SEGMENT_MARKERS";
  if (isVisibleHeader(added)) return "CONTENT_UDH_VISIBLE";
  if (isAgain(visible, text, parts)) return "CONTENT_SEGMENT_DUPLICATED";
  if (digitValue(at(added, 0)) !== null && isOneNumber(added) && touchesDigit(text, start))
    return "CONTENT_NUMBER_CHANGED";
  if (atStart && delivered.length > 0) return "CONTENT_PREFIX_ADDED";
  return atEnd ? "CONTENT_SUFFIX_ADDED" : "CONTENT_INSERTED";
}

const isOneNumber = (text: string): boolean => /^[\p{Nd}.,]+$/u.test(text);
const touchesDigit = (text: string, offset: number): boolean =>
  digitValue(before(text, offset)) !== null || digitValue(at(text, offset)) !== null;

/** A part, or the whole text, once more. */
function isAgain(added: string, text: string, parts: readonly string[]): boolean {
  if (added.length >= 8 && added === text.trim()) return true;
  return added.length >= 20 && parts.some((part) => part.trim() === added);
}

function nameLoss(lost: string, hunk: Hunk, reading: Reading, surroundings: Surroundings): readonly Change[] {
  const { text, links, codes } = reading;
  const { start, end } = hunk;
  if (isWholePart(hunk, reading)) return [changeOf("CONTENT_SEGMENT_MISSING", hunk)];
  const inside = {
    links: links.filter((link) => link.start >= start && link.end <= end),
    codes: codes.filter((code) => code.start >= start && code.end <= end),
  };
  const atEnd = text.slice(end).trim() === "";
  const entities = [
    ...inside.links.map((span) => ({ span, code: "URL_REMOVED" as const })),
    ...inside.codes.map((span) => ({ span, code: "CODE_REMOVED" as const })),
  ];
  const rest = entities.reduce((left, { span }) => left.replace(text.slice(span.start, span.end), ""), lost);
  if (entities.length > 0 && !/[\p{L}\p{N}]/u.test(rest))
    return entities.map(({ span, code }) => changeOf(code, { ...hunk, ...span }));
  if (atEnd)
    return [
      changeOf(
        surroundings.charactersLeftOut && !/[\p{L}\p{N}]/u.test(lost)
          ? "CONTENT_CHARS_DROPPED"
          : "CONTENT_TRUNCATED",
        hunk,
      ),
    ];
  return [
    ...entities.map(({ span, code }) => changeOf(code, { ...hunk, ...span })),
    changeOf(nameInnerLoss(rest, hunk, reading, surroundings), hunk),
  ];
}

/** Whether a loss begins and ends where parts do; blanks at a border may have been trimmed away. */
function isWholePart({ start, end }: Hunk, { text, borders }: Reading): boolean {
  if (borders.size === 0 || (start === 0 && end === text.length)) return false;
  const isAt = (offset: number): boolean =>
    [...borders, 0, text.length].some(
      (border) =>
        text.slice(Math.min(border, offset), Math.max(border, offset)).trim() === "" &&
        Math.abs(border - offset) <= 3,
    );
  return isAt(start) && isAt(end);
}

function nameInnerLoss(
  lost: string,
  { start, end }: Hunk,
  { text }: Reading,
  { charactersLeftOut }: Surroundings,
): FindingCode {
  if (!/[\p{L}\p{N}]/u.test(lost)) return "CONTENT_CHARS_DROPPED";
  if (/^[.,]\p{Nd}+$/u.test(lost.trim()) && digitValue(before(text, start)) !== null)
    return "CONTENT_NUMBER_CHANGED";
  const whole = isWordBorder(text, start) && isWordBorder(text, end);
  const letters = lost.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (whole)
    return charactersLeftOut && !/[A-Za-z0-9]/.test(lost) && letters < 3
      ? "CONTENT_CHARS_DROPPED"
      : "CONTENT_WORDS_REMOVED";
  // Writing without blanks: two characters are a word more often than not, whatever a dictionary says.
  const unspaced = isUnspaced(at(lost.trim(), 0)) || /^\p{Script=Hangul}/u.test(lost.trim());
  if (unspaced && letters >= 2) return "CONTENT_WORDS_REMOVED";
  return wordsOf(lost).length >= 2 ? "CONTENT_WORDS_REMOVED" : "CONTENT_CHARS_DROPPED";
}

/** A part that is missing where a mark, or a header, was put in: the loss, then the addition. */
function splitAtMark(hunk: Hunk, added: string, reading: Reading): readonly Hunk[] | null {
  const { start, end, deliveredStart, deliveredEnd } = hunk;
  if (!isPartMark(added) && !isVisibleHeader(added) && !isWholePart(hunk, reading)) return null;
  if (reading.borders.size === 0) return null;
  return [
    { start, end, deliveredStart, deliveredEnd: deliveredStart },
    { start: end, end, deliveredStart, deliveredEnd },
  ];
}

/** A tail of no more words than this may have been exchanged; a longer one was cut and something put behind. */
const LONGEST_EXCHANGED_TAIL = 4;

/** Where a cut and an addition meet at an end of the text: first the cut, then the addition. Null elsewhere. */
function splitAtEdges(
  hunk: Hunk,
  { text, delivered, borders, links, pieces }: Reading,
): readonly Hunk[] | null {
  const { start, end, deliveredStart, deliveredEnd } = hunk;
  const lost = text.slice(start, end);
  const added = delivered.slice(deliveredStart, deliveredEnd);
  if (text.slice(end).trim() === "" && start > 0) {
    const border = [...borders].find((offset) => offset >= start - 2 && offset <= start + 2);
    const midWord =
      isWordCharacter(before(text, start)) &&
      isWordCharacter(at(text, start)) &&
      !isUnspaced(at(text, start)) &&
      !isWordCharacter(at(added, 0));
    const long =
      wordsOf(lost).length > LONGEST_EXCHANGED_TAIL && wordsOf(added).length < wordsOf(lost).length;
    const isLink = links.some((link) => link.start >= start && link.end <= end && /\S/.test(added));
    const isTagged = tagsOfAddition(added, "").length > 0 && tagsOfAddition(lost, "").length === 0;
    if (
      border !== undefined ||
      midWord ||
      isCutThrough(start, pieces, text, delivered) ||
      ((long || isTagged) && !isLink)
    ) {
      const cut = border !== undefined && border <= end ? Math.max(start, border) : start;
      return [
        { start: cut, end, deliveredStart, deliveredEnd: deliveredStart },
        { start: end, end, deliveredStart, deliveredEnd },
      ];
    }
  }
  if (start === 0 && borders.has(end))
    return [
      { start, end: start, deliveredStart, deliveredEnd },
      { start, end, deliveredStart: deliveredEnd, deliveredEnd },
    ];
  return null;
}

/** Whether a link or a number right before the stretch came with its beginning only. */
function isCutThrough(start: number, pieces: readonly Piece[], text: string, delivered: string): boolean {
  const before = pieces.find(
    ({ end, kind }) =>
      (kind === "link" || kind === "number") && end <= start && text.slice(end, start).trim() === "",
  );
  return before !== undefined && isBeginning(before, text, delivered);
}

/** A link or a number of which only the beginning came. */
export function isBeginning(piece: Piece, text: string, delivered: string): boolean {
  const arrived = delivered.slice(piece.deliveredStart, piece.deliveredEnd);
  return arrived.length < piece.end - piece.start && text.startsWith(arrived, piece.start);
}

function nameExchange(hunk: Hunk, reading: Reading, { caseChanged }: Surroundings): readonly Change[] {
  const lost = reading.text.slice(hunk.start, hunk.end);
  const added = reading.delivered.slice(hunk.deliveredStart, hunk.deliveredEnd);
  const link = reading.links.find(({ start, end }) => start >= hunk.start && end <= hunk.end);
  if (link !== undefined) {
    const token = added.split(/\s+/u).find(looksLikeLink);
    const fates =
      token === undefined
        ? (["URL_REMOVED"] as const)
        : fateOfLink(link.text, token.replace(/(?<![.,;!?)])[.,;!?)]+$/, ""), caseChanged);
    const around = lost.replace(link.text, " ");
    const others = /\p{L}{2}/u.test(around) ? [changeOf("CONTENT_WORDS_SUBSTITUTED", hunk)] : [];
    return [...fates.map((code) => changeOf(code, hunk)), ...others];
  }
  if (isMasked(lost.trim(), added.trim() === "" ? added : added.trim()))
    return [changeOf("CONTENT_WORDS_MASKED", hunk)];
  const masked = maskedWithin(lost, added);
  if (masked) return [changeOf("CONTENT_WORDS_MASKED", hunk)];
  const letters = (text: string): string => text.replace(/[^\p{L}\p{M}]/gu, "");
  const numbers = (text: string): string => (text.match(/\p{Nd}+/gu) ?? []).join(" ");
  const changes: Change[] = [];
  if (
    numbers(lost) !== numbers(added) &&
    numbers(lost) !== "" &&
    (numbers(added) !== "" || letters(added) === "")
  )
    changes.push(changeOf("CONTENT_NUMBER_CHANGED", hunk));
  if (letters(lost) !== letters(added) || (changes.length === 0 && numbers(lost) !== numbers(added)))
    changes.push(changeOf("CONTENT_WORDS_SUBSTITUTED", hunk));
  // Neither letters nor digits: punctuation for punctuation.
  return changes.length > 0 ? changes : [changeOf("CONTENT_SYMBOLS_SIMPLIFIED", hunk)];
}

/** Several words, some of them starred out and the rest as they were. */
function maskedWithin(lost: string, added: string): boolean {
  const before = lost.trim().split(/\s+/u);
  const after = added.trim().split(/\s+/u);
  return (
    before.length === after.length &&
    before.every((word, i) => word === after[i] || isMasked(word, after[i] ?? ""))
  );
}

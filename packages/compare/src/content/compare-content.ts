import { readDelivered } from "../align/delivered-text.ts";
import { editsOf } from "../align/edits.ts";
import type { Piece } from "../align/piece.ts";
import { findLinks, type Link } from "../entities/links.ts";
import type { Edit, Span } from "../result/comparison-result.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { type MappedText, originOf } from "../text/mapped-text.ts";
import { isCarriedOver } from "./carried-over.ts";
import { fateOfCode, findCodes } from "./code-fate.ts";
import type { Explanation, Step } from "./explanation.ts";
import { hunksOf } from "./hunks.ts";
import { fateOfLink } from "./link-fate.ts";
import { isBeginning, nameHunk } from "./name-hunk.ts";
import { type Change, changeOf, type Hunk, type Reading } from "./reading.ts";
import { judgeScripts } from "./scripts-of-pieces.ts";
import { searchExplanations } from "./search.ts";
import { weighSurvival } from "./survival.ts";

/** What the texts were found to differ in. */
export interface ContentComparison {
  readonly changes: readonly Change[];
  /** The sent text after the models, in whose offsets `changes` count. */
  readonly text: MappedText;
  /** The delivered text before models that can be undone: the same for its side. */
  readonly arrived: MappedText;
  readonly steps: readonly Step[];
  readonly edits: readonly Edit[];
  /** Other explanations, by the codes of their models, and how much dearer they were. */
  readonly alternatives: readonly { readonly codes: readonly FindingCode[]; readonly dearerBy: number }[];
}

/** Below this share of derivable words a text was replaced, not altered. */
const MOST_WORDS = 0.5;

/** Below this share of its letters a text in Latin is no romanisation of the sent one. */
const ROMANISED_ENOUGH = 0.7;

/** Compares two different texts. */
export function compareContent(
  sent: string,
  delivered: string,
  code: string | undefined,
  parts: readonly Span[],
): ContentComparison {
  const links = findLinks(sent);
  const explanations = searchExplanations(sent, delivered, links, parts);
  const [best, ...others] = explanations;
  if (best === undefined) throw new RangeError("a search always gives the plain alignment");
  const read = (explanation: Explanation): Named => nameChanges(explanation, sent, links, code, parts);
  let chosen = best;
  let named = read(best);
  if (named.replaced && best.steps.length > 0) {
    chosen = explanations.find(({ steps }) => steps.length === 0) ?? best;
    named = read(chosen);
  }
  return {
    changes: named.changes,
    text: chosen.text,
    arrived: chosen.delivered,
    steps: named.replaced ? [] : chosen.steps,
    edits: editsOf(sent, chosen.text, delivered, chosen.delivered, chosen.pieces),
    alternatives: others
      .filter(({ steps }) => steps !== chosen.steps)
      .slice(0, 3)
      .map(({ steps, cost }) => ({
        codes: [...new Set(steps.flatMap((step) => step.codes))],
        dearerBy: Math.round(cost - chosen.cost),
      })),
  };
}

interface Named {
  readonly changes: readonly Change[];
  readonly replaced: boolean;
}

function nameChanges(
  { steps, text, delivered: arrived, pieces, romanised }: Explanation,
  sent: string,
  links: readonly Link[],
  code: string | undefined,
  parts: readonly Span[],
): Named {
  const delivered = arrived.text;
  const reading: Reading = {
    text: text.text,
    delivered,
    pieces,
    links: links
      .flatMap((link) => moved(link, text))
      .map(({ start, end }) => ({ start, end, text: text.text.slice(start, end) })),
    codes: findCodes(sent, code, links).flatMap((span) => moved(span, text)),
    borders: new Set(
      parts.slice(1).flatMap(({ start }) => moved({ start, end: start }, text).map((place) => place.start)),
    ),
    parts: parts.length > 1 ? parts.map(({ start, end }) => sent.slice(start, end)) : [],
  };
  const scripts = judgeScripts(reading);
  const { hunks, swallowed } = hunksOf(reading);
  const spelt = !romanised || scripts.romanisedShare >= ROMANISED_ENOUGH;
  const outsideCodes = (piece: Piece): boolean =>
    !reading.codes.some(({ start, end }) => piece.start < end && piece.end > start);
  const elsewhere = (wanted: FindingCode): boolean =>
    pieces.some((piece) => piece.codes.includes(wanted) && outsideCodes(piece));
  const surroundings = {
    caseChanged: elsewhere("CONTENT_CASE_CHANGED"),
    charactersLeftOut: pieces.some(
      (piece) => piece.codes.includes("CONTENT_CHARS_DROPPED") && !swallowed.has(piece),
    ),
  };
  const namedHunks = hunks.map((hunk) => ({ hunk, changes: nameHunk(hunk, reading, surroundings) }));

  const cuts = namedHunks.flatMap(({ hunk, changes }) =>
    changes
      .filter(
        (change) =>
          isCut(change.code) &&
          (hunk.deliveredStart === hunk.deliveredEnd
            ? !isInsteadOf(hunk, hunks, reading)
            : isCleanUpTo(hunk, hunks, reading)),
      )
      .map(({ start, end, deliveredStart, deliveredEnd }) => ({ start, end, deliveredStart, deliveredEnd })),
  );
  const isDerived = (piece: Piece): boolean =>
    (piece.kind === "kept" || piece.kind === "derived" || piece.kind === "link") &&
    (spelt || !piece.codes.includes("CONTENT_SCRIPT_TRANSLITERATED"));
  const survival = weighSurvival(reading, (piece) => isDerived(piece) && !isInAny(piece, hunks), cuts);
  const shortened = cuts.length > 0 || steps.some(({ codes }) => codes.some(isCut));
  if (
    isReplaced(survival, reading, hunks, shortened) ||
    isSaidInOtherWords(sent, links, steps, reading, hunks)
  ) {
    const carried = isCarriedOver(delivered, code, links, readDelivered(delivered).links);
    const whole: Hunk = {
      start: 0,
      end: text.text.length,
      deliveredStart: 0,
      deliveredEnd: delivered.length,
    };
    return {
      replaced: true,
      changes: [changeOf(carried ? "CONTENT_TEMPLATE_REPLACED" : "CONTENT_REPLACED", whole)],
    };
  }

  const fates = reading.codes.map((span) => fateOfCode(reading, span, elsewhere));
  const changes: Change[] = [];
  for (const { hunk, changes: ofHunk } of namedHunks) {
    const cut = ofHunk.some(({ code: found }) => isCut(found));
    for (const change of ofHunk) if (cut || !isClaimed(change, hunk, fates, reading)) changes.push(change);
  }
  for (const piece of pieces) {
    if (piece.kind === "kept" || swallowed.has(piece) || isCutThrough(piece, namedHunks, reading)) continue;
    if (fates.some((fate) => fate.change !== null && isWithin(piece, fate))) continue;
    for (const found of codesOfPiece(piece, reading, scripts.codesOf, surroundings.caseChanged))
      changes.push(changeOf(found, piece));
  }
  for (const fate of fates) {
    const lostWithTail = namedHunks.some(
      ({ hunk, changes: ofHunk }) =>
        hunk.start <= fate.start && fate.end <= hunk.end && ofHunk.some(({ code: found }) => isCut(found)),
    );
    if (fate.change !== null && !lostWithTail && !isCutInside(fate, namedHunks)) changes.push(fate.change);
  }
  return { replaced: false, changes: withoutDots(changes, delivered) };
}

const lettersOf = (words: string): number => words.match(/\p{L}/gu)?.length ?? 0;

const isCut = (code: FindingCode): boolean =>
  code === "CONTENT_TRUNCATED" || code === "CONTENT_SEGMENT_MISSING";

/** Where a span of the sent text stands in the mapped one; nowhere when it is gone or torn apart. */
function moved({ start, end }: Span, text: MappedText): readonly Span[] {
  if (text.origin === null) return [{ start, end }];
  if (!text.inOrder) return [];
  let from = 0;
  while (from < text.text.length && originOf(text, from) < start) from++;
  let to = from;
  while (to < text.text.length && originOf(text, to) < end) to++;
  return to > from || start === end ? [{ start: from, end: to }] : [];
}

const isWithin = (piece: Hunk, outer: Hunk): boolean =>
  piece.start >= outer.start &&
  piece.end <= outer.end &&
  piece.deliveredStart >= outer.deliveredStart &&
  piece.deliveredEnd <= outer.deliveredEnd;

const isInAny = (piece: Piece, hunks: readonly Hunk[]): boolean =>
  hunks.some((hunk) => isWithin(piece, hunk));

/** What was cut has at least so many times the letters of what was put in its place. */
const SHORT_BESIDE = 1.5;

/**
 * Whether everything before a hunk came through, and what stands in its place is short beside it: then what follows was
 * cut, not exchanged.
 */
function isCleanUpTo(hunk: Hunk, hunks: readonly Hunk[], { text, delivered }: Reading): boolean {
  const put = lettersOf(delivered.slice(hunk.deliveredStart, hunk.deliveredEnd));
  if (put * SHORT_BESIDE > lettersOf(text.slice(hunk.start, hunk.end))) return false;
  const before = hunks.some((other) => other.start < hunk.start && other.end > other.start);
  return !before && text.slice(0, hunk.start).replace(/[^\p{L}]/gu, "").length > 10;
}

/** Whether other words stand right in front of what was lost, only a sign between them: it was exchanged, not cut. */
function isInsteadOf(hunk: Hunk, hunks: readonly Hunk[], { text, delivered }: Reading): boolean {
  return hunks.some(
    (other) =>
      other.start === other.end &&
      other.end <= hunk.start &&
      !/[\p{L}\p{N}]/u.test(text.slice(other.end, hunk.start)) &&
      lettersOf(delivered.slice(other.deliveredStart, other.deliveredEnd)) * SHORT_BESIDE >
        lettersOf(text.slice(hunk.start, hunk.end)),
  );
}

/** A code's own change stands for the hunk around it, unless other words are in the hunk. */
function isClaimed(
  change: Change,
  hunk: Hunk,
  fates: readonly Hunk[],
  { text, delivered }: Reading,
): boolean {
  const fate =
    fates.find(({ start, end }) => start < hunk.end && end > hunk.start) ??
    fates.find((known) => isWithin(hunk, known));
  if (fate === undefined || change.code === "CODE_REMOVED")
    return change.code === "CODE_REMOVED" && fate !== undefined;
  const lost =
    text.slice(hunk.start, Math.max(hunk.start, fate.start)) +
    text.slice(Math.min(hunk.end, fate.end), hunk.end);
  const added =
    delivered.slice(hunk.deliveredStart, Math.max(hunk.deliveredStart, fate.deliveredStart)) +
    delivered.slice(Math.min(hunk.deliveredEnd, fate.deliveredEnd), hunk.deliveredEnd);
  return !/[\p{L}\p{N}]/u.test(lost) && !/[\p{L}\p{N}]/u.test(added);
}

/** The end of the text that cuts a code in two is the finding, not the code. */
const isCutInside = (
  fate: Hunk,
  named: readonly { readonly hunk: Hunk; readonly changes: readonly Change[] }[],
): boolean =>
  named.some(
    ({ hunk, changes }) =>
      changes.some(({ code }) => isCut(code)) && hunk.start < fate.end && hunk.end > fate.start,
  );

function codesOfPiece(
  piece: Piece,
  reading: Reading,
  scriptCodes: (piece: Piece) => readonly FindingCode[],
  caseChanged: boolean,
): readonly FindingCode[] {
  const sent = reading.text.slice(piece.start, piece.end);
  const arrived = reading.delivered.slice(piece.deliveredStart, piece.deliveredEnd);
  if (piece.kind === "link") return fateOfLink(sent, arrived, caseChanged);
  if (piece.kind === "number") return ["CONTENT_NUMBER_CHANGED"];
  if (piece.kind === "masked") return ["CONTENT_WORDS_MASKED"];
  if (piece.kind === "grouped") return ["CONTENT_INSERTED"];
  return scriptCodes(piece).map((code) =>
    code === "CONTENT_JOINER_CHANGED" && !isShaping(piece, reading) ? "CONTENT_INVISIBLE_CHANGED" : code,
  );
}

/** A link or a number whose end went with the end of the text: the cut is reported, not the change. */
function isCutThrough(
  piece: Piece,
  named: readonly { readonly hunk: Hunk; readonly changes: readonly Change[] }[],
  { text, delivered }: Reading,
): boolean {
  if ((piece.kind !== "link" && piece.kind !== "number") || !isBeginning(piece, text, delivered))
    return false;
  return named.some(
    ({ hunk, changes }) =>
      hunk.start >= piece.end &&
      text.slice(piece.end, hunk.start).trim() === "" &&
      changes.some(({ code }) => isCut(code)),
  );
}

/** Joiners shape the letters of Arabic and of the Indic scripts; between other letters they show nothing. */
function isShaping({ start, end }: Piece, { text }: Reading): boolean {
  return /[\u0600-\u08ff\u0900-\u0dff\u1780-\u17ff\u1800-\u18af]/.test(
    text.slice(Math.max(0, start - 1), end + 1),
  );
}

function isReplaced(
  { ofSent, ofDelivered }: { readonly ofSent: number | null; readonly ofDelivered: number | null },
  reading: Reading,
  hunks: readonly Hunk[],
  shortened: boolean,
): boolean {
  if (ofSent !== null) return ofSent < MOST_WORDS && (ofDelivered ?? 0) < MOST_WORDS;
  // No words but codes, links and numbers. Where all words went with a cut and others came, nothing is derived; else
  // what counts is whether anything of the text is left in its place.
  const lost = hunks.reduce((sum, { start, end }) => sum + end - start, 0);
  const exchanged = hunks.some(
    ({ deliveredStart, deliveredEnd }) =>
      reading.delivered.slice(deliveredStart, deliveredEnd).trim().split(/\s+/u).length > 2,
  );
  return exchanged && (shortened || lost >= reading.text.length * 0.8);
}

/**
 * Every letter that an alphabet lacks left out, and other words put round what is left: nobody's mistake, another
 * text.
 */
function isSaidInOtherWords(
  sent: string,
  links: readonly Link[],
  steps: readonly Step[],
  { text, delivered }: Reading,
  hunks: readonly Hunk[],
): boolean {
  if (!steps.some(({ codes }) => codes.includes("CONTENT_CHARS_DROPPED"))) return false;
  const added = hunks.reduce(
    (sum, { deliveredStart, deliveredEnd }) => sum + lettersOf(delivered.slice(deliveredStart, deliveredEnd)),
    0,
  );
  const linked = links.reduce((sum, link) => sum + lettersOf(link.text), 0);
  return lettersOf(text) - linked < (lettersOf(sent) - linked) / 2 && added > lettersOf(text) - linked;
}

/** Dots that stand for a tail that was cut are no addition of their own. */
function withoutDots(changes: readonly Change[], delivered: string): readonly Change[] {
  if (!changes.some(({ code }) => isCut(code))) return changes;
  return changes.filter(
    ({ code, deliveredStart, deliveredEnd }) =>
      code !== "CONTENT_SUFFIX_ADDED" ||
      !/^\s*(?:\.{2,}|…)\s*$/u.test(delivered.slice(deliveredStart, deliveredEnd)),
  );
}

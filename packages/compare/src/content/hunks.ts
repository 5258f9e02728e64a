import type { Piece } from "../align/piece.ts";
import { isBlank } from "../text/blanks.ts";
import { at, before, isUnspaced, isWordBorder, isWordCharacter, wordsOf } from "../text/words.ts";
import type { Hunk, Reading } from "./reading.ts";

/** A kept stretch between two changed ones inside one word is a coincidence when it is no longer than this. */
const LONGEST_COINCIDENCE = 3;

const isRaw = ({ kind }: Piece): boolean => kind === "lost" || kind === "added";

/** Something that vanished although a character model foresaw it: a word of such letters is still a word. */
const isLeftOut = (piece: Piece): boolean =>
  piece.codes.includes("CONTENT_CHARS_DROPPED") && piece.deliveredStart === piece.deliveredEnd;

/** A sign or half-silent letter that a romanisation leaves out: beside lost letters it went with them. */
const isSilent = (piece: Piece): boolean =>
  piece.start < piece.end &&
  piece.deliveredStart === piece.deliveredEnd &&
  piece.codes.includes("CONTENT_SCRIPT_TRANSLITERATED");

/** A blank that vanished, whatever the aligner calls it. */
const isLostBlank = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  piece.start < piece.end &&
  piece.deliveredStart === piece.deliveredEnd &&
  (piece.codes.includes("CONTENT_SPACES_LOST") || piece.codes.includes("CONTENT_WHITESPACE_NORMALIZED"));

/** A mark of its own, such as a tone mark of Thai, that vanished: beside lost letters it went with them. */
const isLostMark = (piece: Piece): boolean =>
  piece.start < piece.end &&
  piece.deliveredStart === piece.deliveredEnd &&
  piece.codes.includes("CONTENT_DIACRITICS_STRIPPED");

/**
 * The stretches that no character model explains, joined where only a coincidence keeps them apart. Also says which
 * pieces they swallowed.
 */
export function hunksOf(reading: Reading): {
  readonly hunks: readonly Hunk[];
  readonly swallowed: ReadonlySet<Piece>;
} {
  const swallowed = new Set<Piece>();
  const raw: Hunk[] = [];
  let open: Piece[] = [];
  const close = (): void => {
    while (open.length > 0 && isLostBlank(open.at(-1))) open.pop();
    if (open.length > 0 && (open.some(isRaw) || isWholeWord(reading, spanOf(open)))) {
      raw.push(spanOf(open));
      for (const piece of open) swallowed.add(piece);
    }
    open = [];
  };
  for (const piece of reading.pieces) {
    const goesAlong = open.length > 0 && (isLostBlank(piece) || isLostMark(piece) || isSilent(piece));
    if (isRaw(piece) || isLeftOut(piece) || goesAlong) open.push(piece);
    else close();
  }
  close();
  const joined = joinCoincidences(united([...raw, ...brokenWords(reading)]), reading);
  const hunks = joined.map((hunk) => placed(withSilentEnd(hunk, reading), reading));
  for (const piece of reading.pieces)
    if (piece.kind !== "kept" && hunks.some((hunk) => isInside(piece, hunk))) swallowed.add(piece);
  return { hunks: withoutBlankLosses(hunks, reading, swallowed), swallowed };
}

/** What is lost up to the last letters, and they are such as say nothing when romanised: they went along. */
function withSilentEnd(hunk: Hunk, { text, delivered, pieces }: Reading): Hunk {
  if (hunk.start === hunk.end || hunk.end === text.length || hunk.deliveredEnd < delivered.length)
    return hunk;
  const behind = pieces.filter(({ start }) => start >= hunk.end);
  return behind.every(({ deliveredStart, deliveredEnd }) => deliveredStart === deliveredEnd)
    ? { ...hunk, end: text.length }
    : hunk;
}

const spanOf = (pieces: readonly Piece[]): Hunk => ({
  start: pieces[0]?.start ?? 0,
  end: pieces.at(-1)?.end ?? 0,
  deliveredStart: pieces[0]?.deliveredStart ?? 0,
  deliveredEnd: pieces.at(-1)?.deliveredEnd ?? 0,
});

const isInside = (piece: Piece, hunk: Hunk): boolean =>
  piece.start >= hunk.start &&
  piece.end <= hunk.end &&
  piece.deliveredStart >= hunk.deliveredStart &&
  piece.deliveredEnd <= hunk.deliveredEnd;

/** Left-out letters that make up a whole word, between words that stayed. */
function isWholeWord({ text }: Reading, { start, end }: Hunk): boolean {
  const letters = text.slice(start, end).match(/\p{L}/gu)?.length ?? 0;
  if (letters >= 2) return isWordBorder(text, start) && isWordBorder(text, end);
  const stands = (neighbour: string): boolean => neighbour === "" || isBlank(neighbour);
  return letters === 1 && stands(before(text, start)) && stands(at(text, end));
}

/** Below this share of letters that came through, those that did are chance. */
const BROKEN = 0.5;

/** Words of which something unexplained became, and of whose letters only a few are there by chance. */
function brokenWords({ text, delivered, pieces }: Reading): readonly Hunk[] {
  const broken: Hunk[] = [];
  // A cut leaves a beginning and a mask leaves both ends: only where other letters came is the rest chance.
  const others = pieces.filter(
    (piece) =>
      piece.kind === "added" && isWordCharacter(delivered.slice(piece.deliveredStart, piece.deliveredEnd)),
  );
  if (others.length === 0) return broken;
  for (const word of wordsOf(text)) {
    if (isUnspaced(at(text, word.start))) continue;
    const inWord = (piece: Piece): boolean =>
      piece.start === piece.end
        ? piece.start > word.start && piece.start < word.end
        : piece.start < word.end && piece.end > word.start;
    if (!others.some(({ start }) => start >= word.start && start <= word.end)) continue;
    const inside = pieces.filter(inWord);
    let through = 0;
    for (const piece of inside)
      if (!isRaw(piece) && piece.deliveredStart < piece.deliveredEnd)
        through += Math.min(piece.end, word.end) - Math.max(piece.start, word.start);
    if (through > 0 && through < (word.end - word.start) * BROKEN) broken.push(clipped(inside, word));
  }
  return broken;
}

/** The extent of pieces, kept ones only as far as the word goes. */
function clipped(pieces: readonly Piece[], word: { readonly start: number; readonly end: number }): Hunk {
  const hunk = spanOf(pieces);
  const [first, last] = [pieces[0], pieces.at(-1)];
  const before = first?.kind === "kept" ? Math.max(0, word.start - hunk.start) : 0;
  const behind = last?.kind === "kept" ? Math.max(0, hunk.end - word.end) : 0;
  return {
    start: hunk.start + before,
    end: hunk.end - behind,
    deliveredStart: hunk.deliveredStart + before,
    deliveredEnd: hunk.deliveredEnd - behind,
  };
}

/** Hunks in order, those that meet or overlap made one. */
function united(hunks: readonly Hunk[]): readonly Hunk[] {
  const result: Hunk[] = [];
  for (const hunk of [...hunks].sort((a, b) => a.start - b.start || a.deliveredStart - b.deliveredStart)) {
    const last = result.at(-1);
    if (last !== undefined && last.end >= hunk.start && last.deliveredEnd >= hunk.deliveredStart)
      result[result.length - 1] = {
        ...last,
        end: Math.max(last.end, hunk.end),
        deliveredEnd: Math.max(last.deliveredEnd, hunk.deliveredEnd),
      };
    else result.push(hunk);
  }
  return result;
}

function joinCoincidences(raw: readonly Hunk[], { text, delivered }: Reading): readonly Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of raw) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      isCoincidence(
        text.slice(last.end, hunk.start),
        delivered.slice(last.deliveredEnd, hunk.deliveredStart),
        last,
        hunk,
      )
    ) {
      joined[joined.length - 1] = { ...last, end: hunk.end, deliveredEnd: hunk.deliveredEnd };
    } else joined.push(hunk);
  }
  return joined;
}

/** Letters between two changes, without a blank on either side of them in either text. */
function isCoincidence(between: string, deliveredBetween: string, left: Hunk, right: Hunk): boolean {
  if (between === "" && deliveredBetween === "") return true;
  if (/\s/u.test(between) || /\s/u.test(deliveredBetween)) return false;
  const size = Math.max(
    left.end - left.start,
    left.deliveredEnd - left.deliveredStart,
    right.end - right.start,
    right.deliveredEnd - right.deliveredStart,
  );
  const limit = isUnspaced(at(between, 0)) ? 1 : Math.min(LONGEST_COINCIDENCE, Math.max(1, size));
  const exchanged = (hunk: Hunk): boolean => hunk.end > hunk.start && hunk.deliveredEnd > hunk.deliveredStart;
  return (
    between.length <= limit &&
    (exchanged(left) || exchanged(right) || left.end > left.start !== right.end > right.start)
  );
}

/** Where something was exchanged inside a word, the whole word was. */
export function widened(hunk: Hunk, { text, delivered, pieces }: Reading): Hunk {
  if (hunk.start === hunk.end || hunk.deliveredStart === hunk.deliveredEnd) return hunk;
  let { start, end, deliveredStart, deliveredEnd } = hunk;
  const keptBefore = pieces.find(
    (piece) =>
      piece.end === hunk.start && piece.deliveredEnd === hunk.deliveredStart && piece.end > piece.start,
  );
  const isPart = (a: string, b: string): boolean =>
    isWordCharacter(a) && isWordCharacter(b) && !isUnspaced(a) && !isUnspaced(b);
  if (keptBefore !== undefined)
    while (
      start > 0 &&
      deliveredStart > 0 &&
      text[start - 1] === delivered[deliveredStart - 1] &&
      isPart(before(text, start), at(text, start))
    ) {
      start -= 1;
      deliveredStart -= 1;
    }
  while (
    end < text.length &&
    deliveredEnd < delivered.length &&
    text[end] === delivered[deliveredEnd] &&
    isPart(before(text, end), at(text, end))
  ) {
    end += 1;
    deliveredEnd += 1;
  }
  return { start, end, deliveredStart, deliveredEnd };
}

/**
 * A pure loss or addition can often stand in several places: "a b a b" without one "a b". It is moved to a part
 * border, to an end of the text, or to where words begin.
 */
function placed(hunk: Hunk, reading: Reading): Hunk {
  if (hunk.start < hunk.end && hunk.deliveredStart < hunk.deliveredEnd) return hunk;
  const places = [hunk, ...slides(hunk, reading, -1), ...slides(hunk, reading, 1)];
  let best = hunk;
  let bestRank = rank(hunk, reading);
  for (const place of places) {
    const placeRank = rank(place, reading);
    if (placeRank > bestRank) {
      best = place;
      bestRank = placeRank;
    }
  }
  return best;
}

const LONGEST_SLIDE = 40;

function slides(hunk: Hunk, { text, delivered }: Reading, step: -1 | 1): readonly Hunk[] {
  const places: Hunk[] = [];
  const isLoss = hunk.end > hunk.start;
  const source = isLoss ? text : delivered;
  let place = hunk;
  for (let i = 0; i < LONGEST_SLIDE; i++) {
    const from = isLoss ? place.start : place.deliveredStart;
    const to = isLoss ? place.end : place.deliveredEnd;
    const [lead, follow] = step < 0 ? [source[from - 1], source[to - 1]] : [source[to], source[from]];
    const [sent, arrived] =
      step < 0
        ? [text[place.start - 1], delivered[place.deliveredStart - 1]]
        : [text[place.end], delivered[place.deliveredEnd]];
    if (lead === undefined || lead !== follow || sent !== arrived) break;
    place = {
      start: place.start + step,
      end: place.end + step,
      deliveredStart: place.deliveredStart + step,
      deliveredEnd: place.deliveredEnd + step,
    };
    places.push(place);
  }
  return places;
}

function rank(
  { start, end, deliveredStart, deliveredEnd }: Hunk,
  { text, delivered, borders }: Reading,
): number {
  if (end > start) {
    const onBorder = (offset: number): boolean => borders.has(offset);
    const grid = (onBorder(start) || start === 0) && (onBorder(end) || end === text.length);
    return (
      (grid ? 8 : 0) +
      (end === text.length ? 4 : 0) +
      (isWordBorder(text, start) && isWordBorder(text, end) ? 2 : 0) +
      (isBlank(text[end - 1] ?? "") ? 1 : 0)
    );
  }
  const edge = start === 0 || start === text.length;
  return (
    (edge ? 4 : 0) +
    (isWordBorder(delivered, deliveredStart) && isWordBorder(delivered, deliveredEnd) ? 2 : 0) +
    (isWordBorder(text, start) ? 1 : 0)
  );
}

/**
 * A blank that went with a word is not a lost blank, as long as the words around still stand apart. Such pieces
 * are swallowed.
 */
function withoutBlankLosses(
  hunks: readonly Hunk[],
  { pieces, delivered }: Reading,
  swallowed: Set<Piece>,
): readonly Hunk[] {
  for (const [index, piece] of pieces.entries()) {
    if (!isLostBlank(piece)) continue;
    const neighbours = [pieces[index - 1], pieces[index + 1]];
    const besideLoss = neighbours.some(
      (other) =>
        other !== undefined && other.deliveredStart === other.deliveredEnd && other.start < other.end,
    );
    const left = delivered[piece.deliveredStart - 1];
    const right = delivered[piece.deliveredStart];
    const apart =
      left === undefined ||
      right === undefined ||
      isBlank(left) ||
      isBlank(right) ||
      !isWordCharacter(left) ||
      !isWordCharacter(right);
    if (besideLoss && apart) swallowed.add(piece);
  }
  return hunks;
}

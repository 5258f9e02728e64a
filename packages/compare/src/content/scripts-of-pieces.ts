import type { Piece } from "../align/piece.ts";
import { foldsToLatin } from "../characters/greek-fold.ts";
import { skeleton } from "../characters/look-alikes.ts";
import { isSoft } from "../characters/romanisation.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { type Script, scriptOf } from "../text/scripts.ts";
import { at } from "../text/words.ts";
import type { Reading } from "./reading.ts";

/** What changed letters of other scripts mean, judged over the whole text. */
export interface ScriptJudgement {
  /** The codes of a piece, where the whole text shows them to mean something else. */
  readonly codesOf: (piece: Piece) => readonly FindingCode[];
  /** Share of the letters that should be romanised and are, 0 to 1; 1 where there are none. */
  readonly romanisedShare: number;
}

/** What the aligner pays for a letter that only some romanisation might write so. */
const DOUBTFUL = 7;

interface Tally {
  kept: number;
  /** Letters written in Latin, doubtful ones by half; and all of them. */
  spelt: number;
  due: number;
  lookAlike: number;
  folded: number;
  unfolded: number;
  lost: number;
}

/**
 * One letter that became Latin may be romanised, a look-alike, or GSM's fold of Greek capitals. Look-alikes leave the other letters
 * of the script alone; a romanisation takes them all; the fold takes every capital it can.
 */
export function judgeScripts(reading: Reading): ScriptJudgement {
  const tallies = new Map<Script, Tally>();
  for (const piece of withoutTail(reading.pieces))
    for (const part of lettersOf(piece, reading)) count(tallies, piece, part, reading);
  let spelt = 0;
  let due = 0;
  for (const [script, tally] of tallies) {
    // Readings of ideographs depend on the language: beside kana they are not Mandarin.
    if (tally.spelt === 0 || (script === "han" && tallies.has("kana"))) continue;
    spelt += tally.spelt + tally.lookAlike + tally.folded;
    due += tally.due + tally.lookAlike + tally.folded + tally.lost;
  }
  const caseChanged = romanisedInOtherCase(reading);
  return {
    romanisedShare: due === 0 ? 1 : spelt / due,
    codesOf(piece) {
      const script = scriptOf(at(reading.text, piece.start));
      if (piece.kind !== "derived") return piece.codes;
      if (script === null || script === "latin") {
        const filler = piece.codes.includes("CONTENT_SCRIPT_TRANSLITERATED");
        return filler && caseChanged ? [...piece.codes, "CONTENT_CASE_CHANGED"] : piece.codes;
      }
      const sent = reading.text.slice(piece.start, piece.end);
      const codes = meaningOf(piece.codes, sent, tallies.get(script));
      return caseChanged && codes.includes("CONTENT_SCRIPT_TRANSLITERATED")
        ? [...codes, "CONTENT_CASE_CHANGED"]
        : codes;
    },
  };
}

/** Letters that a cut took away at the end say nothing about how the others were written. */
function withoutTail(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.findLastIndex(
    ({ start, end, deliveredStart, deliveredEnd }) => start < end && deliveredStart < deliveredEnd,
  );
  return pieces.slice(0, last + 1);
}

interface Letter {
  readonly character: string;
  readonly script: Script;
}

function lettersOf(piece: Piece, { text }: Reading): readonly Letter[] {
  const letters: Letter[] = [];
  for (const character of text.slice(piece.start, piece.end)) {
    const script = scriptOf(character);
    if (script !== null && script !== "latin") letters.push({ character, script });
  }
  return letters;
}

function count(
  tallies: Map<Script, Tally>,
  piece: Piece,
  { character, script }: Letter,
  { delivered }: Reading,
): void {
  let tally = tallies.get(script);
  if (tally === undefined) {
    tally = { kept: 0, spelt: 0, due: 0, lookAlike: 0, folded: 0, unfolded: 0, lost: 0 };
    tallies.set(script, tally);
  }
  const arrived = delivered.slice(piece.deliveredStart, piece.deliveredEnd);
  if (piece.kind === "kept") {
    tally.kept += 1;
    if (foldsToLatin(character)) tally.unfolded += 1;
  } else if (piece.kind === "lost") {
    if (!isSoft(character, script)) tally.lost += 1;
  } else if (piece.codes.includes("CONTENT_SCRIPT_TRANSLITERATED")) {
    if (isFoldOf(character, arrived)) tally.folded += 1;
    else if (arrived !== "" && skeleton(arrived) === skeleton(character)) tally.lookAlike += 1;
    else if (arrived !== "") {
      tally.spelt += piece.cost >= DOUBTFUL ? 0.5 : 1;
      tally.due += 1;
    } else if (!isSoft(character, script)) tally.lost += 1;
  } else if (piece.codes.includes("CONTENT_LOOKALIKE_FOLD")) tally.folded += 1;
  else if (piece.codes.includes("CONTENT_HOMOGLYPHS")) tally.lookAlike += 1;
  else if (foldsToLatin(arrived)) tally.unfolded += 1;
  else if (piece.codes.includes("CONTENT_CHARS_DROPPED")) tally.lost += 1;
}

/** The capital of a Greek letter as GSM 7-bit writes it. */
function isFoldOf(character: string, arrived: string): boolean {
  const capital = capitalOf(character);
  return (
    foldsToLatin(capital) && skeleton(capital) === skeleton(arrived) && arrived === arrived.toUpperCase()
  );
}

const capitalOf = (character: string): string =>
  character.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();

const LATIN_FORMS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "CONTENT_SCRIPT_TRANSLITERATED",
  "CONTENT_HOMOGLYPHS",
  "CONTENT_LOOKALIKE_FOLD",
]);

function meaningOf(
  codes: readonly FindingCode[],
  sent: string,
  tally: Tally | undefined,
): readonly FindingCode[] {
  if (tally === undefined || !codes.some((code) => LATIN_FORMS.has(code))) return codes;
  if (tally.spelt > 0) return ["CONTENT_SCRIPT_TRANSLITERATED"];
  const others = codes.filter((code) => !LATIN_FORMS.has(code));
  if (tally.folded > 0 && tally.unfolded === 0 && tally.lookAlike === 0) {
    const raised = sent === sent.toUpperCase() ? [] : (["CONTENT_CASE_CHANGED"] as const);
    return [...new Set([...others, ...raised, "CONTENT_LOOKALIKE_FOLD" as const])];
  }
  // Nothing of the script is left and all of it looked like Latin: an ordinary romanisation of a short text.
  if (tally.kept === 0 && tally.lookAlike > 0) return ["CONTENT_SCRIPT_TRANSLITERATED"];
  return [...others, "CONTENT_HOMOGLYPHS"];
}

/** Capitals that must have been made of small letters to call it a change of case: one begins many a sentence. */
const RAISED_LETTERS = 3;

/** Whether romanised letters of a script with two cases arrived in the other case. */
function romanisedInOtherCase({ pieces, text, delivered }: Reading): boolean {
  let lowered = 0;
  let raised = 0;
  for (const piece of pieces) {
    if (!piece.codes.includes("CONTENT_SCRIPT_TRANSLITERATED")) continue;
    const sent = text.slice(piece.start, piece.end);
    const first = delivered.slice(piece.deliveredStart, piece.deliveredStart + 1);
    if (sent.toLowerCase() === sent.toUpperCase() || first.toLowerCase() === first.toUpperCase()) continue;
    const wasUpper = sent !== sent.toLowerCase();
    const isUpper = first !== first.toLowerCase();
    if (wasUpper && !isUpper) lowered += 1;
    if (!wasUpper && isUpper) raised += 1;
  }
  return lowered > 0 || raised >= RAISED_LETTERS;
}

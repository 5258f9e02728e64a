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

/** Letters in other case that make a change of case out of a romanisation. */
const CASE_LETTERS = 4;

interface Tally {
  kept: number;
  spelt: number;
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
  for (const piece of reading.pieces)
    for (const part of lettersOf(piece, reading)) count(tallies, piece, part, reading);
  let spelt = 0;
  let due = 0;
  for (const [script, tally] of tallies) {
    // Readings of ideographs depend on the language: beside kana they are not Mandarin.
    if (tally.spelt === 0 || (script === "han" && tallies.has("kana"))) continue;
    spelt += tally.spelt + tally.lookAlike + tally.folded;
    due += tally.spelt + tally.lookAlike + tally.folded + tally.lost;
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
      const codes = meaningOf(piece.codes, tallies.get(script));
      return caseChanged && codes.includes("CONTENT_SCRIPT_TRANSLITERATED")
        ? [...codes, "CONTENT_CASE_CHANGED"]
        : codes;
    },
  };
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
    tally = { kept: 0, spelt: 0, lookAlike: 0, folded: 0, unfolded: 0, lost: 0 };
    tallies.set(script, tally);
  }
  const arrived = delivered.slice(piece.deliveredStart, piece.deliveredEnd);
  if (piece.kind === "kept") {
    tally.kept += 1;
    if (foldsToLatin(character)) tally.unfolded += 1;
  } else if (piece.kind === "lost") {
    if (!isSoft(character, script)) tally.lost += 1;
  } else if (piece.codes.includes("CONTENT_SCRIPT_TRANSLITERATED")) {
    if (arrived !== "" && skeleton(arrived) === skeleton(character)) tally.lookAlike += 1;
    else if (arrived !== "") tally.spelt += 1;
    else if (!isSoft(character, script)) tally.lost += 1;
  } else if (piece.codes.includes("CONTENT_LOOKALIKE_FOLD")) tally.folded += 1;
  else if (piece.codes.includes("CONTENT_HOMOGLYPHS")) tally.lookAlike += 1;
  else if (piece.codes.includes("CONTENT_CHARS_DROPPED")) tally.lost += 1;
}

const LATIN_FORMS: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "CONTENT_SCRIPT_TRANSLITERATED",
  "CONTENT_HOMOGLYPHS",
  "CONTENT_LOOKALIKE_FOLD",
]);

function meaningOf(codes: readonly FindingCode[], tally: Tally | undefined): readonly FindingCode[] {
  if (tally === undefined || !codes.some((code) => LATIN_FORMS.has(code))) return codes;
  if (tally.spelt > 0) return ["CONTENT_SCRIPT_TRANSLITERATED"];
  const others = codes.filter((code) => !LATIN_FORMS.has(code));
  if (tally.folded > 0 && tally.unfolded === 0 && tally.lookAlike === 0)
    return [...others, "CONTENT_LOOKALIKE_FOLD"];
  // Nothing of the script is left and all of it looked like Latin: an ordinary romanisation of a short text.
  if (tally.kept === 0 && tally.lookAlike > 0) return ["CONTENT_SCRIPT_TRANSLITERATED"];
  return [...others, "CONTENT_HOMOGLYPHS"];
}

/** Whether nearly all romanised letters of a script with two cases arrived in the other case. */
function romanisedInOtherCase({ pieces, text, delivered }: Reading): boolean {
  let same = 0;
  let other = 0;
  for (const piece of pieces) {
    if (!piece.codes.includes("CONTENT_SCRIPT_TRANSLITERATED")) continue;
    const sent = text.slice(piece.start, piece.end);
    const arrived = delivered.slice(piece.deliveredStart, piece.deliveredEnd);
    if (sent.toLowerCase() === sent.toUpperCase() || arrived.toLowerCase() === arrived.toUpperCase())
      continue;
    const wasUpper = sent === sent.toUpperCase();
    const isUpper = arrived === arrived.toUpperCase();
    if (wasUpper === isUpper || (wasUpper && arrived[0] === arrived[0]?.toUpperCase())) same += 1;
    else other += 1;
  }
  return other >= CASE_LETTERS && other >= same * 2;
}

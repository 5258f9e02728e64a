import type { Outcome } from "../characters/character-model.ts";
import { codeOfAdded } from "../characters/invisible.ts";
import { outcomesOf } from "../characters/outcomes.ts";
import { defangedPattern } from "../entities/link-change.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { compareBlanks, isBlank } from "../text/blanks.ts";
import { asciiDigits } from "../text/digits.ts";
import { isInvisible, withoutInvisibles } from "../text/invisibles.ts";
import { scriptOf } from "../text/scripts.ts";
import { COSTS } from "./costs.ts";
import type { DeliveredText } from "./delivered-text.ts";
import type { PieceKind } from "./piece.ts";
import type { SentUnit } from "./sent-unit.ts";

/** One way over the grid: a unit, or nothing, against `length` code units of the delivered text. */
export interface Edge extends Outcome {
  readonly kind: PieceKind;
  readonly length: number;
  /** True for what is put in: no unit is used up. */
  readonly stays: boolean;
}

/** What holds for a whole grid. */
export interface GridSettings {
  /** Whether letters of other scripts are looked for in Latin. */
  readonly romanised: boolean;
  /** Whether ideographs are Japanese, so that Mandarin readings do not help. */
  readonly japanese: boolean;
  /** Whether the grid begins, or ends, where both texts do. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** The edges that lead away from the places of one grid. */
export interface EdgeSource {
  readonly forUnit: (unit: SentUnit) => (offset: number, take: (edge: Edge) => void) => void;
  /** Something that may be put in at this place for little: an invisible character, a vowel of a romanisation. */
  readonly fillerAt: (offset: number) => Edge | null;
}

const edge = (kind: PieceKind, length: number, codes: readonly FindingCode[], cost: number): Edge => ({
  text: "",
  codes,
  cost,
  kind,
  length,
  stays: false,
});

/** Stars in place of digits; a few digits at either end may have stayed. */
const MASK = /\p{Nd}*[*•●○〇xX＊×✱∗#_-]{2,}\p{Nd}*/uy;
const GROUPS = /\p{Nd}[\p{Nd} .,\-–\u00a0\u202f/]*\p{Nd}/uy;

/** Builds the edges for one grid. */
export function edgesOf(
  delivered: DeliveredText,
  from: number,
  to: number,
  { romanised, japanese, atStart, atEnd }: GridSettings,
): EdgeSource {
  const { text } = delivered;
  const bodyStart = atStart ? delivered.blanksEnd(0) : 0;
  const bodyEnd = atEnd ? lastNonBlank(text) : text.length;

  const forCharacter = (unit: SentUnit) => {
    const index = outcomesOf(unit.text, romanised);
    const empty = index.empty === null ? null : asEdge(index.empty);
    const byUnit = edgesByUnit(index.byFirstUnit);
    const ideograph = japanese && scriptOf(unit.text) === "han";
    return (offset: number, take: (edge: Edge) => void): void => {
      const unit = text.charCodeAt(offset);
      for (const candidate of byUnit.get(unit) ?? NONE)
        if (candidate.folded !== true && (candidate.length === 1 || text.startsWith(candidate.text, offset)))
          take(candidate);
      if (romanised) {
        for (const candidate of byUnit.get(delivered.folded.charCodeAt(offset)) ?? NONE)
          if (candidate.folded === true && delivered.folded.startsWith(candidate.text, offset))
            take(candidate);
      }
      if (ideograph) for (const candidate of anyReading(offset)) take(candidate);
      if (empty !== null) take(empty);
    };
  };

  /** A kanji has readings of one to seven letters that no table here lists. */
  const anyReading = (offset: number): readonly Edge[] => {
    let length = 0;
    while (length < UNKNOWN_READINGS.length && /[a-z]/.test(delivered.folded[offset + length] ?? ""))
      length++;
    return UNKNOWN_READINGS.slice(0, length);
  };

  const forBlanks =
    (unit: SentUnit) =>
    (offset: number, take: (edge: Edge) => void): void => {
      const end = Math.min(delivered.blanksEnd(offset), to);
      for (let length = 1; offset + length <= end && length <= 8; length++) {
        const change = compareBlanks(unit.text, text.slice(offset, offset + length));
        if (change === "kept") take(edge("kept", length, [], 0));
        else if (change === "normalized")
          take(edge("derived", length, ["CONTENT_WHITESPACE_NORMALIZED"], COSTS.blanksNormalized));
        else take(edge("derived", length, ["CONTENT_LINEBREAKS_FOLDED"], COSTS.blanksFolded));
      }
      if (end > offset + 8)
        take(edge("derived", end - offset, ["CONTENT_WHITESPACE_NORMALIZED"], COSTS.blanksNormalized));
      const outside = (offset === from && atStart) || (offset === to && atEnd);
      if (outside) take(edge("derived", 0, ["CONTENT_WHITESPACE_NORMALIZED"], COSTS.blanksNormalized));
      else take(edge("derived", 0, ["CONTENT_SPACES_LOST"], COSTS.blanksLost));
    };

  const forDigits = (unit: SentUnit) => {
    const value = asciiDigits(unit.text);
    return (offset: number, take: (edge: Edge) => void): void => {
      const end = Math.min(delivered.digitsEnd(offset), to);
      if (end > offset) digitEdges(unit.text, value, offset, end, take);
      MASK.lastIndex = offset;
      const mask = MASK.exec(text)?.[0];
      if (mask !== undefined && value.length >= 2 && Math.abs(mask.length - value.length) <= 2)
        take(edge("masked", Math.min(mask.length, to - offset), [], COSTS.masked));
    };
  };

  const digitEdges = (
    sent: string,
    value: string,
    offset: number,
    end: number,
    take: (edge: Edge) => void,
  ): void => {
    const run = text.slice(offset, end);
    const length = end - offset;
    const touched = offset > from && delivered.digitsEnd(offset - 1) > offset;
    const ascii = asciiDigits(run);
    if (ascii === value && !touched) {
      if (run === sent) take(edge("kept", length, [], 0));
      else take(edge("derived", length, ["CONTENT_DIGITS_SCRIPT_CHANGED"], COSTS.digitScript));
      return;
    }
    if (text.startsWith(sent, offset)) take(edge("kept", sent.length, [], COSTS.digitsTouched));
    if (touched) return;
    take(edge("number", length, [], COSTS.number));
    if (end === to && atEnd && value.startsWith(ascii)) take(edge("cut", length, [], COSTS.cutInside));
    const grouped = groupedEnd(value, offset);
    if (grouped !== null) take(edge("grouped", grouped - offset, [], COSTS.grouped));
    const hidden = invisiblesInside(value, offset);
    if (hidden !== null)
      take(edge("derived", hidden - offset, ["CONTENT_INVISIBLE_IN_ENTITY"], COSTS.digitScript));
  };

  /** Where the same digits end when separators stand between them. */
  const groupedEnd = (value: string, offset: number): number | null => {
    GROUPS.lastIndex = offset;
    const found = GROUPS.exec(text)?.[0] ?? "";
    let digits = "";
    for (let i = 0; i < found.length; i++) {
      if (asciiDigits(found[i] ?? "") !== (found[i] ?? "") || /\d/.test(found[i] ?? ""))
        digits += asciiDigits(found[i] ?? "");
      if (digits === value) return offset + i + 1;
    }
    return null;
  };

  const invisiblesInside = (value: string, offset: number): number | null => {
    let end = offset;
    let digits = "";
    while (end < to && digits.length < value.length) {
      const unit = text[end] ?? "";
      if (!isInvisible(unit)) digits += asciiDigits(unit);
      end += 1;
    }
    return digits === value ? end : null;
  };

  const forLink = (unit: SentUnit) => {
    const pattern = defangedPattern(unit.text);
    const bare = withoutInvisibles(unit.text).toLowerCase();
    return (offset: number, take: (edge: Edge) => void): void => {
      if (text.startsWith(unit.text, offset)) take(edge("kept", unit.text.length, [], 0));
      const link = delivered.links.find(({ start }) => start === offset);
      if (link !== undefined && link.end <= to) take(edge("link", link.end - offset, [], COSTS.link));
      pattern.lastIndex = offset;
      const defanged = pattern.exec(text)?.[0];
      if (defanged !== undefined && defanged !== unit.text)
        take(edge("link", Math.min(defanged.length, to - offset), [], COSTS.defanged));
      const token = tokenEnd(offset);
      if (token > offset && text.slice(offset, token).startsWith(unit.text.slice(0, 8))) {
        const seen = withoutInvisibles(text.slice(offset, token)).toLowerCase();
        if (seen.startsWith(bare) && bare.length < token - offset)
          take(edge("link", token - offset, [], COSTS.defanged));
        if (token === to && atEnd && unit.text.startsWith(text.slice(offset, token)))
          take(edge("cut", token - offset, [], COSTS.cutInside));
      }
    };
  };

  const tokenEnd = (offset: number): number => {
    let end = offset;
    while (end < to && delivered.blanksEnd(end) === end) end++;
    return end;
  };

  return {
    forUnit(unit) {
      if (unit.kind === "blanks") return forBlanks(unit);
      if (unit.kind === "digits") return forDigits(unit);
      return unit.kind === "link" ? forLink(unit) : forCharacter(unit);
    },
    fillerAt(offset) {
      const unit = text[offset] ?? "";
      if (romanised && FILLERS.includes(delivered.folded[offset] ?? "")) return ROMANISATION_FILLER;
      if (offset < bodyStart || offset >= bodyEnd) return EDGE_BLANK;
      const code = isInvisible(unit) ? codeOfAdded(unit) : null;
      return code === null ? null : (INVISIBLE_FILLERS.get(code) ?? null);
    },
  };
}

const NONE: readonly Edge[] = [];

const UNKNOWN_READINGS = Array.from({ length: 7 }, (_, index) =>
  edge("derived", index + 1, ["CONTENT_SCRIPT_TRANSLITERATED"], COSTS.unknownReading + (index > 4 ? 3 : 0)),
);

const FILLERS = "aeiouyh' -";
const filler = (code: FindingCode, cost: number): Edge => ({
  ...edge("derived", 1, [code], cost),
  stays: true,
});
const ROMANISATION_FILLER = filler("CONTENT_SCRIPT_TRANSLITERATED", COSTS.romanisationFiller);
const EDGE_BLANK = filler("CONTENT_WHITESPACE_NORMALIZED", COSTS.blanksNormalized);

function lastNonBlank(text: string): number {
  let end = text.length;
  while (end > 0 && isBlank(text[end - 1] ?? "")) end--;
  return end;
}
const INVISIBLE_FILLERS = new Map<FindingCode, Edge>(
  (["CONTENT_INVISIBLE_CHANGED", "CONTENT_JOINER_CHANGED", "CONTENT_BIDI_CONTROLS_ADDED"] as const).map(
    (code) => [code, filler(code, COSTS.invisibleAdded)],
  ),
);

/** Edges of outcomes, kept per index of a character: indices are cached and so live long. */
const EDGES = new WeakMap<ReadonlyMap<number, readonly Outcome[]>, ReadonlyMap<number, readonly Edge[]>>();

function edgesByUnit(
  outcomes: ReadonlyMap<number, readonly Outcome[]>,
): ReadonlyMap<number, readonly Edge[]> {
  let edges = EDGES.get(outcomes);
  if (edges === undefined) {
    edges = new Map([...outcomes].map(([unit, list]) => [unit, list.map(asEdge)]));
    EDGES.set(outcomes, edges);
  }
  return edges;
}

const asEdge = (outcome: Outcome): Edge => ({
  ...outcome,
  kind: outcome.codes.length === 0 ? "kept" : "derived",
  length: outcome.text.length,
  stays: false,
});

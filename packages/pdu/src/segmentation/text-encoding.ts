import type { NationalLanguage } from "../user-data-header.ts";
import type { TextAlphabet } from "./part-capacity.ts";
import type { UnitCost } from "./part-cut.ts";
import {
  countClasses,
  LAST_LANGUAGE,
  lockingBit,
  singleBits,
  tableClasses,
  tablesOfUnit,
} from "./shift-tables.ts";

/** How a text is encoded: the alphabet, and which of its tables a national language replaces. */
export type EncodingName =
  | "gsm7-default"
  | "gsm7-single-shift"
  | "gsm7-locking-shift"
  | "gsm7-locking-and-single-shift"
  | "ucs2";

/** One way to encode a text as a whole. */
export interface TextEncoding {
  readonly name: EncodingName;
  readonly alphabet: TextAlphabet;
  readonly nationalLanguage: NationalLanguage | null;
  /** Septets, or UTF-16 code units. */
  readonly units: number;
  readonly cost: UnitCost;
  /** Among equals the lowest wins: what more handsets read. */
  readonly rank: number;
}

/** A text in UCS-2, which holds every text: lone surrogates too. */
export function ucs2Encoding(text: string): TextEncoding {
  return { name: "ucs2", alphabet: "ucs2", nationalLanguage: null, units: text.length, cost: null, rank: 1 };
}

/**
 * The ways to write a text in GSM 7-bit, for each locking shift table the cheapest single shift table. Septets
 * depend on the locking table alone: whatever it lacks takes two. So the single shift table is the default one where
 * that does, which needs no element; else the same language's, else any.
 */
export function gsm7Encodings(text: string, languages: readonly number[]): readonly TextEncoding[] {
  const counts = countClasses(text);
  if (counts === null) return [];
  const { tablesOf } = tableClasses();
  const allowed = languages.reduce((bits, language) => bits | lockingBit(language), 1);
  const encodings: TextEncoding[] = [];
  for (let locking = 0; locking <= LAST_LANGUAGE; locking++) {
    const bit = lockingBit(locking);
    if ((allowed & bit) === 0 || !tablesOf.some((tables) => (tables & bit) !== 0)) continue;
    let escapes = 0;
    let singles = allowed;
    for (const [known, count] of counts.entries()) {
      const tables = tablesOf[known] ?? 0;
      if (count === 0 || (tables & bit) !== 0) continue;
      escapes += count;
      singles &= singleBits(tables);
    }
    if (singles === 0) continue;
    const single =
      (singles & 1) !== 0 ? 0 : (singles >> locking) & 1 ? locking : 31 - Math.clz32(singles & -singles);
    encodings.push(gsm7Encoding(locking, single, text.length + escapes, escapes > 0));
  }
  return encodings;
}

function gsm7Encoding(locking: number, single: number, units: number, escapes: boolean): TextEncoding {
  const bit = lockingBit(locking);
  const [name, rank]: readonly [EncodingName, number] =
    locking === 0
      ? single === 0
        ? ["gsm7-default", 0]
        : ["gsm7-single-shift", 2]
      : single === 0
        ? ["gsm7-locking-shift", 3]
        : ["gsm7-locking-and-single-shift", single === locking ? 4 : 5];
  return {
    name,
    alphabet: "gsm7",
    nationalLanguage: rank === 0 ? null : { locking: locking || null, single: single || null },
    units,
    cost: escapes ? (unit) => ((tablesOfUnit(unit) & bit) === 0 ? 2 : 1) : null,
    rank,
  };
}

import { ALPHABETS } from "./alphabets.generated.ts";

/** The code that announces the single shift table. */
export const ESCAPE = 0x1b;

/** One locking and one single shift table as UTF-16 code units by septet, 0 where a code is undefined. */
export interface Alphabet7 {
  readonly locking: Uint16Array;
  readonly single: Uint16Array;
}

/** Which national language tables apply (3GPP TS 23.038, annex A); null or absent is the default alphabet. */
export interface LanguageTables {
  readonly locking?: number | null;
  readonly single?: number | null;
}

const units = (table: string): Uint16Array => Uint16Array.from(table, (character) => character.charCodeAt(0));

const DEFAULT_LOCKING = units(ALPHABETS[0]?.locking ?? "");
const DEFAULT_SINGLE = units(ALPHABETS[0]?.single ?? "");

const LOCKING: readonly Uint16Array[] = ALPHABETS.map(({ locking }) =>
  locking === null ? DEFAULT_LOCKING : units(locking),
);
const SINGLE: readonly Uint16Array[] = ALPHABETS.map(({ single }) =>
  single === null ? DEFAULT_SINGLE : units(single),
);

/** The alphabet without any national table. */
export const DEFAULT_ALPHABET: Alphabet7 = { locking: DEFAULT_LOCKING, single: DEFAULT_SINGLE };

/** The tables of these languages; the default table where a language is unknown or has none of its own. */
export function alphabetOf(tables: LanguageTables | null | undefined): Alphabet7 {
  if (!tables?.locking && !tables?.single) return DEFAULT_ALPHABET;
  return {
    locking: LOCKING[tables.locking ?? 0] ?? DEFAULT_LOCKING,
    single: SINGLE[tables.single ?? 0] ?? DEFAULT_SINGLE,
  };
}

/** Whether there is such a locking or single shift table (3GPP TS 23.038, 6.2.1.2.4). */
export function hasTable(kind: "locking" | "single", language: number): boolean {
  return typeof ALPHABETS[language]?.[kind] === "string";
}

/** The name of a national language, null where the identifier is reserved. */
export function languageName(language: number): string | null {
  return ALPHABETS[language]?.name ?? null;
}

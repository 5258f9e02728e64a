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

/** The units of a generated table, each back in its own block. */
function unitsOf(table: string, block: number): Uint16Array {
  return Uint16Array.from(table, (character) => {
    const unit = character.charCodeAt(0);
    return unit >> 8 === 1 ? unit - 0x100 + block : unit;
  });
}

function tables(kind: "locking" | "single"): readonly (Uint16Array | null)[] {
  return ALPHABETS.map(({ block, [kind]: table }) => (table === null ? null : unitsOf(table, block)));
}

const LOCKING = tables("locking");
const SINGLE = tables("single");
const DEFAULT_LOCKING = LOCKING[0] ?? new Uint16Array(128);
const DEFAULT_SINGLE = SINGLE[0] ?? new Uint16Array(128);

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

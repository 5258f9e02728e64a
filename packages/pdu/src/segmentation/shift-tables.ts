import { alphabetOf, hasTable } from "../gsm7/alphabet.ts";

/** The highest national language identifier that has tables; 0 is the default alphabet (3GPP TS 23.038, 6.2.1.2.4). */
export const LAST_LANGUAGE = 13;

const FIRST_SINGLE_BIT = LAST_LANGUAGE + 1;

/** The bit that says that the locking shift table of a language holds a character. */
export function lockingBit(language: number): number {
  return 1 << language;
}

/** The bits of the single shift tables, moved down: bit n is the table of language n. */
export function singleBits(tables: number): number {
  return tables >> FIRST_SINGLE_BIT;
}

/**
 * Which tables hold which character. Characters that stand in the same tables are one class, of which there are
 * few: counting a text by class answers for all tables at once.
 */
export interface TableClasses {
  /** Class by UTF-16 code unit; 0, and all units beyond the end, are in no table. */
  readonly classOf: Uint8Array;
  /** The tables of a class, as bits. */
  readonly tablesOf: readonly number[];
}

let classes: TableClasses | undefined;

/** Which tables hold which character; made at the first use, so that a program that only decodes does not pay. */
export function tableClasses(): TableClasses {
  classes ??= makeClasses();
  return classes;
}

function makeClasses(): TableClasses {
  const tables = new Map<number, number>();
  const add = (units: Uint16Array, bit: number): void => {
    for (const unit of units) if (unit !== 0) tables.set(unit, (tables.get(unit) ?? 0) | bit);
  };
  for (let language = 0; language <= LAST_LANGUAGE; language++) {
    const { locking, single } = alphabetOf({ locking: language, single: language });
    if (hasTable("locking", language)) add(locking, lockingBit(language));
    if (hasTable("single", language)) add(single, lockingBit(language + FIRST_SINGLE_BIT));
  }
  const classOf = new Uint8Array(Math.max(...tables.keys()) + 1);
  const tablesOf = [0];
  for (const [unit, bits] of tables) {
    const known = tablesOf.indexOf(bits);
    classOf[unit] = known >= 0 ? known : tablesOf.push(bits) - 1;
  }
  return { classOf, tablesOf };
}

/** How many characters of each class a text has; null when one is in no table at all. */
export function countClasses(text: string): Uint32Array | null {
  const { classOf, tablesOf } = tableClasses();
  const counts = new Uint32Array(tablesOf.length);
  for (let i = 0; i < text.length; i++) {
    const known = classOf[text.charCodeAt(i)];
    if (!known) return null;
    counts[known] = (counts[known] ?? 0) + 1;
  }
  return counts;
}

/** The tables that hold a character, as bits. */
export function tablesOfUnit(unit: number): number {
  const { classOf, tablesOf } = tableClasses();
  return tablesOf[classOf[unit] ?? 0] ?? 0;
}

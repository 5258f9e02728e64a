import { type Alphabet7, alphabetOf, ESCAPE, type LanguageTables } from "./alphabet.ts";

/**
 * What was odd about a septet: an undefined code, an escape with nothing behind it, or an escape where an encoder
 * would write other septets.
 */
export type SeptetOddity = "undefined" | "lone-escape" | "needless-escape";

/** Characters that are named at once as arguments: well below any engine's limit. */
const CHUNK = 1024;

/** The text of code units, in pieces where it is long. */
export function textOf(units: readonly number[]): string {
  if (units.length <= CHUNK) return String.fromCharCode.apply(null, units as number[]);
  let text = "";
  for (let i = 0; i < units.length; i += CHUNK)
    text += String.fromCharCode.apply(null, units.slice(i, i + CHUNK));
  return text;
}

/**
 * Text out of septets (3GPP TS 23.038, 6.2.1). An escape before a code that the single shift table leaves
 * undefined gives the character of the locking table; two escapes give one space; an undefined code a space.
 */
export function decodeSeptets(
  septets: Uint8Array,
  { locking, single }: Alphabet7,
  onOddity?: (oddity: SeptetOddity, index: number) => void,
): string {
  const units: number[] = [];
  for (let i = 0; i < septets.length; i++) {
    const code = septets[i] ?? 0;
    let unit = locking[code] ?? 0;
    if (code === ESCAPE) {
      i += 1;
      const shifted = septets[i];
      if (shifted === undefined) {
        onOddity?.("lone-escape", i - 1);
        break;
      }
      const special = shifted === ESCAPE ? 0 : (single[shifted] ?? 0);
      if (codesOf(single).get(special) !== shifted || codesOf(locking).has(special))
        onOddity?.("needless-escape", i - 1);
      unit = shifted === ESCAPE ? 0x20 : special || (locking[shifted] ?? 0);
    }
    if (unit === 0) {
      onOddity?.("undefined", i);
      unit = 0x20;
    }
    units.push(unit);
  }
  return textOf(units);
}

/** `decodeSeptets` by language identifiers. Throws nothing. */
export function decode(septets: Uint8Array, tables?: LanguageTables | null): string {
  return decodeSeptets(septets, alphabetOf(tables));
}

const REVERSED = new WeakMap<Uint16Array, ReadonlyMap<number, number>>();

/** Code unit to septet for one table, the lowest code where a character stands twice. */
export function codesOf(table: Uint16Array): ReadonlyMap<number, number> {
  let codes = REVERSED.get(table);
  if (codes === undefined) {
    const reversed = new Map<number, number>();
    table.forEach((unit, code) => {
      if (unit !== 0 && !reversed.has(unit)) reversed.set(unit, code);
    });
    REVERSED.set(table, reversed);
    codes = reversed;
  }
  return codes;
}

/** Septets of a text, escapes included; null when a character is in neither table. */
export function encode(text: string, tables?: LanguageTables | null): Uint8Array | null {
  const alphabet = alphabetOf(tables);
  const locking = codesOf(alphabet.locking);
  const single = codesOf(alphabet.single);
  const septets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const code = locking.get(unit);
    if (code !== undefined) septets.push(code);
    else {
      const shifted = single.get(unit);
      if (shifted === undefined) return null;
      septets.push(ESCAPE, shifted);
    }
  }
  return Uint8Array.from(septets);
}

import { lockingBit, singleBits, tablesOfUnit } from "./shift-tables.ts";

/** One replacement that was made. */
export interface Replacement {
  /** Where it stood in the text as given, in UTF-16 code units. */
  readonly index: number;
  readonly from: string;
  /** What stands in its place; empty for an invisible character. */
  readonly to: string;
}

/**
 * What typographic characters become: replacement, then the characters. From Unicode CLDR's transform Latin-ASCII
 * (https://github.com/unicode-org/cldr, common/transforms/Latin-ASCII.xml), which leaves letters alone here, and
 * NFKC for the spaces and the trade mark sign that it lacks. Quotation marks all become `"` or `'`, also the low and
 * angled ones; bullets become `-`; invisible format characters nothing; a tab one space.
 */
export const TYPOGRAPHIC: readonly (readonly [to: string, from: string])[] = [
  [
    "'",
    "\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u02b9\u02bb\u02bc\u02bd\u02c8\u02ca\u02cb\u00b4`\uff07",
  ],
  ['"', "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u02ba\u02ee\u301d\u301e\uff02"],
  ["-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u02d7\u2022\u2043\ufe58\ufe63\uff0d"],
  [" ", "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"],
  ["\n", "\u2028\u2029\u0085"],
  ["", "\u00ad\u200b\u200e\u202a\u202c\u2060\ufe0e\ufe0f\ufeff"],
  ["...", "\u2026"],
  ["..", "\u2025"],
  [".", "\u2024"],
  ["!!", "\u203c"],
  ["/", "\u2044\u2215"],
  ["*", "\u204e\u2217"],
  ["~", "\u02dc\u223c"],
  ["^", "\u02c6"],
  ["<-", "\u2190"],
  ["->", "\u2192"],
  ["(C)", "\u00a9"],
  ["(R)", "\u00ae"],
  ["TM", "\u2122"],
  ["ff", "\ufb00"],
  ["fi", "\ufb01"],
  ["fl", "\ufb02"],
  ["ffi", "\ufb03"],
  ["ffl", "\ufb04"],
];

/** The table, turned round. */
interface Replaceable {
  readonly replacementOf: ReadonlyMap<string, string>;
  /** A letter with combining marks behind it, or one of the characters. */
  readonly pattern: RegExp;
}

let replaceable: Replaceable | undefined;

function makeReplaceable(): Replaceable {
  const replacementOf = new Map<string, string>();
  for (const [to, characters] of TYPOGRAPHIC) for (const from of characters) replacementOf.set(from, to);
  const characters = [...replacementOf.keys()].join("");
  return { replacementOf, pattern: new RegExp(`[^\\u0300-\\u036f][\\u0300-\\u036f]+|[${characters}]`, "g") };
}

/**
 * Replaces the typographic characters that no table of these languages and of the default alphabet holds, and
 * composes letters with the marks behind them (NFC), since no table holds a combining diacritic. Says what was
 * replaced.
 */
export function replaceTypographic(
  text: string,
  languages: readonly number[],
): { readonly text: string; readonly replacements: readonly Replacement[] } {
  replaceable ??= makeReplaceable();
  const { replacementOf, pattern } = replaceable;
  const replacements: Replacement[] = [];
  const replaced = text.replace(pattern, (from, index: number) => {
    const to =
      from.length > 1 ? from.normalize("NFC") : isHeld(from, languages) ? from : replacementOf.get(from);
    if (to === undefined || to === from) return from;
    replacements.push({ index, from, to });
    return to;
  });
  return { text: replaced, replacements };
}

function isHeld(character: string, languages: readonly number[]): boolean {
  const tables = tablesOfUnit(character.charCodeAt(0));
  return [0, ...languages].some((language) => ((tables | singleBits(tables)) & lockingBit(language)) !== 0);
}

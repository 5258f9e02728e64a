/** Scripts that are told apart here; every other letter is `other`. */
export type Script =
  | "latin"
  | "greek"
  | "cyrillic"
  | "armenian"
  | "georgian"
  | "hebrew"
  | "arabic"
  | "indic"
  | "thai"
  | "khmer"
  | "myanmar"
  | "ethiopic"
  | "hangul"
  | "kana"
  | "han"
  | "other";

type Range = readonly [from: number, to: number, script: Script];

/** Blocks by Unicode 17; letters and marks outside them are `other`. */
const RANGES: readonly Range[] = [
  [0x41, 0x24f, "latin"],
  [0x250, 0x2af, "latin"],
  [0x370, 0x3ff, "greek"],
  [0x400, 0x52f, "cyrillic"],
  [0x530, 0x58f, "armenian"],
  [0x590, 0x5ff, "hebrew"],
  [0x600, 0x6ff, "arabic"],
  [0x750, 0x77f, "arabic"],
  [0x8a0, 0x8ff, "arabic"],
  [0x900, 0xdff, "indic"],
  [0xe00, 0xeff, "thai"],
  [0x1000, 0x109f, "myanmar"],
  [0x10a0, 0x10ff, "georgian"],
  [0x1100, 0x11ff, "hangul"],
  [0x1200, 0x139f, "ethiopic"],
  [0x1780, 0x17ff, "khmer"],
  [0x1c80, 0x1c8f, "cyrillic"],
  [0x1e00, 0x1eff, "latin"],
  [0x1f00, 0x1fff, "greek"],
  [0x2de0, 0x2dff, "cyrillic"],
  [0x3041, 0x30ff, "kana"],
  [0x3130, 0x318f, "hangul"],
  [0x31f0, 0x31ff, "kana"],
  [0x3400, 0x4dbf, "han"],
  [0x4e00, 0x9fff, "han"],
  [0xac00, 0xd7ff, "hangul"],
  [0xf900, 0xfaff, "han"],
  [0xfb1d, 0xfb4f, "hebrew"],
  [0xfb50, 0xfdff, "arabic"],
  [0xfe70, 0xfefe, "arabic"],
  [0xff66, 0xff9f, "kana"],
  [0x20000, 0x323af, "han"],
];

const LETTER_OR_MARK = /^[\p{L}\p{M}]$/u;

const SCRIPTS = new Map<string, Script | null>();

/** The script of a letter or mark, null for everything else. */
export function scriptOf(character: string): Script | null {
  let script = SCRIPTS.get(character);
  if (script === undefined) {
    script = findScript(character);
    if (SCRIPTS.size < 20_000) SCRIPTS.set(character, script);
  }
  return script;
}

function findScript(character: string): Script | null {
  if (!LETTER_OR_MARK.test(character)) return null;
  const codePoint = character.codePointAt(0) ?? 0;
  return RANGES.find(([from, to]) => codePoint >= from && codePoint <= to)?.[2] ?? "other";
}

/** Scripts in which words stand side by side without blanks. */
export const UNSPACED: ReadonlySet<Script> = new Set<Script>(["han", "kana", "thai", "khmer", "myanmar"]);

/** How many letters and marks of each script a text has. */
export function countScripts(text: string): ReadonlyMap<Script, number> {
  const counts = new Map<Script, number>();
  for (const character of text) {
    const script = scriptOf(character);
    if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return counts;
}

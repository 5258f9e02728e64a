import han from "../data/han-readings.generated.json" with { type: "json" };
import hangul from "../data/hangul.json" with { type: "json" };
import readings from "../data/letter-readings.generated.json" with { type: "json" };
import romanisation from "../data/romanisation.json" with { type: "json" };
import { type Script, scriptOf } from "../text/scripts.ts";
import type { CharacterModel, Outcome } from "./character-model.ts";

const LETTERS = new Map<string, readonly string[]>(Object.entries(romanisation.letters));
const READINGS = new Map<string, string>(Object.entries(readings.letters));
const SYLLABLES = han.syllables.split(" ");

const romanised = (text: string, cost: number): Outcome => ({
  text,
  codes: ["CONTENT_SCRIPT_TRANSLITERATED"],
  cost,
  folded: true,
});

/** Letters of other scripts written in Latin, under any of the usual systems. */
export const romanise: CharacterModel = {
  name: "romanisation",
  outcomes(character) {
    // A letter may carry a nukta or another mark of its own.
    const script = scriptOf(String.fromCodePoint(character.codePointAt(0) ?? 0));
    if (script === null || script === "latin") return [];
    const outcomes: Outcome[] = [];
    for (const [index, text] of spellings(character, script).entries())
      if (text !== "") outcomes.push(romanised(text, index === 0 ? 2 : 3));
    for (const text of exchanged(outcomes)) outcomes.push(romanised(text, 7));
    outcomes.push(romanised("", isSoft(character, script) ? 3 : 14));
    return outcomes;
  },
};

function spellings(character: string, script: Script): readonly string[] {
  if (script === "han") return [syllableOf(character)];
  if (script === "hangul") return hangulSpellings(character);
  const lower = character.toLowerCase().normalize("NFC");
  const bare = lower.normalize("NFD").replace(/\p{M}/gu, "");
  const listed = LETTERS.get(lower) ?? LETTERS.get(bare);
  const reading = READINGS.get(lower) ?? READINGS.get(bare);
  return [
    ...new Set([...(listed ?? []), ...(reading === undefined ? [] : [reading, reading.replaceAll("'", "")])]),
  ];
}

/** The commonest Mandarin reading of an ideograph, without tone. */
function syllableOf(character: string): string {
  const index = ((character.codePointAt(0) ?? 0) - han.first) * 2;
  const code = index < 0 ? "" : han.indices.slice(index, index + 2);
  return code === "" ? "" : (SYLLABLES[Number.parseInt(code, 36)] ?? "");
}

function hangulSpellings(character: string): readonly string[] {
  const index = (character.codePointAt(0) ?? 0) - 0xac00;
  if (index < 0 || index >= 11_172) return [];
  const options = (list: readonly string[], at: number): readonly string[] => (list[at] ?? "").split(" ");
  const initials = options(hangul.initials, Math.floor(index / 588));
  const vowels = options(hangul.vowels, Math.floor((index % 588) / 28));
  const finals = options(hangul.finals, index % 28);
  return initials.flatMap((initial) =>
    vowels.flatMap((vowel) => finals.map((final) => initial + vowel + final)),
  );
}

/** Readings of one letter, with a letter that romanisations exchange for it. */
function exchanged(outcomes: readonly Outcome[]): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { text } of outcomes)
    if (text.length === 1)
      for (const group of romanisation.sounds.groups)
        if (group.includes(text)) for (const other of group) texts.add(other);
  for (const { text } of outcomes) texts.delete(text);
  return texts;
}

/** Signs and half-silent letters that a romanisation may leave out. */
export function isSoft(character: string, script: Script): boolean {
  if (/^\p{M}$/u.test(character)) return true;
  if (script === "thai" || script === "khmer") return /^[\u0e2d\u0e2f-\u0e4e\u17b4-\u17d3]$/u.test(character);
  // A long vowel is one letter with a macron, or no letter more.
  if (script === "kana") return /^[アイウエオあいうえおーッっ]$/u.test(character);
  return LETTERS.get(character.toLowerCase())?.includes("") ?? false;
}

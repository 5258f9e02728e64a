import symbols from "../data/symbols.json" with { type: "json" };
import type { CharacterModel, Outcome } from "./character-model.ts";

const FORMS = new Map<string, readonly string[]>(Object.entries(symbols.forms));

const LETTER_OR_DIGIT = /[\p{L}\p{Nd}\p{M}]/u;
const KANA = /[\u3041-\u30ff\uff66-\uff9f]/u;

/** Every symbol that stands for a plainer one, turned round. */
const FANCY = new Map<string, string[]>();
for (const [fancy, [plain]] of FORMS)
  if (plain !== undefined && plain.length === 1 && /[^\p{L}\p{N}]/u.test(plain))
    FANCY.set(plain, [...(FANCY.get(plain) ?? []), fancy]);

/**
 * Punctuation and symbols in their ASCII or GSM form ("smart encoding"), full-width and other compatibility forms
 * in their plain one. The way back, from plain to fancy, is dearer.
 */
export const plainSymbols: CharacterModel = {
  name: "symbols simplified",
  outcomes(character) {
    const outcomes: Outcome[] = (FORMS.get(character) ?? []).map((text, index) =>
      simplified(text, index === 0 ? 3 : 4),
    );
    const compatible = character.normalize("NFKC");
    if (compatible !== character.normalize("NFC") && !isDigit(character))
      outcomes.push(simplified(compatible, 3));
    for (const text of FANCY.get(character) ?? []) outcomes.push(simplified(text, 6));
    const code = character.codePointAt(0) ?? 0;
    // A letter turned full-width is a look-alike; punctuation turned full-width is typography.
    if (code > 0x20 && code < 0x7f && !LETTER_OR_DIGIT.test(character))
      outcomes.push(simplified(String.fromCharCode(code + 0xfee0), 6));
    if (KANA.test(character)) outcomes.push(...otherWidth(character));
    return outcomes.filter(({ text }) => text !== character);
  },
};

const simplified = (text: string, cost: number): Outcome => ({
  text,
  codes: ["CONTENT_SYMBOLS_SIMPLIFIED"],
  cost,
});
const isDigit = (character: string): boolean => /^\p{Nd}$/u.test(character);

const HALF_WIDTH = new Map<string, string>();
for (let code = 0xff61; code <= 0xff9f; code++) {
  const half = String.fromCharCode(code);
  HALF_WIDTH.set(half.normalize("NFKC"), half);
}

/** Katakana squeezed to half width: voiced letters become two characters. */
function otherWidth(character: string): readonly Outcome[] {
  const half = [...character.normalize("NFD")].map((part) => HALF_WIDTH.get(part) ?? part).join("");
  return half === character.normalize("NFD") ? [] : [simplified(half, 3)];
}

import type { CharacterModel, Outcome } from "./character-model.ts";

/** Blocks with letters that NFC takes apart and never puts together again (Unicode composition exclusions). */
const EXCLUDED_BLOCKS = [
  [0x0958, 0x095f],
  [0x09dc, 0x09df],
  [0x0a33, 0x0a5e],
  [0x0b5c, 0x0b5d],
  [0x0f43, 0x0fb9],
  [0xfb1d, 0xfb4e],
] as const;

const EXCLUDED = new Map<string, string>();
for (const [from, to] of EXCLUDED_BLOCKS)
  for (let codePoint = from; codePoint <= to; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    if (character.normalize("NFC") !== character) EXCLUDED.set(character.normalize("NFD"), character);
  }

/** Another canonical form of the same character: NFC, NFD, and the single letters that NFC takes apart. */
export const canonical: CharacterModel = {
  name: "canonical equivalence",
  outcomes(character) {
    const decomposed = character.normalize("NFD");
    const forms = new Set([character.normalize("NFC"), decomposed, EXCLUDED.get(decomposed) ?? character]);
    const outcomes: Outcome[] = [];
    for (const text of forms)
      if (text !== character) outcomes.push({ text, codes: ["CONTENT_UNICODE_NORMALIZED"], cost: 1 });
    return outcomes;
  },
};

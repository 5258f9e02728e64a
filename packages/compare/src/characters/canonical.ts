import type { CharacterModel, Outcome } from "./character-model.ts";

/** Another canonical form of the same character: NFC and NFD. */
export const canonical: CharacterModel = {
  name: "canonical equivalence",
  outcomes(character) {
    const outcomes: Outcome[] = [];
    for (const form of ["NFC", "NFD"] as const) {
      const text = character.normalize(form);
      if (text !== character) outcomes.push({ text, codes: ["CONTENT_UNICODE_NORMALIZED"], cost: 1 });
    }
    return outcomes;
  },
};

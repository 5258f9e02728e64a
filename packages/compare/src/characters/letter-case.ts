import type { CharacterModel, Outcome } from "./character-model.ts";

/** Upper, lower and title case, the Turkish dotted and dotless i included. */
export const letterCase: CharacterModel = {
  name: "letter case",
  outcomes(character) {
    const forms = new Set([
      character.toUpperCase(),
      character.toLowerCase(),
      character.toLocaleUpperCase("tr"),
      character.toLocaleLowerCase("tr"),
    ]);
    if (character === "σ" || character === "Σ") forms.add("ς");
    if (character === "ς") forms.add("σ");
    const outcomes: Outcome[] = [];
    for (const text of forms)
      if (text !== character) outcomes.push({ text, codes: ["CONTENT_CASE_CHANGED"], cost: 2 });
    return outcomes;
  },
};

import type { CharacterModel } from "./character-model.ts";

/**
 * GSM 7-bit writes fourteen Greek capitals with the Latin capitals that look the same and has only the other ten
 * as letters of their own (3GPP TS 23.038, 6.2.1).
 */
const FOLD = new Map(
  [..."ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"].map((greek, index) => [greek, "ABEZHIKMNOPTYX"[index] ?? greek] as const),
);

/** Whether GSM 7-bit writes this Greek capital as a Latin one. */
export const foldsToLatin = (character: string): boolean => FOLD.has(character);

export const greekFold: CharacterModel = {
  name: "GSM fold of Greek capitals",
  outcomes(character) {
    const text = FOLD.get(character);
    return text === undefined ? [] : [{ text, codes: ["CONTENT_LOOKALIKE_FOLD"], cost: 1 }];
  },
};

import type { FindingCode } from "../result/finding-codes.ts";
import { isBidiControl, isHarmlessInvisible, isJoiner } from "../text/invisibles.ts";
import type { CharacterModel } from "./character-model.ts";

/** What an invisible character means that was put in. */
export function codeOfAdded(character: string): FindingCode | null {
  if (isHarmlessInvisible(character)) return "CONTENT_INVISIBLE_CHANGED";
  if (isJoiner(character)) return "CONTENT_JOINER_CHANGED";
  return isBidiControl(character) ? "CONTENT_BIDI_CONTROLS_ADDED" : null;
}

/** Characters that show nothing, lost. The closed list is harmless, joiners are not, lost controls are lost characters. */
export const invisible: CharacterModel = {
  name: "invisible characters",
  outcomes(character) {
    if (isHarmlessInvisible(character)) return [{ text: "", codes: ["CONTENT_INVISIBLE_CHANGED"], cost: 1 }];
    if (isJoiner(character)) return [{ text: "", codes: ["CONTENT_JOINER_CHANGED"], cost: 3 }];
    if (isBidiControl(character)) return [{ text: "", codes: ["CONTENT_CHARS_DROPPED"], cost: 3 }];
    return [];
  },
};

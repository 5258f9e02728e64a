import { isBlank } from "../text/blanks.ts";
import { isEmoji } from "../text/emoji.ts";
import { isInvisible } from "../text/invisibles.ts";
import type { CharacterModel, Outcome } from "./character-model.ts";

/** Stand-ins for a character that could not be shown, the common ones first. */
const STAND_INS: readonly (readonly [text: string, cost: number])[] = [
  ["?", 5],
  ["\ufffd", 5],
  ["□", 5],
  ["▯", 8],
  ["〓", 8],
  ["■", 9],
  ["▢", 9],
  ["☐", 9],
  ["⬜", 9],
  ["\u001a", 9],
  ["¿", 9],
  ["_", 10],
  [" ", 11],
  [".", 12],
  ["-", 13],
  ["??", 17],
  ["\ufffd\ufffd", 17],
  ["???", 18],
  ["\ufffd\ufffd\ufffd", 18],
];

/** The same as single signs: what stands for an emoji is one of them, as often as the emoji has units or octets. */
export const STAND_IN_SIGNS: readonly string[] = STAND_INS.map(([text]) => text).filter(
  ({ length }) => length === 1,
);

/** ASCII that GSM 7-bit has in its extension table or under another code: it gets lost as other alphabets do. */
const FRAGILE_ASCII = "@$_[]{}^~\\|`";

/** Whether networks lose such a character at all: letters and digits of ASCII always arrive. */
function isFragile(character: string): boolean {
  return (character.codePointAt(0) ?? 0) > 0x7f || FRAGILE_ASCII.includes(character);
}

/** `?`, a box or U+FFFD in place of a character. */
export const standIns: CharacterModel = {
  name: "stand-ins",
  outcomes(character) {
    if (!isFragile(character) || isEmoji(character) || isInvisible(character) || isBlank(character))
      return [];
    const outcomes: Outcome[] = STAND_INS.map(([text, cost]) => ({
      text,
      codes: ["CONTENT_PLACEHOLDER_CHARS"],
      cost,
    }));
    return outcomes.filter(({ text }) => text !== character);
  },
};

/** A character that could not be written and was left out. */
export const leftOut: CharacterModel = {
  name: "left out",
  outcomes(character) {
    if (isEmoji(character) || !isFragile(character) || isInvisible(character) || isBlank(character))
      return [];
    return [{ text: "", codes: ["CONTENT_CHARS_DROPPED"], cost: 10 }];
  },
};

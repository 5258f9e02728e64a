import { isEmoji } from "../text/emoji.ts";
import type { CharacterModel, Outcome } from "./character-model.ts";
import { STAND_IN_SIGNS } from "./stand-ins.ts";

const lost = (text: string, cost: number): Outcome => ({ text, codes: ["CONTENT_EMOJI_LOST"], cost });
const changed = (text: string, cost: number): Outcome => ({ text, codes: ["CONTENT_EMOJI_CHANGED"], cost });

/** Emoticons that gateways write for the commonest faces. */
const FACES = [":)", ":-)", ":D", ":-D", ":(", ":-(", ";)", ";-)", "<3", ":P", ":*", ":o"];

/** Emoji that vanish, become stand-ins, or come through as another emoji. */
export const emoji: CharacterModel = {
  name: "emoji",
  outcomes(character) {
    if (!isEmoji(character)) return [];
    const outcomes: Outcome[] = [lost("", 6)];
    const plain = character.replace(/[\ufe0e\ufe0f]/gu, "");
    if (plain !== character) outcomes.push({ text: plain, codes: ["CONTENT_INVISIBLE_CHANGED"], cost: 1 });
    else outcomes.push({ text: `${character}\ufe0f`, codes: ["CONTENT_INVISIBLE_CHANGED"], cost: 1 });
    const units = character.length;
    const codePoints = [...character].length;
    const octets = new Set([1, units, codePoints, codePoints * 4, plain.length, [...plain].length]);
    for (const standIn of STAND_IN_SIGNS)
      for (const times of octets) outcomes.push(lost(standIn.repeat(times), 6 + (times === 1 ? 1 : 0)));
    for (const face of FACES) outcomes.push(lost(face, 8));
    outcomes.push(...reduced(character));
    return outcomes;
  },
};

/** Skin tone lost, joiner lost so that a family stands apart, only one member left, half a surrogate pair left. */
function reduced(character: string): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const add = (text: string): void => {
    if (text !== "" && text !== character) outcomes.push(changed(text, 5));
  };
  const withoutTone = character.replace(/\p{Emoji_Modifier}/gu, "");
  add(withoutTone);
  add(withoutTone.replace(/\ufe0f/gu, ""));
  add(character.replaceAll("\u200d", ""));
  add(character.replace(/[\u200d\ufe0f]/gu, ""));
  const members = character.split("\u200d");
  for (let length = 1; length < members.length; length++) add(members.slice(0, length).join("\u200d"));
  for (const member of members) {
    add(member);
    add(member.replace(/\ufe0f/gu, ""));
    add(member.replace(/\p{Emoji_Modifier}/gu, ""));
  }
  for (const codePoint of character) {
    add(codePoint);
    if (codePoint.length === 2) {
      add(codePoint.charAt(0));
      add(codePoint.charAt(1));
    }
  }
  for (const tone of ["🏻", "🏼", "🏽", "🏾", "🏿"]) add(withoutTone + tone);
  return outcomes;
}

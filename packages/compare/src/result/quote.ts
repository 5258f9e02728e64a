const LONGEST = 40;

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]|[^\S ]/u;

/** A text in quotation marks for a sentence: short, on one line, and with everything that shows nothing by its number. */
export function quote(text: string): string {
  const characters = [...text];
  const shown = characters
    .slice(0, LONGEST)
    .map((character) => (UNSEEN.test(character) ? `<${codePointOf(character)}>` : character));
  return `"${shown.join("")}${characters.length > LONGEST ? "…" : ""}"`;
}

/** `U+00E9`. */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

import { onText } from "./on-text.ts";
import type { Route } from "./route.ts";

/** The text in capitals. */
export const upperCased = (): Route =>
  onText("upperCased", [], ["CONTENT_CASE_CHANGED"], (text) => text.toUpperCase());

/** Only the first `length` characters are left. */
export const truncated = (length: number): Route =>
  onText("truncated", [length], ["CONTENT_TRUNCATED"], (text) => [...text].slice(0, length).join(""));

/** Something stands in front of the text. */
export const prefixed = (prefix: string): Route =>
  onText("prefixed", [prefix], ["CONTENT_PREFIX_ADDED"], (text) => prefix + text);

/** Something stands behind the text. */
export const suffixed = (suffix: string): Route =>
  onText("suffixed", [suffix], ["CONTENT_SUFFIX_ADDED"], (text) => text + suffix);

/** Something stands in the middle, at the blank nearest to it. */
export const inserted = (words: string): Route =>
  onText("inserted", [words], ["CONTENT_INSERTED"], (text) => {
    const middle = text.indexOf(" ", Math.floor(text.length / 2));
    return middle < 0 ? `${text} ${words}` : `${text.slice(0, middle)} ${words}${text.slice(middle)}`;
  });

/** A word is swapped for another. */
export const wordReplaced = (word: string, by: string): Route =>
  onText("wordReplaced", [word, by], ["CONTENT_WORDS_SUBSTITUTED"], (text) =>
    text.replaceAll(word, () => by),
  );

/** A word is gone, with the blank in front of it. */
export const wordRemoved = (word: string): Route =>
  onText("wordRemoved", [word], ["CONTENT_WORDS_REMOVED"], (text) =>
    text.replaceAll(` ${word}`, "").replaceAll(word, ""),
  );

/** A word is starred out. */
export const wordMasked = (word: string): Route =>
  onText("wordMasked", [word], ["CONTENT_WORDS_MASKED"], (text) =>
    text.replaceAll(word, "*".repeat([...word].length)),
  );

/** The last digit of the first number that is not the code counts one more. */
export const numberChanged = (): Route =>
  onText("numberChanged", [], ["CONTENT_NUMBER_CHANGED"], (text, { testText }) => {
    const codeAt = testText === null ? -1 : text.indexOf(testText);
    const codeEnd = codeAt < 0 ? -1 : codeAt + (testText?.length ?? 0);
    let done = false;
    return text.replace(/\d+/g, (number, at: number) => {
      if (done || (at >= codeAt && at < codeEnd)) return number;
      done = true;
      return number.slice(0, -1) + ((Number(number.slice(-1)) + 1) % 10);
    });
  });

/** Other words; the code is carried over where `{code}` stands. */
export const templateReplaced = (template = "{code} est votre mot de passe temporaire"): Route =>
  onText("templateReplaced", [template], ["CONTENT_TEMPLATE_REPLACED"], (_, { testText }) =>
    template.replaceAll("{code}", () => testText ?? ""),
  );

/** A text of somebody else's. */
export const replaced = (text: string): Route => onText("replaced", [text], ["CONTENT_REPLACED"], () => text);

/** No text at all. */
export const emptied = (): Route => onText("emptied", [], ["CONTENT_EMPTY"], () => "");

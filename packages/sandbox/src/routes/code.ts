import { onText } from "./on-text.ts";
import type { FindingCode, Route } from "./route.ts";

/** The code is another: its last character moves on by one. */
export const codeChanged = (): Route =>
  onCode("codeChanged", "CODE_CHANGED", (code) => code.slice(0, -1) + nextCharacter(code.slice(-1)));

/** The code is gone. */
export const codeLost = (): Route => onCode("codeLost", "CODE_REMOVED", () => "");

/** The code is starred out. */
export const codeMasked = (): Route => onCode("codeMasked", "CODE_MASKED", (code) => "*".repeat(code.length));

/** The code's digits are grouped: `482913` becomes `482-913`. */
export const codeRegrouped = (): Route =>
  onCode("codeRegrouped", "CODE_FORMAT_CHANGED", (code) => {
    const middle = Math.floor(code.length / 2);
    return `${code.slice(0, middle)}-${code.slice(middle)}`;
  });

function onCode(name: string, cause: FindingCode, change: (code: string) => string): Route {
  return onText(name, [], [cause], (text, { testText }) => {
    if (testText === null) return text;
    const by = change(testText);
    // A code that goes leaves no double blank behind, as a network's template engine would not either.
    return by === ""
      ? text.replaceAll(` ${testText}`, "").replaceAll(testText, "")
      : text.replaceAll(testText, () => by);
  });
}

function nextCharacter(character: string): string {
  const rows = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const row = rows.find((candidate) => candidate.includes(character));
  return row === undefined ? "0" : (row[(row.indexOf(character) + 1) % row.length] ?? "0");
}

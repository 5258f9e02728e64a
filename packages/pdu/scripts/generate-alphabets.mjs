// Turns data/gsm-alphabets.json into src/gsm7/alphabets.generated.ts. A test checks that the file is up to date.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SOURCE = new URL("../data/gsm-alphabets.json", import.meta.url);
const TARGET = new URL("../src/gsm7/alphabets.generated.ts", import.meta.url);

/** A table as 128 characters, U+0000 where a code is undefined (and at the escape, code 27). */
function row(table) {
  if (!table) return "null";
  let text = "";
  for (let code = 0; code < 128; code++) {
    const point = table[code.toString(16).toUpperCase().padStart(2, "0")];
    text += point === undefined ? "\0" : String.fromCodePoint(Number.parseInt(point.slice(2), 16));
  }
  if (text.length !== 128) throw new Error("a table holds a character outside the BMP");
  return JSON.stringify(text).replaceAll("\\u0000", "\\x00");
}

export function render() {
  const { languages } = JSON.parse(readFileSync(SOURCE, "utf8"));
  const lines = languages.map(({ id, name, locking, singleShift }, index) => {
    if (id !== index) throw new Error("language identifiers must be in order");
    return `  { name: "${name}", locking: ${row(locking)}, single: ${row(singleShift)} },`;
  });
  return `// Made by scripts/generate-alphabets.mjs from data/gsm-alphabets.json: do not edit.

/**
 * The tables of 3GPP TS 23.038 (6.2.1 and annex A) by national language identifier, 128 characters each, U+0000
 * where a code is undefined. Null where a language has no table of that kind.
 */
export const ALPHABETS: readonly {
  readonly name: string;
  readonly locking: string | null;
  readonly single: string | null;
}[] = [
${lines.join("\n")}
];
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, render());

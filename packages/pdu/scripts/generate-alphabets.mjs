// Turns data/gsm-alphabets.json into src/gsm7/alphabets.generated.ts. A test checks that the file is up to date.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SOURCE = new URL("../data/gsm-alphabets.json", import.meta.url);
const TARGET = new URL("../src/gsm7/alphabets.generated.ts", import.meta.url);

/** A table as 128 code units, 0 where a code is undefined (and at the escape, code 27). */
function unitsOf(table) {
  return Array.from({ length: 128 }, (_, code) => {
    const point = table[code.toString(16).toUpperCase().padStart(2, "0")];
    const unit = point === undefined ? 0 : Number.parseInt(point.slice(2), 16);
    if (unit > 0xffff) throw new Error("a table holds a character outside the BMP");
    return unit;
  });
}

/** The Unicode block (first code unit, 256 wide) that most characters beyond U+01FF of a language lie in. */
function blockOf(tables) {
  const counts = new Map();
  for (const unit of tables.flat()) {
    const block = unit & 0xff80;
    if (unit > 0x1ff) counts.set(block, (counts.get(block) ?? 0) + 1);
  }
  const [[block, count] = [0x100, 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  return count > 20 ? block : 0x100;
}

/** Units of the language's own block move to U+0100: related scripts then read alike, and compress to little. */
function row(table, block) {
  if (table === null) return "null";
  const moved = unitsOf(table).map((unit) => {
    if (unit >= block && unit < block + 0x100) return unit - block + 0x100;
    if (unit >= 0x100 && unit < 0x200) throw new Error("a character stands where the block is moved to");
    return unit;
  });
  return `"${moved.map(literal).join("")}"`;
}

function literal(unit) {
  const character = String.fromCharCode(unit);
  if (character === '"' || character === "\\") return `\\${character}`;
  if (unit === 0x0a) return "\\n";
  if (unit === 0x0d) return "\\r";
  if (unit >= 0x20 && unit < 0x7f) return character;
  return unit < 0x100
    ? `\\x${unit.toString(16).padStart(2, "0")}`
    : `\\u${unit.toString(16).padStart(4, "0")}`;
}

export function render() {
  const { languages } = JSON.parse(readFileSync(SOURCE, "utf8"));
  const lines = languages.map(({ id, name, locking, singleShift }, index) => {
    if (id !== index) throw new Error("language identifiers must be in order");
    const block = blockOf([locking, singleShift].filter((table) => table !== null).map(unitsOf));
    return `  {
    name: "${name}",
    block: 0x${block.toString(16).padStart(4, "0")},
    locking: ${row(locking, block)},
    single: ${row(singleShift, block)},
  },`;
  });
  return `// Made by scripts/generate-alphabets.mjs from data/gsm-alphabets.json: do not edit.

/**
 * The tables of 3GPP TS 23.038 (6.2.1 and annex A) by national language identifier, 128 code units each, U+0000
 * where a code is undefined. Null where a language has no table of that kind. A unit from U+0100 to U+01FF stands
 * for the one at the same place of the language's own block, which begins at \`block\`.
 */
export const ALPHABETS: readonly {
  readonly name: string;
  readonly block: number;
  readonly locking: string | null;
  readonly single: string | null;
}[] = [
${lines.join("\n")}
];
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, render());

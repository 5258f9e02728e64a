import type { Diagnostic } from "@smsproof/pdu";
import { printable } from "../terminal/printable.ts";
import type { Style } from "../terminal/style.ts";
import { displayWidth, padTo, wrap } from "../terminal/width.ts";
import { bitPattern } from "./bit-pattern.ts";
import type { Row } from "./rows.ts";

export interface TableOptions {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether clause numbers are shown. */
  readonly clauses: boolean;
  /** Which bits are shown: those of the first octet and of TP-DCS, or all, down to the septets. */
  readonly bits: "flags" | "all";
}

/** Octets a line, when a field is longer. */
const OCTETS_A_LINE = 8;
const SHORTEST_HEX_COLUMN = 14;
const SHORTEST_NAME_COLUMN = 14;
const SHORTEST_MEANING_COLUMN = 24;
const GAP = "  ";

type Look = Parameters<Style>[0];

const LOOKS: Readonly<Record<string, Look>> = {
  PDU: "red",
  SMSC: "blue",
  "TP-MTI": "magenta",
  "TP-OA": "cyan",
  "TP-DA": "cyan",
  "TP-RA": "cyan",
  "TP-PID": "yellow",
  "TP-DCS": "yellow",
  "TP-SCTS": "green",
  "TP-UDL": "blue",
  "TP-UDH": "magenta",
  "TP-UD": "green",
};

/** For the fields without a colour of their own. */
const OTHER_LOOK: Look = "blue";

const MARKS = { error: ["✗", "red"], warning: ["!", "yellow"], info: ["·", "dim"] } as const;

/** Rows as lines: offset, octets, name, meaning, clause; bits and diagnostics under their row. */
export function tableLines(rows: readonly Row[], options: TableOptions): readonly string[] {
  const { style } = options;
  const offsetWidth = Math.max(3, ...rows.map(({ offset }) => String(offset).length + 1));
  const longestHex = Math.max(...rows.map(({ hex }) => hex.length));
  const hexWidth = Math.max(SHORTEST_HEX_COLUMN, Math.min(longestHex, OCTETS_A_LINE * 2));
  const names = rows.flatMap((row) => [
    nameOf(row),
    ...shownBits(row, options).map(({ name }) => `  ${name}`),
  ]);
  const nameWidth = Math.max(SHORTEST_NAME_COLUMN, ...names.map(displayWidth));
  const clauseWidth = options.clauses ? Math.max(...rows.map(({ clause }) => clause.length)) + GAP.length : 0;
  const left = offsetWidth + hexWidth + nameWidth + 3 * GAP.length;
  const room = Math.max(SHORTEST_MEANING_COLUMN, options.width - left - clauseWidth);
  const meanings = rows.flatMap((row) => wrap(printable(row.meaning), room));
  const meaningWidth = Math.min(room, Math.max(...meanings.map(displayWidth)));

  function line(
    offset: string,
    octets: string,
    name: string,
    meaning: string,
    clause: string,
    look: Look,
  ): string {
    const tail = clause === "" ? meaning : `${padTo(meaning, meaningWidth)}${GAP}${style("dim", clause)}`;
    return [
      style("dim", offset.padStart(offsetWidth)),
      style(look, octets.padEnd(hexWidth)),
      style(look, padTo(name, nameWidth)),
      tail,
    ]
      .join(GAP)
      .trimEnd();
  }

  function rowLines(row: Row): string[] {
    const look = LOOKS[row.field] ?? OTHER_LOOK;
    const octets = row.hex.match(new RegExp(`.{1,${OCTETS_A_LINE * 2}}`, "g")) ?? [""];
    const meaning = wrap(printable(row.meaning), room);
    const lines: string[] = [];
    for (let i = 0; i < Math.max(octets.length, meaning.length); i++) {
      const offset = i < octets.length ? String(row.offset + i * OCTETS_A_LINE) : "";
      const [name, clause] = i === 0 ? [nameOf(row), options.clauses ? row.clause : ""] : ["", ""];
      lines.push(line(offset, octets[i] ?? "", name, meaning[i] ?? "", clause, look));
    }
    const length = row.hex.length / 2;
    for (const bits of shownBits(row, options)) {
      const [first = "", ...rest] = wrap(printable(bits.description), room);
      lines.push(line("", bitPattern(bits, length), `  ${bits.name}`, first, "", look));
      for (const more of rest) lines.push(line("", "", "", more, "", look));
    }
    return [...lines, ...row.diagnostics.flatMap(diagnosticLines)];
  }

  function diagnosticLines({ severity, code, message }: Diagnostic): string[] {
    const [mark, look] = MARKS[severity];
    const indent = " ".repeat(offsetWidth + GAP.length);
    const words = wrap(printable(`${message} ${code}`), Math.max(40, options.width - indent.length - 2));
    return words.map((part, i) => `${indent}${style(look, `${i === 0 ? mark : " "} ${part}`)}`.trimEnd());
  }

  return rows.flatMap(rowLines);
}

function nameOf({ name, indent }: Row): string {
  return "  ".repeat(indent) + name;
}

function shownBits(row: Row, { bits }: TableOptions): Row["bits"] {
  const areFlags = row.field === "TP-MTI" || row.field === "TP-DCS";
  if (bits !== "all" && !areFlags) return [];
  // Within one octet from the highest bit, as octets are written.
  return row.hex.length === 2 ? [...row.bits].sort((a, b) => b.offset - a.offset) : row.bits;
}

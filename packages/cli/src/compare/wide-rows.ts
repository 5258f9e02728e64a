import type { Verdict } from "@smsproof/compare";
import type { Style } from "../terminal/style.ts";
import { displayWidth, padTo } from "../terminal/width.ts";
import { markedLines, markedWidth, SEVERITY_LOOKS, sentenceLines, VERDICT_LOOKS } from "./looks.ts";
import type { Block, Saying } from "./report-blocks.ts";

const GAP = "  ";
const LABEL_WIDTH: number = "delivery".length;
const VERDICT_WIDTH: number = "EQUIVALENT".length;
const INDENT: string = " ".repeat(LABEL_WIDTH + VERDICT_WIDTH + 2 * GAP.length);
/** What differs and what is said of it need this many columns together. */
const NARROWEST = 56;

interface Columns {
  readonly style: Style;
  /** All that stand right of the verdict. */
  readonly room: number;
  readonly difference: number;
  readonly sentence: number;
  readonly code: number;
  readonly severity: number;
}

/** One row a finding: label, verdict, what differs, what is said of it, code, severity. Null where that is too wide. */
export function wideRows(blocks: readonly Block[], style: Style, width: number): readonly string[] | null {
  const columns = columnsOf(blocks, style, width);
  return columns === null ? null : blocks.flatMap((block) => blockRows(block, columns));
}

/** Shares the columns out: what differs gets what it needs, but leaves half to the sentence where that needs it. */
function columnsOf(blocks: readonly Block[], style: Style, width: number): Columns | null {
  const all = blocks.flatMap(({ findings }) => findings);
  const beside = blocks.filter(isBeside).flatMap(({ findings }) => findings);
  const code = longest(all.map((saying) => saying.code));
  const severity = longest(all.map((saying) => saying.severity));
  const room = width - INDENT.length;
  const pair = room - code - severity - 3 * GAP.length;
  if (pair < NARROWEST) return null;
  const needed = Math.max(0, ...blocks.filter(isBeside).map(({ marked }) => markedWidth(marked)));
  const wanted = longest(beside.map(({ sentence }) => sentence));
  const difference = Math.min(needed, Math.max(Math.floor(pair / 2), pair - wanted));
  return { style, room, difference, sentence: Math.min(wanted, pair - difference), code, severity };
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(displayWidth));

/** Whether something is said beside what differs; else a text has all the columns. */
const isBeside = ({ marked, findings }: Block): boolean => marked.length > 0 && findings.length > 0;

function blockRows(block: Block, columns: Columns): readonly string[] {
  const { label, verdict, marked, findings, notes } = block;
  const { style, room, difference, sentence, code, severity } = columns;
  const pairWidth = room - code - severity - 2 * GAP.length;
  const differs = markedLines(marked, isBeside(block) ? difference : room, style);
  const saidWidth = marked.length > 0 ? sentence : Math.min(pairWidth, difference + GAP.length + sentence);
  const wide = marked.length > 0 ? saidWidth : Math.max(saidWidth, NARROWEST);
  const said = findings.flatMap((saying) => sayingLines(saying, wide, columns));
  const rows: string[] = [];
  for (let i = 0; i < Math.max(differs.length, said.length); i++) {
    const { text, width } = differs[i] ?? { text: "", width: 0 };
    const fill = marked.length > 0 ? " ".repeat(Math.max(0, difference - width)) + GAP : "";
    rows.push(`${text}${fill}${said[i] ?? ""}`);
  }
  rows.push(...notes.flatMap((note) => sentenceLines(note, room)).map((line) => style("dim", line)));
  return rows.map((row, i) => `${i === 0 ? head(label, verdict, style) : INDENT}${row}`.trimEnd());
}

function head(label: string, verdict: Verdict | null, style: Style): string {
  const shown = padTo(verdict ?? "", VERDICT_WIDTH);
  return `${padTo(label, LABEL_WIDTH)}${GAP}${verdict === null ? shown : style(VERDICT_LOOKS[verdict], shown)}${GAP}`;
}

function sayingLines(
  { sentence, code, severity }: Saying,
  width: number,
  columns: Columns,
): readonly string[] {
  const { style } = columns;
  const [first = "", ...rest] = sentenceLines(sentence, width);
  const marks = `${style("cyan", padTo(code, columns.code))}${GAP}${style(SEVERITY_LOOKS[severity], severity)}`;
  return [`${padTo(first, width)}${GAP}${marks}`, ...rest];
}

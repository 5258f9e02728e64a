import type { Style } from "../terminal/style.ts";
import { markedLines, SEVERITY_LOOKS, sentenceLines, VERDICT_LOOKS } from "./looks.ts";
import type { Block } from "./report-blocks.ts";

const INDENT = "  ";
const NARROWEST = 20;

/** For narrow terminals: everything one under the other. */
export function narrowRows(blocks: readonly Block[], style: Style, width: number): readonly string[] {
  const room = Math.max(NARROWEST, width - INDENT.length);
  return blocks.flatMap(({ label, verdict, marked, findings, notes }) => [
    verdict === null ? label : `${label}  ${style(VERDICT_LOOKS[verdict], verdict)}`,
    ...[
      ...markedLines(marked, room, style).map(({ text }) => text),
      ...findings.flatMap(({ sentence, code, severity }) => [
        ...sentenceLines(sentence, room),
        `${style("cyan", code)}  ${style(SEVERITY_LOOKS[severity], severity)}`,
      ]),
      ...notes.flatMap((note) => sentenceLines(note, room)).map((line) => style("dim", line)),
    ]
      .filter((line) => line !== "")
      .map((line) => `${INDENT}${line}`),
  ]);
}

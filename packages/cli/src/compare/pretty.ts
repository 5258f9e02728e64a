import type { Verdict } from "@smsproof/compare";
import { grouped } from "../decode/failures.ts";
import { errorInWords, placeInWords } from "../decode/result.ts";
import { printable } from "../terminal/printable.ts";
import type { Style } from "../terminal/style.ts";
import type { Compared, Comparison } from "./compared.ts";
import type { CompareFormat } from "./format.ts";
import { sentenceLines, VERDICT_LOOKS } from "./looks.ts";
import { narrowRows } from "./narrow-rows.ts";
import { blocksOf } from "./report-blocks.ts";
import { wideRows } from "./wide-rows.ts";

export interface PrettyOptions {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
}

/** For people: what became of sender and text, then what is known of the way. Of many, each under its name. */
export function prettyComparisons({ style, width }: PrettyOptions, many: boolean): CompareFormat {
  const counts = new Map<Verdict, number>();
  let first = true;

  function linesOf(compared: Compared): readonly string[] {
    if (compared.kind === "error") {
      const words = `${placeInWords(compared)}: ${errorInWords(compared.value)}`;
      return sentenceLines(words, width - 2).map((line, i) => `${i === 0 ? style("red", "✗") : " "} ${line}`);
    }
    const blocks = blocksOf(compared.value);
    return [
      ...(many ? [style("bold", printable(titleOf(compared)))] : []),
      ...(wideRows(blocks, style, width) ?? narrowRows(blocks, style, width)),
    ];
  }

  return {
    tellsPlaces: true,
    head: () => "",
    result(compared) {
      const lines = [...(first ? [] : [""]), ...linesOf(compared)];
      first = false;
      if (compared.kind === "comparison")
        counts.set(compared.value.overall, (counts.get(compared.value.overall) ?? 0) + 1);
      return lines.map((line) => `${line}\n`).join("");
    },
    tail: () => (many && counts.size > 0 ? `\n${countsInWords(counts)}\n` : ""),
  };
}

/** `results.ndjson:12 · c012`. */
function titleOf({ place, extras }: Comparison): string {
  const { id } = extras;
  const name = typeof id === "string" || typeof id === "number" ? String(id) : "";
  return [place === null ? "" : `${place.file}:${place.line}`, name]
    .filter((part) => part !== "")
    .join(" · ");
}

function countsInWords(counts: ReadonlyMap<Verdict, number>): string {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const words = (Object.keys(VERDICT_LOOKS) as readonly Verdict[]).flatMap((verdict) => {
    const count = counts.get(verdict);
    return count === undefined ? [] : [`${grouped(count)} ${verdict.toLowerCase()}`];
  });
  return `${grouped(all)} compared: ${words.join(", ")}.`;
}

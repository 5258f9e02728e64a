import type { Severity, Verdict } from "@smsproof/compare";
import { printable } from "../terminal/printable.ts";
import type { Style } from "../terminal/style.ts";
import { displayWidth, wrap } from "../terminal/width.ts";
import type { MarkedRun } from "./marked-text.ts";

type Look = Parameters<Style>[0];

export const VERDICT_LOOKS: Readonly<Record<Verdict, Look>> = {
  SAME: "green",
  EQUIVALENT: "green",
  ALTERED: "yellow",
  REPLACED: "red",
  MISSING: "red",
  UNKNOWN: "dim",
};

export const SEVERITY_LOOKS: Readonly<Record<Severity, Look>> = {
  info: "dim",
  low: "dim",
  medium: "yellow",
  high: "red",
  critical: ["bold", "red"],
};

const EDIT_LOOKS = { added: "green", lost: "red", changed: "yellow" } as const;

/** A line, and how many columns it takes without its colours. */
export interface Line {
  readonly text: string;
  readonly width: number;
}

/** Columns that a marked text needs on one line. */
export function markedWidth(runs: readonly MarkedRun[]): number {
  return displayWidth(runs.map(({ text }) => printable(text)).join(""));
}

/** A marked text in lines of at most `width` columns, every stretch in its colour. */
export function markedLines(runs: readonly MarkedRun[], width: number, style: Style): readonly Line[] {
  const shown = runs.map(({ text, kind }) => ({ text: printable(text), kind }));
  let run = 0;
  let used = 0;
  return wrap(shown.map(({ text }) => text).join(""), width).map((line) => {
    let text = "";
    let left = line.length;
    for (let current = shown[run]; left > 0 && current !== undefined; current = shown[run]) {
      const piece = current.text.slice(used, used + left);
      text += current.kind === null || piece === "" ? piece : style(EDIT_LOOKS[current.kind], piece);
      left -= piece.length;
      used += piece.length;
      if (used === current.text.length) {
        run += 1;
        used = 0;
      }
    }
    return { text, width: displayWidth(line) };
  });
}

/** A sentence in lines of at most `width` columns. */
export function sentenceLines(text: string, width: number): readonly string[] {
  return wrap(printable(text), width).map((line) => line.trim());
}

import type { TestLine } from "@smsproof/campaign";
import type { Verdict } from "@smsproof/compare";
import { VERDICT_LOOKS } from "../compare/looks.ts";
import { printable } from "../terminal/printable.ts";
import type { Style } from "../terminal/style.ts";
import { displayWidth, padTo, wrap } from "../terminal/width.ts";

/** What a row of the table shows. */
export type TestRow = Pick<
  TestLine,
  "network" | "operator" | "senderVerdict" | "contentVerdict" | "delaySeconds" | "why"
> & {
  readonly status: string;
};

const GAP = "  ";
const HEAD = ["NETWORK", "STATUS", "SENDER", "CONTENT", "DELAY", "WHY"] as const;
/** The reason stands beside the rest where it has so many columns, else below. */
const NARROWEST = 30;

/** A table of tests, its head first. `oneLine`: what does not fit into `width` is cut off. */
export function testRows(
  tests: readonly TestRow[],
  {
    style,
    width,
    oneLine = false,
  }: { readonly style: Style; readonly width: number; readonly oneLine?: boolean },
): readonly string[] {
  const rows = tests.map((test) => ({ test, cells: cellsOf(test) }));
  const widths = HEAD.slice(0, -1).map((head, column) =>
    Math.max(head.length, ...rows.map(({ cells }) => displayWidth(cells[column] ?? ""))),
  );
  const left = widths.reduce((sum, columns) => sum + columns + GAP.length, 0);
  const beside = width - left >= NARROWEST;
  const line = (cells: readonly string[]): string =>
    widths.map((columns, column) => padTo(cells[column] ?? "", columns)).join(GAP);
  const head = style("dim", `${line(HEAD)}${beside ? `${GAP}WHY` : ""}`.trimEnd());
  return [head, ...rows.flatMap(({ test, cells }) => rowLines(test, cells))];

  function rowLines(test: TestRow, cells: readonly string[]): readonly string[] {
    const why = printable(test.why);
    const shown = widths
      .map((columns, column) => looked(column, padTo(cells[column] ?? "", columns), test))
      .join(GAP);
    if (oneLine) {
      const [first = ""] = wrap(why, Math.max(1, width - left));
      return [`${shown}${beside ? GAP + first : ""}`.trimEnd()];
    }
    if (!beside) return [shown.trimEnd(), ...wrap(why, width - 4).map((part) => `    ${part}`.trimEnd())];
    const [first = "", ...rest] = wrap(why, width - left);
    return [
      `${shown}${GAP}${first}`.trimEnd(),
      ...rest.map((part) => `${" ".repeat(left)}${part}`.trimEnd()),
    ];
  }

  function looked(column: number, text: string, test: TestRow): string {
    if (column === 1) return BAD_STATUS.has(test.status) ? style("red", text) : text;
    const verdict = column === 2 ? test.senderVerdict : column === 3 ? test.contentVerdict : "";
    return isVerdict(verdict) ? style(VERDICT_LOOKS[verdict], text) : text;
  }
}

const BAD_STATUS: ReadonlySet<string> = new Set([
  "not delivered",
  "missing",
  "unknown",
  "refused",
  "rejected",
]);

function cellsOf({
  network,
  operator,
  status,
  senderVerdict,
  contentVerdict,
  delaySeconds,
}: TestRow): readonly string[] {
  return [
    printable([network, operator].filter((part) => part !== "").join(" ")),
    status,
    verdictWord(senderVerdict),
    verdictWord(contentVerdict),
    delaySeconds === null ? "" : `${Math.round(delaySeconds)} s`,
  ];
}

/** What is as it should be is said quietly. */
function verdictWord(verdict: string): string {
  return verdict === "SAME" || verdict === "EQUIVALENT" ? verdict.toLowerCase() : verdict;
}

const isVerdict = (word: string): word is Verdict => Object.hasOwn(VERDICT_LOOKS, word);

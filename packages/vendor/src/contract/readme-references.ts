/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";

/** A test that a README names. */
export interface TestReference {
  readonly file: string;
  readonly title: string;
  /** The file has a test whose title begins so. */
  readonly exists: boolean;
}

/** A row of a table that has a column of tests. */
export interface CoverageRow {
  readonly row: string;
  readonly references: readonly TestReference[];
}

/** Where a README's `contract/` lies, seen from a package beside @smsproof/vendor. */
const CONTRACT = "../vendor/src/";

/**
 * The rows of a README's tables whose last column is headed by a word with "test" in it, with the tests that they name as
 * `` `file` › title ``. A title stands in its file behind a quotation mark.
 */
export function coverageRows(readme: URL): readonly CoverageRow[] {
  const rows: CoverageRow[] = [];
  let table: "none" | "of tests" | "other" = "none";
  for (const line of readFileSync(readme, "utf8").split("\n")) {
    if (!line.startsWith("|")) table = "none";
    else if (table === "none") table = /\|[^|]*\btest\b[^|]*\|$/.test(line) ? "of tests" : "other";
    else if (table === "of tests" && !/^[-|\s]+$/.test(line))
      rows.push({ row: line, references: referencesIn(line, readme) });
  }
  return rows;
}

function referencesIn(line: string, readme: URL): readonly TestReference[] {
  return [...line.matchAll(/`((?:src|contract)\/[\w./-]+\.ts)` › (.+?)\s*(?=<br>|\|$)/g)].map(
    ([, file = "", title = ""]) => {
      const url = new URL(file.startsWith("contract/") ? CONTRACT + file : file, readme);
      const source = existsSync(url) ? readFileSync(url, "utf8") : "";
      return { file, title, exists: ['"', "'", "`"].some((quote) => source.includes(quote + title)) };
    },
  );
}

/** A row of a CSV file (RFC 4180, with any separator). */
export interface CsvRow {
  readonly cells: readonly string[];
  /** The index after the row's line break. */
  readonly end: number;
  /** Line breaks in it, its own included. */
  readonly lineBreaks: number;
}

/**
 * Reads the row that begins at `start`. A quote opens a cell only at the cell's beginning; elsewhere it is a
 * character like others, and so is what follows a closing quote. Gives `"more"` when the text ends before the
 * row does, unless `ended` says that no more text will come; then `"open"` when a quote was never closed.
 */
export function readCsvRow(
  text: string,
  start: number,
  separator: string,
  ended: boolean,
): CsvRow | "more" | "open" {
  const cells: string[] = [];
  let lineBreaks = 0;
  let at = start;
  for (;;) {
    let cell = "";
    if (text.charAt(at) === '"') {
      const quoted = readQuoted(text, at + 1);
      if (quoted === null) return ended ? "open" : "more";
      // A quote at the very end may be the first of two.
      if (quoted.end >= text.length && !ended) return "more";
      cell = quoted.value;
      lineBreaks += quoted.lineBreaks;
      at = quoted.end;
    }
    const from = at;
    at = plainEnd(text, at, separator);
    if (at === text.length && !ended) return "more";
    const isRowEnd = at === text.length || text.charAt(at) === "\n";
    const plainTo = isRowEnd && at > from && text.charAt(at - 1) === "\r" ? at - 1 : at;
    cells.push(cell + text.slice(from, plainTo));
    if (isRowEnd) return { cells, end: Math.min(at + 1, text.length), lineBreaks: lineBreaks + 1 };
    at += 1;
  }
}

function readQuoted(text: string, start: number): { value: string; end: number; lineBreaks: number } | null {
  let value = "";
  let from = start;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return null;
    value += text.slice(from, quote);
    if (text.charAt(quote + 1) !== '"') return { value, end: quote + 1, lineBreaks: countLineFeeds(value) };
    value += '"';
    from = quote + 2;
  }
}

function plainEnd(text: string, start: number, separator: string): number {
  const code = separator.charCodeAt(0);
  let at = start;
  while (at < text.length) {
    const here = text.charCodeAt(at);
    if (here === code || here === 0x0a) return at;
    at += 1;
  }
  return at;
}

function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

import { type CsvColumn, needCsvColumn } from "./csv-column.ts";
import { type CsvRow, readCsvRow } from "./csv-row.ts";
import { fault, recordTooLong } from "./faults.ts";
import type { Batches, Item, TextPieces } from "./item.ts";
import { EXCERPT_LENGTH, RECORD_LIMIT } from "./limits.ts";
import { splitPduList } from "./pdu-list.ts";

/**
 * Reads a CSV file whose first row names the columns. An empty cell holds no PDU; blank lines are passed over.
 * Where a quote is opened and not closed within the limit, the row's first line becomes one fault and reading
 * goes on with the line after it.
 *
 * @throws ReadError when the header has no column of PDUs.
 */
export async function* readCsv(
  pieces: TextPieces,
  wanted: string | undefined,
  limit: number = RECORD_LIMIT,
): Batches {
  const reader = csvReader(wanted, limit);
  for await (const piece of pieces) yield { items: reader.read(piece, false), records: reader.records };
  yield { items: reader.read("", true), records: reader.records };
}

const LONG_ROW = 64 * 1024;

function csvReader(
  wanted: string | undefined,
  limit: number,
): { read(piece: string, ended: boolean): Item[]; readonly records: number } {
  let column: CsvColumn | null = null;
  let text = "";
  let line = 1;
  let records = 0;
  /** Whether the rest of a line above the limit is being passed over. */
  let skipping = false;
  /** A long row is read again only when the text has doubled: it costs no more than twice its length. */
  let readAgainAt = 0;

  function header(ended: boolean): number {
    let start = 0;
    for (let end = lineEnd(text, 0); text.slice(start, end).trim() === ""; end = lineEnd(text, start)) {
      start = end;
      line += 1;
    }
    text = text.slice(start);
    const row = readCsvRow(text, 0, ",", ended);
    if (row === "more" && text.length <= limit) return -1;
    const end = typeof row === "string" ? lineEnd(text, 0) : row.end;
    column = needCsvColumn(text.slice(0, end), wanted);
    line += typeof row === "string" ? 1 : row.lineBreaks;
    return end;
  }

  function rowItems(row: CsvRow, { index, name }: CsvColumn, raw: () => string): Item[] {
    if (row.cells.length === 1 && row.cells[0]?.trim() === "") return [];
    records += 1;
    const cell = row.cells[index];
    if (cell === undefined) {
      const cells = row.cells.length === 1 ? "1 cell" : `${row.cells.length} cells`;
      const message = `The row has ${cells}; "${name}" is column ${index + 1}`;
      return [fault("NO_PDU_FIELD", message, raw(), { line, record: records, index: 0, path: name })];
    }
    const pdus = splitPduList(cell);
    return pdus.map((pdu, i) => ({
      kind: "pdu",
      pdu,
      unit: "record",
      line,
      record: records,
      index: i,
      path: pdus.length === 1 ? name : `${name}[${i}]`,
    }));
  }

  /** The row at `at` is longer than the limit, or opens a quote that is not closed within it. */
  function passOver(at: number, { name }: CsvColumn): { item: Item; end: number } {
    const place = { line, record: records + 1, index: 0, path: name };
    const lineFeed = text.indexOf("\n", at);
    records += 1;
    line += 1;
    if (lineFeed === -1 ? text.length - at > limit : lineFeed - at >= limit) {
      skipping = lineFeed === -1;
      const beginning = text.slice(at, at + Math.min(limit, EXCERPT_LENGTH));
      return {
        item: recordTooLong("row", beginning, place),
        end: lineFeed === -1 ? text.length : lineFeed + 1,
      };
    }
    const end = lineFeed === -1 ? text.length : lineFeed + 1;
    const message = "A quote is opened in this row and never closed; reading goes on with the next line";
    return { item: fault("QUOTE_NOT_CLOSED", message, withoutBreak(text.slice(at, end)), place), end };
  }

  function read(piece: string, ended: boolean): Item[] {
    text += piece;
    const items: Item[] = [];
    if (!ended && text.length < readAgainAt) return items;
    let at = 0;
    if (skipping) {
      const lineFeed = text.indexOf("\n");
      skipping = lineFeed === -1;
      at = skipping ? text.length : lineFeed + 1;
    }
    if (!column && text.trim() !== "") {
      at = header(ended);
      if (at === -1) return items;
    }
    while (column && at < text.length) {
      const row = readCsvRow(text, at, column.separator, ended);
      if (row === "more" && text.length - at <= limit) break;
      if (typeof row === "string" || row.end - at > limit) {
        const passed = passOver(at, column);
        items.push(passed.item);
        at = passed.end;
      } else {
        const from = at;
        at = row.end;
        for (const item of rowItems(row, column, () => withoutBreak(text.slice(from, row.end))))
          items.push(item);
        line += row.lineBreaks;
      }
    }
    text = text.slice(at);
    readAgainAt = text.length > LONG_ROW ? text.length * 2 : 0;
    return items;
  }

  return {
    read,
    get records() {
      return records;
    },
  };
}

function withoutBreak(text: string): string {
  return text.replace(/\r?\n$/, "");
}

function lineEnd(text: string, from: number): number {
  const lineFeed = text.indexOf("\n", from);
  return lineFeed === -1 ? text.length : lineFeed + 1;
}

import { type InputRecord, PDU_FIELDS } from "./input-record.ts";
import { splitPdus } from "./split-pdus.ts";

/** The column with the PDUs and what separates the columns. */
export interface CsvHeader {
  readonly separator: string;
  readonly column: number;
}

/** Recognises a header row that names a column of PDUs; null when the text has none. */
export function csvHeader(text: string): CsvHeader | null {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  if (firstLine.length > 10_000) return null;
  for (const separator of [",", ";", "\t"]) {
    const names = firstLine.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, "").toLowerCase());
    for (const field of PDU_FIELDS) {
      const column = names.indexOf(field);
      if (column >= 0) return { separator, column };
    }
  }
  return null;
}

/**
 * Reads the column of PDUs of a table with a header. A cell with several PDUs is a unit of its own; cells with
 * one are parts of one list.
 */
export function* readCsv(text: string, header: CsvHeader): Generator<InputRecord> {
  let row = 0;
  let unit = 0;
  for (const cells of csvRows(text, header.separator)) {
    row += 1;
    if (row === 1) continue;
    const cell = cells[header.column]?.trim() ?? "";
    if (cell === "") continue;
    const pdus = splitPdus(cell);
    if (pdus.length > 1) unit += 1;
    for (const [index, input] of pdus.entries())
      yield pdus.length === 1
        ? { kind: "pdu", input, place: `row ${row}`, unit: 0 }
        : { kind: "pdu", input, place: `row ${row}, PDU ${index + 1}`, unit };
  }
}

/** The rows of an RFC 4180 text: quoted cells, doubled quotes, line ends within quotes. */
export function* csvRows(text: string, separator: string): Generator<readonly string[]> {
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  let position = 0;
  const special = new RegExp(`["\\r\\n${separator}]`, "g");
  while (position < text.length) {
    if (quoted) {
      const close = text.indexOf('"', position);
      if (close < 0) {
        cell += text.slice(position);
        break;
      }
      cell += text.slice(position, close);
      position = close + 1;
      if (text[position] === '"') {
        cell += '"';
        position += 1;
      } else quoted = false;
      continue;
    }
    special.lastIndex = position;
    const found = special.exec(text);
    if (!found) {
      cell += text.slice(position);
      break;
    }
    cell += text.slice(position, found.index);
    position = found.index + 1;
    if (found[0] === '"') {
      // A quote opens a quoted cell only at its beginning.
      if (cell.trim() === "") {
        cell = "";
        quoted = true;
      } else cell += '"';
    } else {
      row.push(cell);
      cell = "";
      if (found[0] === separator) continue;
      if (found[0] === "\r" && text[position] === "\n") position += 1;
      yield row;
      row = [];
    }
  }
  if (cell !== "" || row.length > 0) yield [...row, cell];
}

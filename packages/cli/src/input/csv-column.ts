import { readCsvRow } from "./csv-row.ts";
import { ReadError } from "./read-error.ts";

/** The names under which a column of PDUs is found by itself, the first that is there; case does not count. */
const PDU_COLUMNS: readonly string[] = ["pdusdelivered", "pdu", "pdus", "hex"];

const SEPARATORS = [",", ";", "\t", "|"] as const;

/** Where the PDUs of a CSV file stand. */
export interface CsvColumn {
  readonly separator: string;
  readonly name: string;
  /** From 0. */
  readonly index: number;
}

/** Finds the column of PDUs in a header; null when no separator yields one. */
export function findCsvColumn(header: string, wanted: string | undefined): CsvColumn | null {
  for (const separator of SEPARATORS) {
    const names = headerCells(header, separator);
    const lower = names.map((name) => name.toLowerCase());
    const candidates = wanted === undefined ? PDU_COLUMNS : [wanted.toLowerCase()];
    const exact = wanted === undefined ? -1 : names.indexOf(wanted);
    for (const candidate of candidates) {
      const index = exact === -1 ? lower.indexOf(candidate) : exact;
      const name = names[index];
      if (name !== undefined) return { separator, name, index };
    }
  }
  return null;
}

/** As {@link findCsvColumn}, with a {@link ReadError} that lists the columns when there is none. */
export function needCsvColumn(header: string, wanted: string | undefined): CsvColumn {
  const found = findCsvColumn(header, wanted);
  if (found) return found;
  const columns = SEPARATORS.map((separator) => headerCells(header, separator)).reduce((most, names) =>
    names.length > most.length ? names : most,
  );
  const shown = columns.slice(0, 40).map((name) => name.slice(0, 60));
  const list = `${shown.join(", ")}${columns.length > shown.length ? ", …" : ""}`;
  throw new ReadError(
    wanted === undefined
      ? `The CSV header has no column named pdusDelivered, pdu, pdus or hex; name it with --field. Columns: ${list}`
      : `The CSV header has no column "${wanted}". Columns: ${list}`,
  );
}

function headerCells(header: string, separator: string): readonly string[] {
  const row = readCsvRow(header, 0, separator, true);
  return typeof row === "string" ? [] : row.cells.map((cell) => cell.trim());
}

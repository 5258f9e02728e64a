import { csvHeader, readCsv } from "./csv-records.ts";
import type { InputRecord, ReadInput } from "./input-record.ts";
import { readJsonValue } from "./json-records.ts";
import { readNdjson, reason } from "./ndjson-records.ts";
import { readPduLines } from "./pdu-lines.ts";

/**
 * Recognises what a text is (lines of hex, a JSON document, one JSON value a line, a table with a header) and
 * reads the PDUs in it, in order. Never throws: what cannot be read is a record that says so.
 */
export function readInput(given: string): ReadInput {
  const text = given.startsWith("\uFEFF") ? given.slice(1) : given;
  const start = /\S/.exec(text)?.[0];
  if (start === undefined) return { kind: "empty", notice: null, records: [] };
  if (start === "{" || start === "[" || start === '"') return readJsonText(text);
  const header = csvHeader(text.trimStart());
  if (header) return { kind: "csv", notice: null, records: readCsv(text.trimStart(), header) };
  return { kind: "lines", notice: null, records: readPduLines(text) };
}

function readJsonText(text: string): ReadInput {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return notOneDocument(text, error);
  }
  return { kind: "json", notice: null, records: readJsonValue(value, text, 0) };
}

function notOneDocument(text: string, error: unknown): ReadInput {
  if (manyJsonLines(text)) return { kind: "ndjson", notice: null, records: readNdjson(text) };
  // Vendors' own samples have trailing commas: what looks like a PDU is still shown.
  const salvaged = [...readPduLines(text, true)];
  if (salvaged.length > 0)
    return {
      kind: "json",
      notice: `This is not valid JSON (${reason(error)}) The PDUs found in it are shown.`,
      records: salvaged,
    };
  const record: InputRecord = {
    kind: "unreadable",
    code: "NOT_JSON",
    message: `This looks like JSON but is not: ${reason(error)}`,
    input: text.length > 300 ? `${text.slice(0, 300)}…` : text,
    place: "the whole input",
    unit: 1,
  };
  return { kind: "json", notice: null, records: [record] };
}

/** Whether the first of several lines, or the second, is a JSON value of its own: one bad line must not hide the rest. */
function manyJsonLines(text: string): boolean {
  const some = text
    .slice(0, 1_000_000)
    .split(/\r\n|\n|\r/, 20)
    .filter((line) => line.trim() !== "");
  return some.length > 1 && some.slice(0, 2).some(isJsonRecord);
}

function isJsonRecord(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}

import { fault, noPduField, recordTooLong } from "./faults.ts";
import type { Batches, Item, TextPieces } from "./item.ts";
import { parseJson } from "./json-error.ts";
import { jsonScanner } from "./json-scanner.ts";
import { type Line, lineSplitter } from "./lines.ts";
import { collectFieldValue, type PduField } from "./pdu-field.ts";

/**
 * Reads one JSON value a line. A line that is not JSON, or that has no PDU field, becomes one fault and
 * touches no other line; blank lines are passed over. A line that holds many records (an envelope, an array)
 * is read as a document of its own.
 */
export async function* readNdjson(pieces: TextPieces, field: PduField, limit?: number): Batches {
  const splitter = lineSplitter(limit);
  const state = { records: 0, items: [] as Item[] };
  for await (const piece of pieces) {
    for (const line of splitter.push(piece)) readLine(line, field, state);
    yield { items: state.items, records: state.records };
    state.items = [];
  }
  for (const line of splitter.end()) readLine(line, field, state);
  yield { items: state.items, records: state.records };
}

function readLine(line: Line, field: PduField, state: { records: number; items: Item[] }): void {
  const { text, number } = line;
  const place = { line: number, record: state.records + 1, index: 0, path: "" };
  if (line.tooLong) {
    state.items.push(recordTooLong("line", text, place));
    state.records += 1;
    return;
  }
  const parsed = parseJson(text);
  if ("error" in parsed) {
    if (text.trim() === "") return;
    state.items.push(fault("NOT_JSON", parsed.error, text, place));
    state.records += 1;
    return;
  }
  const flat = flatRecord(parsed.value, field);
  if (flat !== null) {
    if (flat === NO_FIELD) state.items.push(noPduField(field.name, text, place));
    else
      for (const item of collectFieldValue(flat.value, field, { ...place, path: flat.key }))
        state.items.push(item);
    state.records += 1;
    return;
  }
  const scanner = jsonScanner({ field, line: number, records: state.records, input: text });
  for (const item of scanner.push(text)) state.items.push(item);
  for (const item of scanner.end()) state.items.push(item);
  state.records = scanner.records;
}

const NO_FIELD = Symbol("no PDU field");

/**
 * The value of the one PDU field of a vendor's result in its usual form: an object whose properties are plain
 * values, arrays of plain values or objects of plain values. Null for anything else, which the scanner reads.
 * Holds by construction what the scanner would give, without reading the text a second time.
 */
function flatRecord(
  value: unknown,
  field: PduField,
): { readonly key: string; readonly value: unknown } | typeof NO_FIELD | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  let found: { key: string; value: unknown } | null = null;
  const above: string[] = [];
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key];
    if (field.matches(above, key)) {
      if (found) return null;
      found = { key, value: inner };
    } else if (typeof inner === "object" && inner !== null) {
      for (const innerKey in inner) {
        const leaf = (inner as Record<string, unknown>)[innerKey];
        if (typeof leaf === "object" && leaf !== null) return null;
        if (field.matches([key], innerKey)) return null;
      }
    }
  }
  return found ?? NO_FIELD;
}

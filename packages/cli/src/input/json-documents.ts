import type { Batches, TextPieces } from "./item.ts";
import { jsonScanner } from "./json-scanner.ts";
import type { PduField } from "./pdu-field.ts";

/** Reads JSON documents, pretty-printed or not, one after the other; see `jsonScanner`. */
export async function* readJsonDocuments(pieces: TextPieces, field: PduField, limit?: number): Batches {
  const scanner = jsonScanner(limit === undefined ? { field } : { field, limit });
  for await (const piece of pieces) {
    const items = scanner.push(piece);
    yield { items, records: scanner.records };
  }
  const items = scanner.end();
  yield { items, records: scanner.records };
}

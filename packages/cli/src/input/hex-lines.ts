import { recordTooLong } from "./faults.ts";
import type { Batches, Item, TextPieces } from "./item.ts";
import { type Line, lineSplitter } from "./lines.ts";

/** Reads one PDU a line: every line gives exactly one item, whatever stands on it. */
export async function* readHexLines(pieces: TextPieces, limit?: number): Batches {
  const splitter = lineSplitter(limit);
  let records = 0;
  for await (const piece of pieces) {
    const lines = splitter.push(piece);
    records += lines.length;
    yield { items: lines.map(toItem), records };
  }
  const last = splitter.end();
  yield { items: last.map(toItem), records: records + last.length };
}

function toItem(line: Line): Item {
  const place = { line: line.number, record: line.number, index: 0, path: "" };
  if (line.tooLong) return recordTooLong("line", line.text, place);
  return { kind: "pdu", pdu: line.text, unit: "loose", ...place };
}

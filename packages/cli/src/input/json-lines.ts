import { fault, recordTooLong } from "./faults.ts";
import type { FaultItem, TextPieces } from "./item.ts";
import { parseJson } from "./json-error.ts";
import { type Line, lineSplitter } from "./lines.ts";

/** The JSON value of one line. */
export interface ValueItem {
  readonly kind: "value";
  readonly value: unknown;
  /** The line as it stood. */
  readonly input: string;
  /** From 1. */
  readonly line: number;
  /** From 1; blank lines are none. */
  readonly record: number;
}

/**
 * Reads one JSON value a line, a batch for each piece of input. A line that is not JSON becomes one fault and touches
 * no other line; blank lines are passed over.
 */
export async function* readJsonLines(
  pieces: TextPieces,
  limit?: number,
): AsyncGenerator<readonly (ValueItem | FaultItem)[]> {
  const splitter = lineSplitter(limit);
  let record = 0;
  const itemsOf = (lines: readonly Line[]): readonly (ValueItem | FaultItem)[] =>
    lines.flatMap((line) => {
      const item = itemOf(line, record + 1);
      if (item === null) return [];
      record += 1;
      return [item];
    });
  for await (const piece of pieces) yield itemsOf(splitter.push(piece));
  yield itemsOf(splitter.end());
}

function itemOf({ text, number, tooLong }: Line, record: number): ValueItem | FaultItem | null {
  const place = { line: number, record, index: 0, path: "" };
  if (tooLong) return recordTooLong("line", text, place);
  const parsed = parseJson(text);
  if ("value" in parsed) return { kind: "value", value: parsed.value, input: text, line: number, record };
  return text.trim() === "" ? null : fault("NOT_JSON", parsed.error, text, place);
}

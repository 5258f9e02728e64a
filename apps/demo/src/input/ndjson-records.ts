import type { InputRecord } from "./input-record.ts";
import { readJsonValue, shorten } from "./json-records.ts";
import { lines } from "./pdu-lines.ts";

/** Reads one JSON value a line; a line that is none becomes an error in its place and stops nothing. */
export function* readNdjson(text: string): Generator<InputRecord> {
  let number = 0;
  let unit = 0;
  for (const line of lines(text)) {
    number += 1;
    if (line.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      unit += 1;
      const message = `This line is not JSON: ${reason(error)}`;
      yield {
        kind: "unreadable",
        code: "NOT_JSON",
        message,
        input: shorten(line),
        place: `line ${number}`,
        unit,
      };
      continue;
    }
    for (const record of withLine(value, line, number, unit)) {
      unit = record.unit;
      yield record;
    }
  }
}

function* withLine(value: unknown, line: string, number: number, unit: number): Generator<InputRecord> {
  for (const record of readJsonValue(value, line, unit)) {
    const place = record.place === "the whole input" ? `line ${number}` : `line ${number}: ${record.place}`;
    yield { ...record, place };
  }
}

/** What JSON.parse objects to, as a sentence. */
export function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.endsWith(".") ? text : `${text}.`;
}

import { findCsvColumn } from "./csv-column.ts";
import { jsonSlice } from "./json-slice.ts";

/** The kinds of input. */
export const INPUT_KINDS = ["hex", "ndjson", "json", "csv"] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

/** How much of an input is looked at, in UTF-16 code units. */
export const HEAD_LIMIT: number = 64 * 1024;

/**
 * Tells what an input is from its beginning, or `"more"` when the head does not say yet; never `"more"` when
 * `ended` or when the head has reached {@link HEAD_LIMIT}.
 *
 * - Hex digits and blanks alone on the first line: hex lines.
 * - `{` or `[`: NDJSON when the first line is one whole JSON value or can be none, else JSON documents.
 * - A JSON string of hex digits: NDJSON.
 * - A header in which the column of PDUs is found, or any line with a separator that no line of hex follows: CSV.
 * - Anything else: hex lines, each of which will say what is wrong with it.
 */
export function recogniseInput(head: string, ended: boolean, field: string | undefined): InputKind | "more" {
  const final = ended || head.length >= HEAD_LIMIT;
  const start = head.search(/\S/);
  if (start === -1) return final ? "hex" : "more";
  const lineFeed = head.indexOf("\n", start);
  if (lineFeed === -1 && !final) return "more";
  const line = head.slice(start, lineFeed === -1 ? head.length : lineFeed).trimEnd();
  if (HEX_LINE.test(line)) return "hex";
  const first = line.charAt(0);
  if (first === "{" || first === "[") return jsonKind(line, lineFeed === -1 && !ended);
  if (JSON_STRING_OF_HEX.test(line)) return "ndjson";
  if (findCsvColumn(line, field)) return "csv";
  if (field === undefined && !/[,;\t|]/.test(line)) return "hex";
  if (field !== undefined && lineFeed !== -1) return "csv";
  const next = lineFeed === -1 ? "" : head.slice(lineFeed + 1);
  const nextEnd = next.indexOf("\n");
  if (nextEnd === -1 && !final) return "more";
  const second = next.slice(0, nextEnd === -1 ? next.length : nextEnd).trim();
  return second !== "" && HEX_LINE.test(second) ? "hex" : "csv";
}

const HEX_LINE = /^[0-9a-fA-F][0-9a-fA-F \t]*$/;
const JSON_STRING_OF_HEX = /^"[0-9a-fA-F \t]+"$/;

/** Whether a first line stands for itself (or is broken), or is the beginning of a longer document. */
function jsonKind(line: string, cut: boolean): "ndjson" | "json" {
  if (cut) return "json";
  try {
    JSON.parse(line);
    return "ndjson";
  } catch {
    // Either the beginning of a document or a broken line; only the former leaves brackets open.
  }
  const end = jsonSlice("skip", line.charAt(0), 1, Number.POSITIVE_INFINITY).scan(`${line}\n`, 0);
  if (end === -1 && !endsInString(line)) return "json";
  // Several documents on the first line.
  return end !== -1 && end < line.length ? "json" : "ndjson";
}

function endsInString(line: string): boolean {
  const withoutEscapes = line.replace(/\\./g, "");
  return (withoutEscapes.match(/"/g)?.length ?? 0) % 2 === 1;
}

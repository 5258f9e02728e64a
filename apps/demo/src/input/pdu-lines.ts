import type { InputRecord } from "./input-record.ts";
import { looksLikePdu, splitAtBlanks } from "./split-pdus.ts";

/** What stands between the cells of a list without a header, or around a PDU in prose. */
const BETWEEN_CELLS = /[,;|\t"'`=:()<>[\]{}]+/;

/** What a modem says around the PDUs of AT+CMGL and AT+CMGR (3GPP TS 27.005). */
const MODEM_TALK = /^(AT\b|AT\+|\+CM[A-Z]{2}:|OK$|>)/i;

/** The lines of a text, `\n`, `\r\n` or `\r` at their ends, without holding them all at once. */
export function* lines(text: string): Generator<string> {
  const end = /\r\n|\n|\r/g;
  let start = 0;
  for (let found = end.exec(text); found; found = end.exec(text)) {
    yield text.slice(start, found.index);
    start = end.lastIndex;
  }
  if (start < text.length) yield text.slice(start);
}

/**
 * Reads lines of hexadecimal PDUs. A line may also be a row of cells, or a sentence, with PDUs in it; what is
 * around them is left aside. A line with nothing that looks like a PDU is handed on as it is, so that its error
 * shows in its place; with `onlyPdus` it is passed over.
 */
export function* readPduLines(text: string, onlyPdus = false): Generator<InputRecord> {
  let number = 0;
  for (const line of lines(text)) {
    number += 1;
    const trimmed = line.trim();
    if (trimmed === "" || MODEM_TALK.test(trimmed)) continue;
    const found = pdusOfLine(trimmed);
    if (found.length === 0 && !onlyPdus) yield record(trimmed, `line ${number}`);
    for (const [index, input] of found.entries())
      yield record(input, found.length === 1 ? `line ${number}` : `line ${number}, PDU ${index + 1}`);
  }
}

function pdusOfLine(line: string): readonly string[] {
  if (/^[0-9A-Fa-f\s]+$/.test(line)) return splitAtBlanks(line);
  return line
    .split(BETWEEN_CELLS)
    .flatMap((cell) =>
      looksLikePdu(cell.replace(/\s+/g, "")) ? splitAtBlanks(cell.trim()) : cell.split(/\s+/),
    )
    .filter((piece) => looksLikePdu(piece.replace(/\s+/g, "")));
}

function record(input: string, place: string): InputRecord {
  return { kind: "pdu", input, place, unit: 0 };
}

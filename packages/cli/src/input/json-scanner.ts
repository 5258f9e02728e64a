import { fault, noPduField, recordTooLong } from "./faults.ts";
import type { FaultItem, Item, Place } from "./item.ts";
import { parseJson } from "./json-error.ts";
import {
  type ArrayFrame,
  arrayFrame,
  expectedIn,
  type Frame,
  framePath,
  keepWaiting,
  type ObjectFrame,
  objectFrame,
} from "./json-frame.ts";
import { type JsonRecovery, jsonRecovery } from "./json-recovery.ts";
import { type JsonSlice, jsonSlice, type Purpose } from "./json-slice.ts";
import { DEPTH_LIMIT, EXCERPT_LENGTH, RECORD_LIMIT } from "./limits.ts";
import { collectFieldValue, collectRecord, type PduField } from "./pdu-field.ts";

/**
 * Reads JSON documents of any size, one after the other, without holding more than one record:
 * - the elements of the document, when it is an array, are records;
 * - an object is an envelope: its PDU field is a record, objects in it are envelopes too, and an array in it
 *   is an array of records when one of its elements has a PDU field;
 * - a string is a PDU.
 */
export interface JsonScanner {
  push(piece: string): Item[];
  end(): Item[];
  /** Records that ended so far. */
  readonly records: number;
}

export interface JsonScannerOptions {
  readonly field: PduField;
  /** The line on which the text begins. */
  readonly line?: number;
  /** Records before this text. */
  readonly records?: number;
  /** What a document without any PDU shows as its input, instead of its beginning. */
  readonly input?: string;
  readonly limit?: number;
}

const VALUE_START = /["{[\w-]/;
const LINE_FEED = 0x0a;

/** Makes a {@link JsonScanner}. */
export function jsonScanner(options: JsonScannerOptions): JsonScanner {
  const { field, limit = RECORD_LIMIT } = options;
  let line = options.line ?? 1;
  let records = options.records ?? 0;
  let items: Item[] = [];
  const stack: Frame[] = [];
  /** The properties that lead to the innermost frame. */
  const above: string[] = [];
  let slice: JsonSlice | null = null;
  let broken: { readonly message: string; readonly place: Place; readonly recovery: JsonRecovery } | null =
    null;
  /** The beginning of the current document, as far as it stood in earlier pieces. */
  let head = "";
  /** Where the current document begins in the current piece. */
  let documentStart = 0;
  /** Whether the current document has given anything. */
  let answered = false;
  /** Whether the last character read was a line break. */
  let lineStart = true;

  function add(made: readonly Item[]): void {
    answered = true;
    records += 1;
    for (const item of made) items.push(item);
  }

  function addFault(item: FaultItem): void {
    add([item]);
  }

  function here(atLine: number = line): Place {
    return { line: atLine, record: records + 1, index: 0, path: framePath(stack.at(-1)) };
  }

  function endOfSlice(ended: JsonSlice): void {
    const frame = stack.at(-1);
    if (ended.purpose === "key" && frame?.kind === "object") {
      endOfKey(frame, ended);
      return;
    }
    if (ended.purpose !== "skip") endOfValue(ended, frame);
    if (frame?.kind === "array") frame.index += 1;
    if (frame) frame.state = "comma";
  }

  function endOfKey(frame: ObjectFrame, ended: JsonSlice): void {
    const text = ended.text();
    const parsed = ended.tooLong ? { error: "Not JSON: a property name without end" } : parseJson(text);
    if ("error" in parsed)
      addFault(fault("NOT_JSON", parsed.error, text, { ...here(ended.line), path: frame.path }));
    frame.key = "error" in parsed ? "" : String(parsed.value);
    frame.state = "colon";
  }

  function endOfValue(ended: JsonSlice, frame: Frame | undefined): void {
    const text = ended.text();
    const parsed = ended.tooLong ? null : parseJson(text);
    if (parsed === null || "error" in parsed) {
      if (frame?.kind === "array") flushWaiting(frame);
      const place = here(ended.line);
      addFault(
        parsed === null ? recordTooLong("value", text, place) : fault("NOT_JSON", parsed.error, text, place),
      );
    } else if (ended.purpose === "field") {
      add(collectFieldValue(parsed.value, field, here(ended.line)));
    } else {
      const found = collectRecord(parsed.value, field, above, here(ended.line));
      if (frame?.kind === "array") endOfElement(frame, found, text, ended.line);
      else if (found) add(found);
      else addFault(noPduField(field.name, text, here(ended.line)));
    }
  }

  function endOfElement(
    frame: ArrayFrame,
    found: readonly Item[] | null,
    text: string,
    atLine: number,
  ): void {
    if (found) {
      flushWaiting(frame);
      // The elements that waited are records before this one.
      const record = records + 1;
      add(found.map((item) => (item.record === record ? item : { ...item, record })));
    } else if (frame.ofRecords) {
      addFault(noPduField(field.name, text, here(atLine)));
    } else {
      keepWaiting(frame, { text, line: atLine, path: framePath(frame) });
    }
  }

  function flushWaiting(frame: ArrayFrame): void {
    frame.ofRecords = true;
    for (const element of frame.waiting) {
      addFault(noPduField(field.name, element.text, { ...here(element.line), path: element.path }));
    }
    frame.waiting = [];
  }

  function open(kind: "object" | "array"): void {
    const outer = stack.at(-1);
    const path = framePath(outer);
    if (outer?.kind === "object") above.push(outer.key);
    stack.push(kind === "object" ? objectFrame(path) : arrayFrame(path, !outer));
  }

  function close(piece: string, end: number): void {
    const closed = stack.pop();
    const outer = stack.at(-1);
    if (outer) {
      above.pop();
      outer.state = "comma";
      return;
    }
    const empty = closed?.kind === "array" && closed.state === "first";
    if (!answered && !empty)
      addFault(noPduField(field.name, options.input ?? documentHead(piece, end), here()));
  }

  function documentHead(piece: string, end: number): string {
    return (head + piece.slice(documentStart, end)).slice(0, EXCERPT_LENGTH).trimEnd();
  }

  function startAnew(): void {
    stack.length = 0;
    above.length = 0;
  }

  function fail(expected: string, piece: string, at: number): void {
    const found = piece.charAt(at);
    const message = `Expected ${expected} but found ${found === "" ? "the end of the input" : JSON.stringify(found)}`;
    if (lineStart && (found === "{" || found === "[")) {
      // A document that was cut off, and the next one: nothing of that is given up.
      addFault(fault("NOT_JSON", message, documentHead(piece, at), here()));
      startAnew();
    } else {
      broken = { message, place: here(), recovery: jsonRecovery() };
    }
  }

  function endOfRecovery(): void {
    if (!broken) return;
    const { message, place, recovery } = broken;
    addFault(fault("NOT_JSON", message, recovery.rest(), place));
    line += recovery.lineBreaks;
    broken = null;
    startAnew();
  }

  /** Takes the structural character at `at`; false when a slice or an error begins there. */
  function structure(piece: string, at: number): boolean {
    const char = piece.charAt(at);
    const frame = stack.at(-1);
    if (frame?.kind === "object") return inObject(frame, char, piece, at);
    if (frame) return inArray(frame, char, piece, at);
    documentStart = at;
    head = "";
    answered = false;
    if (char === "{") open("object");
    else if (char === "[") open("array");
    else if (VALUE_START.test(char)) return begin("root", char);
    else fail("a JSON document", piece, at);
    return stack.length > 0;
  }

  function inArray(frame: ArrayFrame, char: string, piece: string, at: number): boolean {
    if (char === "]" && frame.state !== "value") {
      close(piece, at + 1);
      return true;
    }
    if (char === "," && frame.state === "comma") {
      frame.state = "value";
      return true;
    }
    if (!VALUE_START.test(char)) {
      fail(expectedIn(frame), piece, at);
      return false;
    }
    if (frame.state === "comma") {
      // A missing comma costs nothing but a fault of its own: the next element is read as if it were there.
      addFault(
        fault("NOT_JSON", `Expected ${expectedIn(frame)} but found ${JSON.stringify(char)}`, "", here()),
      );
    }
    return begin("element", char);
  }

  function inObject(frame: ObjectFrame, char: string, piece: string, at: number): boolean {
    const { state } = frame;
    if (char === "}" && (state === "first" || state === "comma")) {
      close(piece, at + 1);
      return true;
    }
    if (char === '"' && (state === "first" || state === "key")) return begin("key", char);
    if ((char === ":" && state === "colon") || (char === "," && state === "comma")) {
      frame.state = state === "colon" ? "value" : "key";
      return true;
    }
    if (state !== "value" || !VALUE_START.test(char)) {
      fail(expectedIn(frame), piece, at);
      return false;
    }
    if (field.matches(above, frame.key)) return begin("field", char);
    if (char !== "{" && char !== "[") return begin("skip", char);
    if (stack.length >= DEPTH_LIMIT) {
      fail(`at most ${DEPTH_LIMIT} objects within each other`, piece, at);
      return false;
    }
    open(char === "{" ? "object" : "array");
    return true;
  }

  function begin(purpose: Purpose, char: string): false {
    slice = jsonSlice(purpose, char, line, limit);
    return false;
  }

  /** Takes what stands at `at`, and gives where to read on. */
  function step(piece: string, at: number): number {
    if (broken) {
      const end = broken.recovery.scan(piece, at);
      if (end === -1) return piece.length;
      endOfRecovery();
      return end;
    }
    if (slice) {
      const ended: JsonSlice = slice;
      const end = ended.scan(piece, at);
      if (end === -1) return piece.length;
      slice = null;
      endOfSlice(ended);
      line += ended.lineBreaks;
      return end;
    }
    const code = piece.charCodeAt(at);
    const blank = code === LINE_FEED || code === 0x20 || code === 0x0d || code === 0x09;
    if (code === LINE_FEED) line += 1;
    const taken = blank || structure(piece, at);
    lineStart = code === LINE_FEED;
    return taken ? at + 1 : at;
  }

  function take(): Item[] {
    const taken = items;
    items = [];
    return taken;
  }

  return {
    get records() {
      return records;
    },
    push(piece) {
      documentStart = 0;
      for (let at = 0; at < piece.length; ) at = step(piece, at);
      if (stack.length > 0 && head.length < EXCERPT_LENGTH) {
        head += piece.slice(documentStart, documentStart + EXCERPT_LENGTH);
      }
      return take();
    },
    end() {
      const cut = slice;
      slice = null;
      if (cut?.purpose === "skip" || cut?.purpose === "key") fail("the rest of a value", "", 0);
      else if (cut) endOfSlice(cut);
      const frame = stack.at(-1);
      const reported = items.at(-1)?.kind === "fault";
      if (frame && !broken && !reported) fail(expectedIn(frame), "", 0);
      endOfRecovery();
      startAnew();
      return take();
    },
  };
}

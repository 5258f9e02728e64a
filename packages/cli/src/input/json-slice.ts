import { EXCERPT_LENGTH } from "./limits.ts";

/** What a stretch of JSON text is being collected for. */
export type Purpose = "key" | "field" | "element" | "root" | "skip";

/**
 * One JSON value that is being cut out of a document without being parsed: only strings, escapes and
 * brackets are looked at. A line break inside a string, which JSON forbids, ends the string, so that a
 * string that was never closed spoils one value and not the rest of the document.
 */
export interface JsonSlice {
  readonly purpose: Purpose;
  /** The line on which the value begins. */
  readonly line: number;
  /** Line breaks passed so far. */
  lineBreaks: number;
  /** All of it, or its beginning when it is longer than the limit. */
  text(): string;
  readonly tooLong: boolean;
  /** Reads on from `at`; gives the index after the value's end, or -1 when the piece ends first. */
  scan(piece: string, at: number): number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;

/** Begins to cut out the value whose first character is `first`. */
export function jsonSlice(purpose: Purpose, first: string, line: number, limit: number): JsonSlice {
  const kind = first === '"' ? "string" : first === "{" || first === "[" ? "nested" : "scalar";
  const parts: string[] = [];
  let length = 0;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let started = false;

  function keep(part: string): void {
    if (purpose !== "skip" && length <= limit) parts.push(part);
    length += part.length;
  }

  function scanNested(slice: JsonSlice, piece: string, from: number): number {
    for (let i = from; i < piece.length; i++) {
      const code = piece.charCodeAt(i);
      if (inString) {
        if (code === LINE_FEED) {
          inString = false;
          escaped = false;
          slice.lineBreaks += 1;
          // The line break belongs to what follows a bare string, not to it.
          if (depth === 0) {
            slice.lineBreaks -= 1;
            return i;
          }
        } else if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) {
          inString = false;
          if (depth === 0) return i + 1;
        }
      } else if (code === QUOTE) inString = true;
      else if (code === 0x7b || code === 0x5b) depth += 1;
      else if (code === 0x7d || code === 0x5d) {
        depth -= 1;
        if (depth === 0) return i + 1;
      } else if (code === LINE_FEED) slice.lineBreaks += 1;
    }
    return -1;
  }

  const slice: JsonSlice = {
    purpose,
    line,
    lineBreaks: 0,
    text: () => {
      const text = parts.join("");
      return length > limit ? text.slice(0, Math.min(limit, EXCERPT_LENGTH)) : text;
    },
    get tooLong() {
      return length > limit;
    },
    scan(piece, at) {
      let end: number;
      if (kind === "scalar") {
        SCALAR_END.lastIndex = at;
        // The first character belongs to it whatever it is.
        if (!started) SCALAR_END.lastIndex += 1;
        end = SCALAR_END.exec(piece)?.index ?? -1;
      } else {
        end = scanNested(slice, piece, at);
      }
      started = true;
      keep(end === -1 ? piece.slice(at) : piece.slice(at, end));
      return end;
    },
  };
  return slice;
}

const SCALAR_END = /[\s,\]}]/g;

import { EXCERPT_LENGTH, RECORD_LIMIT } from "./limits.ts";

/** A line without its ending. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** The text, or its beginning when the line is longer than the limit. */
  readonly text: string;
  readonly tooLong: boolean;
}

/**
 * Cuts pieces of text into lines at LF and CR LF. A line break at the very end starts no line. Of a line
 * above the limit only the beginning is kept.
 */
export interface LineSplitter {
  push(piece: string): Line[];
  end(): Line[];
}

/** Makes a {@link LineSplitter}; `limit` is for tests. */
export function lineSplitter(limit: number = RECORD_LIMIT): LineSplitter {
  let number = 0;
  let started: string[] = [];
  let length = 0;

  function keep(text: string): void {
    // What is above the limit is counted but not kept.
    if (length <= limit) started.push(text);
    length += text.length;
  }

  function finish(rest: string): Line {
    number += 1;
    let text = rest;
    if (length > 0) {
      keep(rest);
      text = started.join("");
      started = [];
    }
    const whole = length > 0 ? length : rest.length;
    length = 0;
    if (text.charCodeAt(text.length - 1) === 0x0d && text.length === whole) text = text.slice(0, -1);
    if (whole > limit + 1 || text.length > limit) {
      return { number, text: text.slice(0, Math.min(limit, EXCERPT_LENGTH)), tooLong: true };
    }
    return { number, text, tooLong: false };
  }

  return {
    push(piece) {
      const lines: Line[] = [];
      let from = 0;
      for (let at = piece.indexOf("\n"); at !== -1; at = piece.indexOf("\n", from)) {
        lines.push(finish(piece.slice(from, at)));
        from = at + 1;
      }
      if (from < piece.length) keep(piece.slice(from));
      return lines;
    },
    end() {
      return length > 0 ? [finish("")] : [];
    },
  };
}

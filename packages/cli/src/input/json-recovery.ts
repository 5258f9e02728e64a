import { EXCERPT_LENGTH } from "./limits.ts";

/**
 * What follows a syntax error: the rest of its line, which is kept to be shown, then lines up to one that
 * begins with `{` or `[`. NDJSON and documents that follow each other begin so; what is indented does not.
 */
export interface JsonRecovery {
  /** Reads on from `at`; gives the index at which a document begins, or -1 when the piece ends first. */
  scan(piece: string, at: number): number;
  /** Line breaks passed so far. */
  readonly lineBreaks: number;
  /** The broken line from the error on, or its beginning. */
  rest(): string;
}

/** Begins to pass over what follows a syntax error. */
export function jsonRecovery(): JsonRecovery {
  let rest = "";
  let lineBreaks = 0;
  let lineStart = false;
  return {
    scan(piece, from) {
      let at = from;
      while (at < piece.length) {
        const first = piece.charAt(at);
        if (lineStart && (first === "{" || first === "[")) return at;
        const lineFeed = piece.indexOf("\n", at);
        const end = lineFeed === -1 ? piece.length : lineFeed;
        if (lineBreaks === 0 && rest.length < EXCERPT_LENGTH)
          rest += piece.slice(at, Math.min(end, at + EXCERPT_LENGTH));
        lineStart = lineFeed !== -1;
        if (lineFeed === -1) return -1;
        lineBreaks += 1;
        at = lineFeed + 1;
      }
      return -1;
    },
    get lineBreaks() {
      return lineBreaks;
    },
    rest: () => rest.slice(0, EXCERPT_LENGTH).trimEnd(),
  };
}

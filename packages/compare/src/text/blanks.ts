/** Every Unicode blank and line end, and the tab. */
const BLANK = /^[\s\u0085\u180e\u2800\u3164]$/u;
const LINE_END = /[\n\r\u0085\u2028\u2029\v\f]/u;

const CACHE = new Map<string, boolean>();

/** U+FEFF is a blank for JavaScript and a byte order mark for everybody else. */
export function isBlank(character: string): boolean {
  let blank = CACHE.get(character);
  if (blank === undefined) {
    blank = character !== "\ufeff" && BLANK.test(character);
    if (CACHE.size < 20_000) CACHE.set(character, blank);
  }
  return blank;
}

const hasLineEnd = (blanks: string): boolean => LINE_END.test(blanks);

/** How a run of blanks came through. */
export type BlankChange = "kept" | "normalized" | "folded" | "broken";

/**
 * `normalized`: other blanks, fewer or more of them, another style of line end. `folded`: a line end became a
 * plain blank. `broken`: a plain blank became a line end.
 */
export function compareBlanks(sent: string, delivered: string): BlankChange {
  if (sent === delivered) return "kept";
  const before = hasLineEnd(sent);
  const after = hasLineEnd(delivered);
  if (before === after) return "normalized";
  return before ? "folded" : "broken";
}

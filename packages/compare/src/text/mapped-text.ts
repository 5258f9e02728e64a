/**
 * A text made out of the sent one, with the place in the sent text that every code unit comes from. Models work
 * on it, so that whatever is found in their output can be shown in the text the sender knows.
 */
export interface MappedText {
  readonly text: string;
  /**
   * For each code unit and for the end: the offset in the sent text. Null: the same text, offset by offset.
   * Code units made from one block of the sent text all carry the block's start.
   */
  readonly origin: Uint32Array | null;
  /** False where parts changed places, so that offsets do not rise. */
  readonly inOrder: boolean;
}

/** The sent text itself. */
export function asSent(text: string): MappedText {
  return { text, origin: null, inOrder: true };
}

/** The offset in the sent text behind an offset in the mapped one. */
export function originOf(mapped: MappedText, offset: number): number {
  return mapped.origin === null ? offset : (mapped.origin[offset] ?? 0);
}

/** Replaces one code point after another; what `replace` gives back takes the place of the code point. */
export function mapCharacters(source: MappedText, replace: (character: string) => string): MappedText {
  const origins: number[] = [];
  let text = "";
  let offset = 0;
  for (const character of source.text) {
    const replaced = replace(character);
    pushOrigins(
      origins,
      source,
      offset,
      offset + character.length,
      character === replaced ? character.length : 0,
      replaced.length,
    );
    text += replaced;
    offset += character.length;
  }
  return { text, origin: finish(origins, source), inOrder: source.inOrder };
}

/**
 * Replaces runs of non-ASCII characters as blocks and keeps ASCII, for mistakes that regroup octets. Null as
 * soon as `replace` refuses a run.
 */
export function mapNonAsciiRuns(
  source: MappedText,
  replace: (run: string) => string | null,
): MappedText | null {
  const origins: number[] = [];
  let text = "";
  let offset = 0;
  for (const run of source.text.match(/\p{ASCII}+|\P{ASCII}+/gu) ?? []) {
    const ascii = run < "\x80";
    const replaced = ascii ? run : replace(run);
    if (replaced === null) return null;
    pushOrigins(origins, source, offset, offset + run.length, ascii ? run.length : 0, replaced.length);
    text += replaced;
    offset += run.length;
  }
  return { text, origin: finish(origins, source), inOrder: source.inOrder };
}

/** A text in which nothing can be traced back: it stands for the whole of the source. */
export function opaque(source: MappedText, text: string): MappedText {
  const origin = new Uint32Array(text.length + 1).fill(originOf(source, 0));
  origin[text.length] = originOf(source, source.text.length);
  return { text, origin, inOrder: source.inOrder };
}

/** Slices of the source in any order, `glue` between them. */
export function joinSlices(
  source: MappedText,
  slices: readonly { readonly start: number; readonly end: number }[],
  glue = "",
): MappedText {
  const origins: number[] = [];
  let text = "";
  let inOrder = source.inOrder;
  let last = 0;
  for (const [index, { start, end }] of slices.entries()) {
    if (index > 0) {
      text += glue;
      for (let i = 0; i < glue.length; i++) origins.push(originOf(source, last));
    }
    if (start < last) inOrder = false;
    text += source.text.slice(start, end);
    for (let offset = start; offset < end; offset++) origins.push(originOf(source, offset));
    last = end;
  }
  return { text, origin: Uint32Array.from([...origins, originOf(source, last)]), inOrder };
}

function pushOrigins(
  origins: number[],
  source: MappedText,
  from: number,
  to: number,
  kept: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) origins.push(originOf(source, kept > 0 ? Math.min(from + i, to) : from));
}

function finish(origins: number[], source: MappedText): Uint32Array {
  origins.push(originOf(source, source.text.length));
  return Uint32Array.from(origins);
}

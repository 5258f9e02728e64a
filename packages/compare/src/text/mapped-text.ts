/**
 * A text made out of an original, with the place in the original that every code unit comes from. Models work on
 * it, so that whatever is found in their output can be shown in the texts that people know.
 */
export interface MappedText {
  readonly text: string;
  /**
   * For each code unit and for the end: the offset in the original. Null: the same text, offset by offset.
   * Code units made from one block all carry the block's start.
   */
  readonly origin: Uint32Array | null;
  /** False where parts changed places, so that offsets do not rise. */
  readonly inOrder: boolean;
}

/** A text as it stands. */
export function asItStands(text: string): MappedText {
  return { text, origin: null, inOrder: true };
}

/** The offset in the original behind an offset in the mapped text. */
export function originOf(mapped: MappedText, offset: number): number {
  return mapped.origin === null ? offset : (mapped.origin[offset] ?? 0);
}

/** A stretch of a text and what takes its place. */
export interface Block {
  /** Code units of the source that it stands for. */
  readonly length: number;
  readonly text: string;
}

/**
 * Puts blocks, which follow one another and cover the source, in its place. An unchanged block is traced unit by unit.
 * Where everything comes from is worked out when it is first asked for: most candidates are never looked at again.
 */
export function mapBlocks(source: MappedText, blocks: readonly Block[]): MappedText {
  let text = "";
  for (const block of blocks) text += block.text;
  return traced(source, text, blocks);
}

/** Replaces one code point after another; what `replace` gives back takes the place of the code point. */
export function mapCharacters(source: MappedText, replace: (character: string) => string): MappedText {
  const replaced: string[] = [];
  for (const character of source.text) replaced.push(replace(character));
  return traced(source, replaced.join(""), {
    *[Symbol.iterator]() {
      let index = 0;
      for (const { length } of source.text) yield { length, text: replaced[index++] ?? "" };
    },
  });
}

function traced(source: MappedText, text: string, blocks: Iterable<Block>): MappedText {
  let origin: Uint32Array | null = null;
  return {
    text,
    get origin() {
      origin ??= originsOf(source, blocks, text.length);
      return origin;
    },
    inOrder: source.inOrder,
  };
}

function originsOf(source: MappedText, blocks: Iterable<Block>, length: number): Uint32Array {
  const origins = new Uint32Array(length + 1);
  let at = 0;
  let offset = 0;
  for (const block of blocks) {
    const kept = block.length === block.text.length && source.text.startsWith(block.text, offset);
    for (let i = 0; i < block.text.length; i++) origins[at++] = originOf(source, kept ? offset + i : offset);
    offset += block.length;
  }
  origins[at] = originOf(source, source.text.length);
  return origins;
}

/** Replaces every match of a global pattern; null from `replace` leaves the match as it is. */
export function mapMatches(
  source: MappedText,
  pattern: RegExp,
  replace: (match: string) => string | null,
): MappedText {
  const blocks: Block[] = [];
  let offset = 0;
  for (const match of source.text.matchAll(pattern)) {
    if (match.index > offset)
      blocks.push({ length: match.index - offset, text: source.text.slice(offset, match.index) });
    blocks.push({ length: match[0].length, text: replace(match[0]) ?? match[0] });
    offset = match.index + match[0].length;
  }
  if (offset < source.text.length)
    blocks.push({ length: source.text.length - offset, text: source.text.slice(offset) });
  return mapBlocks(source, blocks);
}

/**
 * Replaces runs of non-ASCII characters as blocks and keeps ASCII, for mistakes that regroup octets. Null as
 * soon as `replace` refuses a run.
 */
export function mapNonAsciiRuns(
  source: MappedText,
  replace: (run: string) => string | null,
): MappedText | null {
  const blocks: Block[] = [];
  for (const run of source.text.match(/\p{ASCII}+|\P{ASCII}+/gu) ?? []) {
    const text = run < "\x80" ? run : replace(run);
    if (text === null) return null;
    blocks.push({ length: run.length, text });
  }
  return mapBlocks(source, blocks);
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

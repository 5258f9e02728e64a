const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

// What terminals draw two columns wide: CJK, Hangul, kana, full-width forms and emoji.
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;

const ASCII = /^[\x20-\x7e]*$/;

/** How many columns a terminal needs for text, near enough: one a grapheme, two for wide ones. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(segment: string): number {
  return WIDE.test(segment) || segment.includes("\ufe0f") ? 2 : 1;
}

/** Pads text with blanks to `width` columns. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** Cuts text into lines of at most `width` columns, at blanks where there are any, losing no character. */
export function wrap(text: string, width: number): readonly string[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  let columns = 0;
  /** The index in `line` behind its last blank. */
  let lastBlank = 0;
  for (const { segment } of graphemes.segment(text)) {
    const needed = graphemeWidth(segment);
    if (columns + needed > width && line !== "") {
      const cut = lastBlank > 0 && segment !== " " ? lastBlank : line.length;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
      columns = displayWidth(line);
      lastBlank = 0;
    }
    line += segment;
    columns += needed;
    if (segment === " ") lastBlank = line.length;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** Columns of an output; `otherwise` where it is no terminal, or one that does not know and says 0. */
export const columnsOf = (
  { columns }: { readonly columns?: number | undefined },
  otherwise: number,
): number => columns || otherwise;

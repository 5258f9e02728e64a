import { findLinks, type Link } from "../entities/links.ts";
import { isBlank } from "../text/blanks.ts";
import { endOfDigits } from "../text/digits.ts";

/** The delivered text with what the aligner asks about it again and again. */
export interface DeliveredText {
  readonly text: string;
  /** Lower case and without marks, code unit by code unit: romanisations are compared with it. */
  readonly folded: string;
  readonly links: readonly Link[];
  /** Where the run of blanks, or of digits, that begins at an offset ends. */
  readonly blanksEnd: (offset: number) => number;
  readonly digitsEnd: (offset: number) => number;
}

/** Looks at the delivered text once. */
export function readDelivered(text: string): DeliveredText {
  let folded: string | null = null;
  let links: readonly Link[] | null = null;
  return {
    text,
    get folded() {
      folded ??= fold(text);
      return folded;
    },
    get links() {
      links ??= findLinks(text);
      return links;
    },
    blanksEnd(offset) {
      let end = offset;
      while (end < text.length && isBlank(text[end] ?? "")) end++;
      return end;
    },
    digitsEnd: (offset) => endOfDigits(text, offset),
  };
}

/** Same length as the text: a letter that would become longer keeps its first unit. */
function fold(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] ?? "";
    folded += unit < "\u0080" ? unit.toLowerCase() : (unit.normalize("NFD")[0] ?? unit).toLowerCase()[0];
  }
  return folded;
}

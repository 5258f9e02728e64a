import type { Link } from "../entities/links.ts";
import { isBlank } from "../text/blanks.ts";
import { digitValue, endOfDigits } from "../text/digits.ts";
import { emojiAt, mayHoldEmoji } from "../text/emoji.ts";

/** What the aligner moves as one piece. */
type UnitKind = "character" | "blanks" | "digits" | "emoji" | "link";

/** A piece of the text that is aligned with the delivered one. */
export interface SentUnit {
  readonly kind: UnitKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const JOINS = /^[\p{M}\u1161-\u11ff]$/u;
const ACCENT = /^[\u0300-\u036f\u0653-\u0655\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\u3099\u309a]$/u;

/**
 * Cuts `text` from `from` to `to` into units: links, emoji sequences, runs of digits and of blanks, and single
 * characters with the accents that belong to them.
 */
export function unitsOf(text: string, from: number, to: number, links: readonly Link[]): readonly SentUnit[] {
  const units: SentUnit[] = [];
  const emoji = mayHoldEmoji(text.slice(from, to));
  let offset = from;
  while (offset < to) {
    const link = links.find(({ start }) => start === offset);
    const end = Math.min(to, link?.end ?? unitEnd(text, offset, emoji));
    const kind = link !== undefined && link.end <= to ? "link" : kindOf(text, offset, end);
    units.push({ kind, text: text.slice(offset, end), start: offset, end });
    offset = end;
  }
  return units;
}

function unitEnd(text: string, offset: number, emoji: boolean): number {
  const unit = text.charCodeAt(offset);
  // Most of most texts: a letter of ASCII with another one behind it.
  if (unit > 0x40 && unit < 0x7f && text.charCodeAt(offset + 1) < 0x300) return offset + 1;
  if (isBlank(text[offset] ?? "")) {
    let end = offset + 1;
    while (end < text.length && isBlank(text[end] ?? "")) end++;
    return end;
  }
  if (emoji) {
    const sequence = emojiAt(text, offset);
    if (sequence !== null) return offset + sequence.length;
  }
  const digits = endOfDigits(text, offset);
  if (digits > offset) return digits;
  return characterEnd(text, offset);
}

/** Code units that a character may take with all that joins it: no writing needs as many. */
const LONGEST_CHARACTER = 32;

/** A code point with the accents behind it, and with whatever composes with it. */
function characterEnd(text: string, offset: number): number {
  let end = offset + lengthAt(text, offset);
  while (end < text.length && end - offset < LONGEST_CHARACTER) {
    const next = text.slice(end, end + lengthAt(text, end));
    if (!JOINS.test(next)) break;
    const joined = text.slice(offset, end) + next;
    if (
      !ACCENT.test(next) &&
      joined.normalize("NFC").length >= text.slice(offset, end).normalize("NFC").length + next.length
    )
      break;
    end += next.length;
  }
  return end;
}

const lengthAt = (text: string, offset: number): number => ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);

function kindOf(text: string, start: number, end: number): UnitKind {
  const first = text[start] ?? "";
  if (isBlank(first)) return "blanks";
  if (
    digitValue(text.slice(start, start + lengthAt(text, start))) !== null &&
    end === endOfDigits(text, start)
  )
    return "digits";
  return emojiAt(text, start)?.length === end - start ? "emoji" : "character";
}

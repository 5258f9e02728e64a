import { entryOf, type FindingCode } from "../result/finding-codes.ts";
import { quote } from "../result/quote.ts";

const ENDINGS: Readonly<Partial<Record<FindingCode, string>>> = {
  SENDER_NUMBER_FORMAT: "the same number in another notation",
  SENDER_NATIONAL_FORMAT: "the same number in the national form of the destination",
  SENDER_TRIMMED: "only blanks or padding around the name differ",
  SENDER_CASE_CHANGED: "the same letters in other case",
  SENDER_SPACING_CHANGED: "blanks inside the name were added or lost",
  SENDER_CHARS_DROPPED: "characters were left out",
  SENDER_CHARS_SUBSTITUTED: "single characters were swapped",
  SENDER_TRANSLITERATED: "letters were romanised or lost their marks",
  SENDER_TRUNCATED: "the end of the name was cut off",
  SENDER_PREFIX_ADDED: "something was put in front of it",
  SENDER_SUFFIX_ADDED: "something was put behind it",
  SENDER_HOMOGLYPH: "it looks the same but has other letters",
  SENDER_ENCODING_ERROR: "a mistake about character sets",
  SENDER_REPLACED_GENERIC: "another name, from the list of generic senders",
  SENDER_REPLACED_ALPHA: "another name",
  SENDER_REPLACED_WARNING_LABEL: "a warning label of a regulator",
  SENDER_REPLACED_LONGCODE_LOCAL: "a number of the destination country",
  SENDER_REPLACED_LONGCODE_FOREIGN: "a number of another country",
  SENDER_REPLACED_SHORTCODE: "a short code",
  SENDER_EMPTY: "no sender arrived",
};

/** One plain sentence about a finding in the sender. */
export function describeSender(code: FindingCode, sent: string, delivered: string): string {
  return `${quote(sent)} became ${quote(delivered)}: ${ENDINGS[code] ?? entryOf(code).meaning}.`;
}

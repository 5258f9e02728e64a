const ONE = "(?:\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\ufe0f)?)";
const SEQUENCE = new RegExp(
  `\\p{RI}\\p{RI}|[#*0-9]\\ufe0f?\\u20e3|${ONE}(?:\\u200d${ONE})*[\\u{e0020}-\\u{e007f}]*|\\p{RI}|\\p{Emoji_Modifier}`,
  "uy",
);

/** Pictographs that are ordinary text symbols unless a variation selector makes them emoji. */
const TEXT_SYMBOL =
  /^[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u24c2\u25aa-\u25fe\u2934\u2935\u2b05-\u2b07\u3030\u303d\u3297\u3299]$/u;

const MAY_START = /[\p{Extended_Pictographic}\p{RI}\p{Emoji_Modifier}#*0-9]/u;

/** The emoji sequence that begins at `offset`: flags, keycaps, skin tones and families are one. Else null. */
export function emojiAt(text: string, offset: number): string | null {
  const codePoint = text.codePointAt(offset) ?? 0;
  if (codePoint < 0x80 && text[offset + 1] !== "\ufe0f" && text[offset + 1] !== "\u20e3") return null;
  if (!MAY_START.test(String.fromCodePoint(codePoint))) return null;
  SEQUENCE.lastIndex = offset;
  const found = SEQUENCE.exec(text)?.[0];
  return found === undefined || TEXT_SYMBOL.test(found) ? null : found;
}

/** Whether the text is one emoji and nothing else. */
export const isEmoji = (text: string): boolean => emojiAt(text, 0) === text;

const ANY = /[\p{Extended_Pictographic}\p{RI}]/u;

/** A quick question before the exact one. */
export const mayHoldEmoji = (text: string): boolean => ANY.test(text);

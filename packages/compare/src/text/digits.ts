const DIGIT = /^\p{Nd}$/u;
const VALUES = new Map<string, number | null>();

/** The value of a decimal digit of any script, null for everything else. */
export function digitValue(character: string): number | null {
  let value = VALUES.get(character);
  if (value === undefined) {
    value = DIGIT.test(character) ? rowPosition(character) : null;
    if (VALUES.size < 20_000) VALUES.set(character, value);
  }
  return value;
}

/** Unicode keeps the ten digits of a script in one row, zero first: the way back to the row's start is the value. */
function rowPosition(character: string): number {
  let zero = character.codePointAt(0) ?? 0;
  const start = zero;
  if (start >= 0x1d7ce && start <= 0x1d7ff) return (start - 0x1d7ce) % 10;
  while (start - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return start - zero;
}

/** The text with the digits of every script in ASCII. */
export function asciiDigits(text: string): string {
  let result = "";
  for (const character of text) result += digitValue(character) ?? character;
  return result;
}

/** Where the run of digits that begins at `offset` ends; `offset` itself when there is none. */
export function endOfDigits(text: string, offset: number): number {
  let end = offset;
  while (end < text.length) {
    const character = String.fromCodePoint(text.codePointAt(end) ?? 0);
    if (digitValue(character) === null) break;
    end += character.length;
  }
  return end;
}

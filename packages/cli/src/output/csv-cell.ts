/**
 * A cell as RFC 4180 wants it: quoted where it holds a comma, a quote or a line break.
 *
 * A cell that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage
 * return, and is no plain number) gets an apostrophe in front. So does one that begins with apostrophes and
 * then such a character: taking one apostrophe away from every cell that matches `^'+[=+\-@\t\r]` gives the
 * values back exactly.
 */
export function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) && !PLAIN_NUMBER.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const FORMULA = /^'*[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+$/;
const NEEDS_QUOTES = /[",\r\n]/;

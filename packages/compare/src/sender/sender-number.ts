import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { callingCodeOf, phoneCountry } from "../country/country.ts";
import type { SenderKind } from "../result/comparison-result.ts";
import { asciiDigits } from "../text/digits.ts";

const NUMERIC = /^\+?[\d\s().\-–/\u00a0\u2011]*\d[\d\s().\-–/\u00a0\u2011]*$/;

/** A sender made of digits, read apart. */
export interface SenderNumber {
  /** Digits alone, exit codes `+` and `00` taken off. */
  readonly digits: string;
  /** Whether `+` or `00` says that the digits begin with a calling code. */
  readonly international: boolean;
}

/** Null for anything but digits and the usual separators, at least three digits. */
export function readNumber(sender: string): SenderNumber | null {
  const text = asciiDigits(sender.trim());
  if (!NUMERIC.test(text)) return null;
  const plus = text.startsWith("+");
  const digits = text.replace(/\D/g, "");
  if (digits.length < 3) return null;
  const exit = !plus && digits.startsWith("00") && digits.length > 8;
  return { digits: exit ? digits.slice(2) : digits, international: plus || exit };
}

/** What a sender is, by its look. */
export function senderKind(sender: string): SenderKind {
  if (sender.trim() === "") return "empty";
  const number = readNumber(sender);
  if (number === null) return "alphanumeric";
  if (number.international) return "international";
  if (number.digits.length <= 8 && !number.digits.startsWith("0")) return "shortcode";
  return number.digits.startsWith("0") ? "national" : "international";
}

/** Fewer digits are a short code, also where a country has subscriber numbers of so few. */
const SHORTEST_SUBSCRIBER = 7;

/** The number with its calling code when the digits are its national form in the country, else null. */
function fromNationalForm({ digits, international }: SenderNumber, country: string | null): string | null {
  const known = phoneCountry(country);
  if (known === null || international || digits.length < SHORTEST_SUBSCRIBER) return null;
  return (
    parsePhoneNumberFromString(digits, { defaultCountry: known, extract: false })?.number.slice(1) ?? null
  );
}

/** How two numeric senders relate. */
export type NumberRelation = "same-notation" | "national-form" | "prefixed" | "other";

/** Compares two numbers by what they stand for; `country` is where the message went. */
export function relateNumbers(
  sent: SenderNumber,
  delivered: SenderNumber,
  country: string | null,
): NumberRelation {
  if (sent.digits === delivered.digits) return "same-notation";
  const code = callingCodeOf(country);
  if (code === "1" && delivered.digits === `011${sent.digits}`) return "same-notation";
  const mine = [sent.digits, fromNationalForm(sent, country)];
  const theirs = [delivered.digits, fromNationalForm(delivered, country)];
  if (mine.some((digits) => digits !== null && theirs.includes(digits))) return "national-form";
  return sent.digits.length >= 5 && delivered.digits.endsWith(sent.digits) ? "prefixed" : "other";
}

/** Where a number that took the sender's place belongs. */
export type NumberPlace = "local" | "foreign" | "shortcode";

/** Access codes that application traffic of a country uses, longer than short codes and no subscriber numbers. */
const ACCESS_CODES: Readonly<Record<string, RegExp>> = { CN: /^(?:106|95\d|96\d|100|12\d)/ };

const SHORTEST_LONG_CODE = 9;
const SUBSCRIBERS: ReadonlySet<string | undefined> = new Set([
  "MOBILE",
  "FIXED_LINE",
  "FIXED_LINE_OR_MOBILE",
]);

const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** Decides by the calling code; validity only helps where no plus says how to read the digits. */
export function placeOfNumber({ digits, international }: SenderNumber, country: string | null): NumberPlace {
  const code = callingCodeOf(country);
  const known = phoneCountry(country);
  if (international) return code !== null && digits.startsWith(code) ? "local" : "foreign";
  const national =
    known === null
      ? undefined
      : parsePhoneNumberFromString(digits, { defaultCountry: known, extract: false });
  if (digits.length < SHORTEST_LONG_CODE)
    return national?.isValid() === true && SUBSCRIBERS.has(national.getType()) && digits.length >= 7
      ? "local"
      : "shortcode";
  if (country !== null && ACCESS_CODES[country]?.test(digits)) return "local";
  if (code !== null && digits.startsWith(code) && digits.length >= code.length + 6) return "local";
  if (digits.startsWith("0")) return "local";
  const abroad = parsePhoneNumberFromString(`+${digits}`);
  // A national form without the 0 that its country writes, and a good number of another one.
  if (national?.isValid() === true)
    return abroad?.isValid() === true && digitsOf(national.formatNational()) !== digits ? "foreign" : "local";
  return abroad?.isPossible() === true ? "foreign" : "local";
}

/** Whether the number is an ordinary mobile number of the country. */
export function isLocalMobile(number: SenderNumber, country: string | null): boolean {
  const known = phoneCountry(country);
  if (known === null || placeOfNumber(number, country) !== "local") return false;
  const readings = [`+${number.digits}`, ...(number.international ? [] : [number.digits])];
  return readings.some((text) => {
    const parsed = parsePhoneNumberFromString(text, { defaultCountry: known, extract: false });
    if (parsed === undefined || parsed.countryCallingCode !== callingCodeOf(country)) return false;
    const type = parsed.getType();
    return type === "MOBILE" || type === "FIXED_LINE_OR_MOBILE";
  });
}

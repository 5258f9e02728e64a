import { CALLING_CODES, LONGEST_PREFIX } from "./calling-codes.ts";

/** ISO 3166-1 alpha-2 country of an international number (`+27381000015`), `001` for networks of no country, null where unknown. */
export function countryOfNumber(number: string): string | null {
  if (!number.startsWith("+")) return null;
  for (let length = LONGEST_PREFIX; length > 0; length -= 1) {
    const country = CALLING_CODES.get(number.slice(1, 1 + length));
    if (country !== undefined && number.length > 1 + length) return country;
  }
  return null;
}

const NAMES = new Intl.DisplayNames("en", { type: "region" });

/** The English name of a country code. */
export function countryName(country: string): string {
  return country === "001" ? "international network" : (NAMES.of(country) ?? country);
}

/** The flag as a pair of regional indicator symbols; empty for a code that is no country. */
export function flagOf(country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return "";
  return String.fromCodePoint(...[...country].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65));
}

import { type CountryCode, getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max";
import senders from "../data/alphanumeric-senders.json" with { type: "json" };
import mccs from "../data/mcc-countries.json" with { type: "json" };
import offsets from "../data/utc-offsets.generated.json" with { type: "json" };

const BY_MCC: Readonly<Record<string, string>> = mccs.countries;
const OFFSETS: Readonly<Record<string, readonly number[]>> = offsets.minutesEast;
const REACHED: ReadonlySet<string> = new Set(senders.reach);

/** The country a message goes to: by its code, else by the mobile country code. Null when neither is known. */
export function destinationCountry(destination: {
  readonly country?: string | undefined;
  readonly mcc?: string | undefined;
}): string | null {
  const named = destination.country?.trim().toUpperCase();
  if (named !== undefined && /^[A-Z]{2}$/.test(named)) return named === "UK" ? "GB" : named;
  return BY_MCC[destination.mcc ?? ""] ?? null;
}

/** Null where the phone number tables do not know the country. */
export function phoneCountry(country: string | null): CountryCode | null {
  return country !== null && isSupportedCountry(country) ? country : null;
}

/** The calling code, without plus. */
export function callingCodeOf(country: string | null): string | null {
  const known = phoneCountry(country);
  return known === null ? null : getCountryCallingCode(known);
}

/** Whether clocks of the country ever show this offset; true where nothing is known. */
export function isOffsetUsed(country: string, minutesEast: number): boolean {
  return OFFSETS[country]?.includes(minutesEast) ?? true;
}

/** Whether the data say that alphanumeric senders reach handsets of the country. */
export const alphanumericReaches = (country: string): boolean => REACHED.has(country);

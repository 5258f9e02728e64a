import type { NetworkSite } from "./network-site.ts";
import { SITES } from "./sites.ts";

const BY_NUMBER = new Map(SITES.map((site) => [site.smsc, site]));

/** The network whose service centre has this number (`+32495002530`), null for a stranger. */
export function networkOfSmsc(number: string): NetworkSite | null {
  return BY_NUMBER.get(number) ?? null;
}

/** The service centre of a country by its ISO code, null where the sandbox knows none. */
export function smscOfCountry(country: string): string | null {
  return SITES.find((site) => site.country === country)?.smsc ?? null;
}

/** A network in which the sandbox has handsets. Codes are strings: `02` is not `2`. */
export interface NetworkSite {
  readonly mcc: string;
  readonly mnc: string;
  readonly countryName: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region: string;
  /** ITU-T E.164 country code, without `+`. */
  readonly callingCode: string;
  readonly providerName: string;
  /** Set where the test numbers were ported in from another network of the country. */
  readonly portedFrom: { readonly mnc: string; readonly providerName: string } | null;
  /** How the national number of a mobile begins, and how many digits it has in all. */
  readonly mobile: NumberRange;
  /** The same for numbers that are no mobiles (in North America both look alike). */
  readonly fixed: NumberRange;
  /** What is dialled in front of a national number inside the country, `""` where nothing is. */
  readonly trunkPrefix: string;
  /** A number of the country's own that stands for its service centre. E.164 with `+`. */
  readonly smsc: string;
  /** Standard time, minutes east of UTC. */
  readonly utcOffsetMinutes: number;
  readonly availability: Availability;
}

/** The first digits of a national number and its whole length. */
export interface NumberRange {
  readonly prefix: string;
  readonly digits: number;
}

/**
 * Whether a network can be tested: `always`; `flaky`: it leaves the list and comes back from minute to
 * minute; `offline-at-test`: listed, but gone when a test is created; `never`: neither listed nor testable.
 */
export type Availability = "always" | "flaky" | "offline-at-test" | "never";

/** `20610`, and `22201/22299` for a ported number: how routes and conditions name a network. */
export function networkKey(site: Pick<NetworkSite, "mcc" | "mnc" | "portedFrom">): string {
  const key = site.mcc + site.mnc;
  return site.portedFrom === null ? key : `${key}/${site.mcc}${site.portedFrom.mnc}`;
}

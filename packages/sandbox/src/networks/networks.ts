import type { Random } from "../random/random.ts";
import { type Availability, type NetworkSite, networkKey } from "./network-site.ts";

/** How many handsets stand in each network; several tests share one, told apart by their test text. */
export const HANDSETS_PER_NETWORK = 20;

const MINUTE_MS = 60_000;
const FLAKY_ONLINE_SHARE = 0.7;

/** What happens to the handset of a test, counted from the creation of the test. */
export type HandsetCondition =
  | { readonly kind: "answers" }
  /** The handset falls silent, and answers again if `forMs` is given. */
  | { readonly kind: "unavailable"; readonly afterMs: number; readonly forMs?: number }
  | { readonly kind: "offline"; readonly afterMs: number }
  | { readonly kind: "network-offline"; readonly afterMs: number }
  | { readonly kind: "internal-error"; readonly afterMs: number };

/** What can be set for one network while the sandbox runs. */
export interface NetworkCondition {
  readonly availability: Availability;
  readonly handset: HandsetCondition;
}

/** The networks with their handsets, as they are at this moment. */
export interface Networks {
  readonly sites: readonly NetworkSite[];
  /** Those that the vendors list at this moment. */
  listed(now: number): readonly NetworkSite[];
  find(mcc: string, mnc: string, portedFromMnc: string | null): NetworkSite | null;
  /** A handset for a new test, or null when the network is offline for tests at this moment. */
  takeHandset(site: NetworkSite, now: number): string | null;
  /** Which network a number belongs to. */
  siteOf(msisdn: string): NetworkSite | null;
  condition(site: NetworkSite): NetworkCondition;
  /** Changes one network, by its key (`20610`, `26202/26207`). False when there is none. */
  setCondition(key: string, condition: Partial<NetworkCondition>): boolean;
}

/** Puts handsets into networks. */
export function createNetworks(sites: readonly NetworkSite[], random: Random): Networks {
  const byCodes = new Map(sites.map((site) => [networkKey(site), site]));
  const conditions = new Map<string, NetworkCondition>();
  const handsets = new Map<string, readonly string[]>();
  const owners = new Map<string, NetworkSite>();
  for (const site of sites) {
    const key = networkKey(site);
    const numbers = handsetNumbers(site, random.fork(`handsets ${key}`), owners);
    handsets.set(key, numbers);
    for (const number of numbers) owners.set(number, site);
  }
  const takes = random.fork("takes");

  const condition = (site: NetworkSite): NetworkCondition =>
    conditions.get(networkKey(site)) ?? { availability: site.availability, handset: { kind: "answers" } };

  // A minute's state hangs on the seed and the minute alone, so asking twice gives the same answer.
  const onlineThisMinute = (site: NetworkSite, now: number): boolean =>
    random.fork(`minute ${networkKey(site)} ${Math.floor(now / MINUTE_MS)}`).chance(FLAKY_ONLINE_SHARE);

  const online = (site: NetworkSite, now: number, atTest: boolean): boolean => {
    const { availability } = condition(site);
    if (availability === "flaky") return onlineThisMinute(site, now);
    return availability === "always" || (availability === "offline-at-test" && !atTest);
  };

  return {
    sites,
    listed: (now) => sites.filter((site) => online(site, now, false)),
    find(mcc, mnc, portedFromMnc) {
      const key = mcc + mnc;
      return byCodes.get(portedFromMnc === null ? key : `${key}/${mcc}${portedFromMnc}`) ?? null;
    },
    takeHandset(site, now) {
      if (!online(site, now, true)) return null;
      return takes.pick(handsets.get(networkKey(site)) ?? []);
    },
    siteOf: (msisdn) => owners.get(msisdn) ?? null,
    condition,
    setCondition(key, change) {
      const site = byCodes.get(key);
      if (site === undefined) return false;
      conditions.set(key, { ...condition(site), ...change });
      return true;
    },
  };
}

function handsetNumbers(
  site: NetworkSite,
  random: Random,
  taken: ReadonlyMap<string, unknown>,
): readonly string[] {
  const numbers = new Set<string>();
  while (numbers.size < HANDSETS_PER_NETWORK) {
    const number = numberIn(site.callingCode, site.mobile, random);
    if (!taken.has(number)) numbers.add(number);
  }
  return [...numbers];
}

/** A number of a range, E.164 without `+`. The digit after the prefix is 2 to 9, as many plans want it. */
export function numberIn(
  callingCode: string,
  range: { readonly prefix: string; readonly digits: number },
  random: Random,
): string {
  const rest = range.digits - range.prefix.length;
  return callingCode + range.prefix + random.integer(2, 9) + random.text("0123456789", rest - 1);
}

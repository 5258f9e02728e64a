import { describe, expect, it } from "vitest";
import { createRandom } from "../random/random.ts";
import { networkKey } from "./network-site.ts";
import { createNetworks, HANDSETS_PER_NETWORK } from "./networks.ts";
import { SITES } from "./sites.ts";

const NOW = Date.UTC(2030, 0, 1);
const networks = () => createNetworks(SITES, createRandom(1));

describe("the networks", () => {
  it("have codes of the right form, each once", () => {
    for (const site of SITES) {
      expect(site.mcc).toMatch(/^\d{3}$/);
      expect(site.mnc).toMatch(/^\d{2,3}$/);
      expect(site.smsc.startsWith(`+${site.callingCode}`)).toBe(true);
    }
    expect(new Set(SITES.map(networkKey)).size).toBe(SITES.length);
  });

  it("have a pool of handsets whose numbers fit the plan and lead back to the network", () => {
    const all = networks();
    for (const site of SITES) {
      all.setCondition(networkKey(site), { availability: "always" });
      const seen = new Set<string>();
      for (let i = 0; i < 150; i++) {
        const number = all.takeHandset(site, NOW) ?? "";
        expect(number).toMatch(new RegExp(`^${site.callingCode}${site.mobile.prefix}\\d+$`));
        expect(number).toHaveLength(site.callingCode.length + site.mobile.digits);
        expect(all.siteOf(number)).toBe(site);
        seen.add(number);
      }
      expect(seen.size).toBe(HANDSETS_PER_NETWORK);
    }
  });

  it("tell a ported network from the one it came from", () => {
    expect(networks().find("262", "02", null)?.portedFrom).toBeNull();
    expect(networks().find("262", "02", "07")?.portedFrom?.providerName).toBe("O2");
    expect(networks().find("262", "02", "99")).toBeNull();
    expect(networks().find("262", "2", null)).toBeNull();
  });

  it("list a network that is offline when the test is created", () => {
    const all = networks();
    const peru = all.find("716", "06", null);
    if (peru === null) throw new Error("no Peru");
    expect(all.listed(NOW)).toContain(peru);
    expect(all.takeHandset(peru, NOW)).toBeNull();
  });

  it("let a flaky network come and go from minute to minute, the same way for the same seed", () => {
    const pattern = (seed: number) => {
      const all = createNetworks(SITES, createRandom(seed));
      const brazil = all.find("724", "05", null);
      return Array.from({ length: 60 }, (_, m) =>
        all.listed(NOW + m * 60_000).some((site) => site === brazil),
      );
    };
    expect(new Set(pattern(1))).toEqual(new Set([true, false]));
    expect(pattern(1)).toEqual(pattern(1));
    expect(pattern(1)).not.toEqual(pattern(2));
  });

  it("take a condition by key and refuse an unknown key", () => {
    const all = networks();
    expect(all.setCondition("20610", { availability: "never" })).toBe(true);
    expect(all.listed(NOW).map(networkKey)).not.toContain("20610");
    expect(all.setCondition("99999", { availability: "never" })).toBe(false);
  });
});

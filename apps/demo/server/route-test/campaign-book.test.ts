import { systemClock, type Vendor } from "@smsproof/vendor";
import { describe, expect, it } from "vitest";
import type { OfferedNetwork, StartRequest } from "../../src/route-test/campaign-wire.ts";
import { createCampaignBook, MOST_KEPT } from "./campaign-book.ts";
import type { Party } from "./party.ts";

const network: OfferedNetwork = {
  key: "206-10",
  operator: null,
  portedFromOperator: null,
  countryName: null,
  country: null,
  route: null,
  proposed: false,
};

/** A vendor that makes no test, and says why with a secret in its words. */
const vendor: Vendor = {
  name: "none",
  limits: { timeToLiveSeconds: { min: 60, max: 60, default: 60 }, waitMarginMs: 0 },
  networks: async () => [],
  createTests: async ({ destinations }) =>
    destinations.map((destination, index) => {
      return { outcome: "refused", index, destination, reason: "no-secret-today", error: null, raw: null };
    }),
  getResult: () => Promise.reject(new Error("there is none")),
  waitForResult: () => Promise.reject(new Error("there is none")),
  updates: async function* () {},
  handleCallback: null,
};

const party: Party = {
  offered: { name: "none", label: "None", live: false, trouble: null, via: null },
  networks: async () => [network],
  prepare: async () => ({
    vendor,
    sender: { name: "none", send: async () => ({ outcome: "rejected", reason: "", retryable: false }) },
    clock: systemClock,
    release: async () => undefined,
  }),
  close: async () => undefined,
};

const request = (id: string): StartRequest => ({
  id,
  vendor: "none",
  sender: "ACME",
  text: "{testText}",
  destinations: [{ network: "206-10" }],
});

describe("createCampaignBook", () => {
  it("keeps the last campaigns, and lets the oldest go", async () => {
    const book = createCampaignBook(
      (text) => text,
      () => null,
    );
    for (let at = 0; at < MOST_KEPT + 2; at++) {
      const campaign = await book.start(request(String(at)), party, [{ network, route: null }]);
      await campaign?.over;
    }
    expect([book.get("0"), book.get("1")]).toEqual([null, null]);
    expect(book.get("2")).not.toBeNull();
    expect(book.get(String(MOST_KEPT + 1))?.log.ended).toBe(true);
    await book.close();
  });

  it("takes secrets out of reasons", async () => {
    const book = createCampaignBook(
      (text) => text.replaceAll("secret", "[hidden]"),
      () => null,
    );
    const campaign = await book.start(request("1"), party, [{ network, route: null }]);
    await campaign?.over;
    const news = campaign?.log.after(0).map((line) => line.news) ?? [];
    expect(news).toContainEqual(expect.objectContaining({ type: "ended", reason: "no-[hidden]-today" }));
    expect(JSON.stringify(news)).not.toContain("secret");
  });
});

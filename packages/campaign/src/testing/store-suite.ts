import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { isCampaignError } from "../errors/campaign-error.ts";
import type { CampaignPlan } from "../plan/campaign-plan.ts";
import { expandPlan } from "../plan/expand-plan.ts";
import { runCampaign } from "../run/run-campaign.ts";
import type { CampaignStore } from "../store/campaign-store.ts";
import { fakeWorld, network, resultOf } from "./fake-vendor.ts";

const plan: CampaignPlan = {
  vendors: ["fake"],
  senders: ["fake-route"],
  destinations: [network("206", "10"), network("262", "02")],
  messages: [{ sender: "ACME", text: "code {testText} \u{1F600}" }],
  budget: 10,
};

const AT = "2026-11-01T10:00:00.000Z";

/** What every store keeps to, whatever it is made of. */
export function storeSuite(name: string, open: () => Promise<CampaignStore>): void {
  let count = 0;
  const newId = (): string => `${name}-${count++}`;
  let store: Promise<CampaignStore> | undefined;
  const opened = (): Promise<CampaignStore> => {
    store ??= open();
    return store;
  };

  describe(`a campaign store on ${name}`, () => {
    // A first start of PGlite makes a whole database cluster.
    beforeAll(() => opened(), 120_000);

    it("writes a campaign with its tests, once", async () => {
      const store = await opened();
      const id = newId();
      await store.begin(id, plan, expandPlan(plan), AT);
      await store.begin(id, { ...plan, budget: 99 }, [], "2027-01-01T00:00:00.000Z");
      expect(await store.campaign(id)).toEqual({ id, plan, createdAt: AT, finishedAt: null });
      const tests = await store.tests(id);
      expect(tests.map(({ index, state, destination }) => [index, state, destination])).toEqual([
        [0, "planned", network("206", "10")],
        [1, "planned", network("262", "02")],
      ]);
      expect(await store.campaign("nobody")).toBeNull();
      expect(await store.tests("nobody")).toEqual([]);
    });

    it("moves a test from the state it is in, and from no other", async () => {
      const store = await opened();
      const id = newId();
      await store.begin(id, plan, expandPlan(plan), AT);
      const event = { type: "refused", reason: "no", campaign: id, index: 0, at: AT } as const;
      await store.step(id, 0, { from: "planned", to: "creating" }, AT);
      const conflict = store.step(id, 0, { from: "planned", to: "refused", event }, AT);
      await expect(conflict).rejects.toSatisfy((error) => isCampaignError(error, "STORE_CONFLICT"));
      expect(await store.events(id)).toEqual([]);
      await store.step(id, 0, { from: "creating", to: "refused", change: { reason: "no" }, event }, AT);
      expect(await store.events(id)).toEqual([event]);
      expect((await store.tests(id))[0]).toMatchObject({ state: "refused", reason: "no" });
    });

    it("lets one of many win who move the same test at the same time", async () => {
      const store = await opened();
      const id = newId();
      await store.begin(id, plan, expandPlan(plan), AT);
      const tries = await Promise.allSettled(
        Array.from({ length: 8 }, () => store.step(id, 0, { from: "planned", to: "creating" }, AT)),
      );
      expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    it("keeps whatever a handset can show: any UTF-16, U+0000 and lone surrogates included", async () => {
      const store = await opened();
      const id = newId();
      await store.begin(id, plan, expandPlan(plan), AT);
      const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
      const texts = fc.array(fc.string({ unit }), { minLength: 20, maxLength: 20 });
      const [samples = []] = fc.sample(texts, { numRuns: 1, seed: 7 });
      const test = { ...ROUTE_TEST, id };
      for (const text of ["\u0000", "\ud83d", "\udc00x", "a'b\"\\", ...samples]) {
        const result = resultOf(test, "delivered", { text, sender: text, raw: { text } });
        await store.note({ type: "delivered", result, campaign: id, index: 1, at: AT }, { result });
        const [, record] = await store.tests(id);
        expect(record?.result).toEqual(result);
      }
      expect((await store.events(id)).length).toBe(24);
    });

    it("gives the right to run a campaign to one at a time", async () => {
      const store = await opened();
      const first = await store.lock("lock");
      expect(first).not.toBeNull();
      expect(await store.lock("lock")).toBeNull();
      const other = await store.lock("another lock");
      expect(other).not.toBeNull();
      await other?.release();
      await first?.release();
      const again = await store.lock("lock");
      expect(again).not.toBeNull();
      await again?.release();
    });

    it("finds tests by campaign and by time, the newest so many, oldest first", async () => {
      const store = await opened();
      const ids = [newId(), newId(), newId()];
      for (const [day, id] of ids.entries())
        await store.begin(id, plan, expandPlan(plan), `2031-01-0${day + 1}T00:00:00.000Z`);
      const found = await store.query({
        since: "2031-01-02T00:00:00.000Z",
        until: "2031-01-03T00:00:00.000Z",
      });
      expect(found.map(({ campaign, record }) => [campaign, record.index])).toEqual([
        [ids[1], 0],
        [ids[1], 1],
      ]);
      const newest = await store.query({
        since: "2031-01-01T00:00:00Z",
        until: "2031-02-01T00:00:00Z",
        limit: 3,
      });
      expect(newest.map(({ campaign, record }) => [campaign, record.index])).toEqual([
        [ids[1], 1],
        [ids[2], 0],
        [ids[2], 1],
      ]);
      expect(await store.query({ campaign: ids[0] })).toHaveLength(2);
      expect((await store.campaigns(1)).map(({ id }) => id)).toEqual([ids[2]]);
    });

    it("carries a campaign from its first step to its report", async () => {
      const store = await opened();
      const id = newId();
      const world = fakeWorld();
      const parties = { vendors: [vendorNamed(world, name)], senders: [world.sender], store };
      const run = runCampaign({ id, plan: { ...plan, vendors: [name], repetitions: 5 }, ...parties });
      const report = await run.report();
      expect(report).toMatchObject({ outcome: "same", delivered: 10 });
      expect((await store.campaign(id))?.finishedAt).not.toBeNull();
      expect(await store.tests(id)).toEqual(report.tests);
      const again = await runCampaign({ id, ...parties }).report();
      expect(again).toEqual(report);
      expect(world.sent).toHaveLength(10);
    });

    it("closes, more than once", async () => {
      const store = await opened();
      await store.close();
      await store.close();
    });
  });
}

/** The vendor under the store's name: ids of tests are unique for each vendor, and stores may be shared. */
function vendorNamed(world: ReturnType<typeof fakeWorld>, name: string) {
  const { vendor } = world;
  return {
    ...vendor,
    name,
    createTests: async (...[request, call]: Parameters<typeof vendor.createTests>) =>
      (await vendor.createTests(request, call)).map((outcome) =>
        outcome.outcome === "created" ? { ...outcome, test: { ...outcome.test, vendor: name } } : outcome,
      ),
  };
}

const ROUTE_TEST = {
  vendor: "fake",
  msisdn: "32470001111",
  testText: "abc",
  destination: network("206", "10"),
  createdAt: AT,
  expiresAt: AT,
  resultExpected: true,
  raw: null,
};

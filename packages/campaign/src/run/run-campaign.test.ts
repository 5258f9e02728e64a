import type { RouteTest } from "@smsproof/vendor";
import { describe, expect, it } from "vitest";
import { isCampaignError } from "../errors/campaign-error.ts";
import type { CampaignPlan } from "../plan/campaign-plan.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import {
  type FakeWorld,
  fakeWorld,
  network,
  notSent,
  resultOf,
  unknownOutcome,
} from "../testing/fake-vendor.ts";
import type { CampaignEvent } from "./campaign-event.ts";
import { type CampaignOptions, runCampaign } from "./run-campaign.ts";

const plan = (more: Partial<CampaignPlan> = {}): CampaignPlan => ({
  vendors: ["fake"],
  senders: ["fake-route"],
  destinations: [network("206", "10")],
  messages: [{ sender: "ACME", text: "Your code is {testText}" }],
  budget: 100,
  ...more,
});

const retry = { attempts: 3, baseDelayMs: 1, maxDelayMs: 2 };

const options = (world: FakeWorld, more: Partial<CampaignOptions> = {}): CampaignOptions => ({
  id: "c",
  plan: plan(),
  vendors: [world.vendor],
  senders: [world.sender],
  store: createMemoryStore(),
  retry,
  ...more,
});

async function eventsOf(run: AsyncIterable<CampaignEvent>): Promise<readonly CampaignEvent[]> {
  const events: CampaignEvent[] = [];
  for await (const event of run) events.push(event);
  return events;
}

describe("a campaign in which all goes well", () => {
  it("creates, sends, waits and compares, and tells each step in order", async () => {
    const world = fakeWorld();
    const run = runCampaign(options(world));
    const events = await eventsOf(run);
    expect(events.map(({ type }) => type)).toEqual(["created", "sent", "status", "delivered", "compared"]);
    expect(world.sent).toEqual([{ from: "ACME", to: "32470000001", text: "Your code is code1" }]);
    const report = await run.report();
    expect(report).toMatchObject({ outcome: "same", delivered: 1, sendUnknown: 0, campaign: "c" });
    expect(report.verdicts.SAME).toBe(1);
    expect(report.finishedAt).not.toBeNull();
  });

  it("writes every event it gives out", async () => {
    const store = createMemoryStore();
    const events = await eventsOf(
      runCampaign(options(fakeWorld(), { store, plan: plan({ repetitions: 4 }) })),
    );
    const byTest = (all: readonly CampaignEvent[]) => all.toSorted((a, b) => a.index - b.index);
    expect(byTest(await store.events("c"))).toEqual(byTest(events));
  });

  it("tests every combination, so often as asked", async () => {
    const world = fakeWorld();
    const run = runCampaign(
      options(world, {
        plan: plan({
          destinations: [network("206", "10"), network("262", "02")],
          messages: [
            { sender: "A", text: "{testText}" },
            { sender: "B", text: "{testText}" },
          ],
          repetitions: 3,
        }),
      }),
    );
    expect((await run.report()).tests).toHaveLength(12);
    expect(world.sent).toHaveLength(12);
  });

  it("says what was altered", async () => {
    const world = fakeWorld();
    world.results = (test, message) => [
      resultOf(test, "delivered", { sender: "INFO", text: message?.text ?? "" }),
    ];
    const report = await runCampaign(options(world)).report();
    expect(report.outcome).toBe("altered");
    expect(report.tests[0]?.comparison?.sender.verdict).toBe("REPLACED");
  });
});

describe("what cost something is never repeated on a doubt", () => {
  it("reports a creation of unknown outcome, and where to look, and goes on with the others", async () => {
    const world = fakeWorld();
    world.create = (count, make) => (count === 1 ? unknownOutcome(network("206", "10")) : make());
    const report = await runCampaign(options(world, { plan: plan({ repetitions: 3 }) })).report();
    expect(world.requests).toHaveLength(3);
    expect(report.states).toMatchObject({ "create-unknown": 1, compared: 2 });
    expect(report.tests.find(({ state }) => state === "create-unknown")?.check?.where).toBe(
      "https://fake.example/tests",
    );
  });

  it("counts a vendor that throws against its contract as unknown", async () => {
    const world = fakeWorld();
    world.create = () => {
      throw new Error("broken");
    };
    const report = await runCampaign(options(world)).report();
    expect(report.states["create-unknown"]).toBe(1);
    expect(world.requests).toHaveLength(1);
  });

  it("asks again where the request provably never left", async () => {
    const world = fakeWorld();
    world.create = (count, make) => (count < 3 ? notSent(network("206", "10")) : make());
    const events = await eventsOf(runCampaign(options(world)));
    expect(events.map(({ type }) => type).slice(0, 3)).toEqual(["failed", "failed", "created"]);
    expect(world.created).toHaveLength(1);
  });

  it("gives up after as many tries as it is told", async () => {
    const world = fakeWorld();
    world.create = () => notSent(network("206", "10"));
    const report = await runCampaign(options(world)).report();
    expect(world.requests).toHaveLength(3);
    expect(report.states.refused).toBe(1);
  });

  it("waits for the result of a message that may have gone out, and does not send it again", async () => {
    const world = fakeWorld();
    world.send = () => ({ outcome: "unknown", reason: "the connection broke" });
    const run = runCampaign(options(world));
    expect((await eventsOf(run)).map(({ type }) => type)).toEqual([
      "created",
      "send-unknown",
      "status",
      "delivered",
      "compared",
    ]);
    expect(world.sent).toHaveLength(1);
    expect(await run.report()).toMatchObject({ sendUnknown: 1, outcome: "same" });
  });

  it("sends again what the sender refused for now, and not what it refused for good", async () => {
    const world = fakeWorld();
    world.send = (count) =>
      count === 1
        ? { outcome: "rejected", reason: "throttled", retryable: true }
        : { outcome: "rejected", reason: "invalid address", retryable: false };
    const report = await runCampaign(options(world)).report();
    expect(world.sent).toHaveLength(2);
    expect(report.tests[0]).toMatchObject({ state: "rejected", reason: "invalid address", attempts: 1 });
  });

  it("does not send when the vendor no longer waits", async () => {
    const world = fakeWorld();
    world.create = (_, make) => {
      const outcome = make();
      return outcome.outcome === "created"
        ? { ...outcome, test: { ...outcome.test, expiresAt: "2020-01-01T00:00:00.000Z" } }
        : outcome;
    };
    const report = await runCampaign(options(world)).report();
    expect(world.sent).toHaveLength(0);
    expect(report.states.rejected).toBe(1);
  });
});

describe("budget and pace", () => {
  it("skips the tests beyond the budget", async () => {
    const world = fakeWorld();
    const report = await runCampaign(options(world, { plan: plan({ repetitions: 9, budget: 4 }) })).report();
    expect(world.created).toHaveLength(4);
    expect(report.states).toMatchObject({ compared: 4, skipped: 5 });
  });

  it("does not count what the vendor refused", async () => {
    const world = fakeWorld();
    world.create = (count, make) =>
      count % 2 === 1
        ? {
            outcome: "refused",
            index: 0,
            destination: network("206", "10"),
            reason: "OFFLINE",
            error: null,
            raw: null,
          }
        : make();
    const report = await runCampaign(options(world, { plan: plan({ repetitions: 8, budget: 4 }) })).report();
    expect(report.states).toMatchObject({ refused: 4, compared: 4, skipped: 0 });
  });

  it("begins no more tests at a time, and no more in a minute, than it is told", async () => {
    const world = fakeWorld();
    let now = 0;
    let most = 0;
    world.create = async (_, make) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      return make();
    };
    const begun = Date.now();
    const pacing = { concurrency: 2, testsPerMinute: 3000 };
    await runCampaign(options(world, { plan: plan({ repetitions: 10, pacing }) })).report();
    expect(most).toBeLessThanOrEqual(2);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(9 * 20 - 20);
  });
});

describe("stopping and going on", () => {
  it("stops without cutting a step off, and goes on from there", async () => {
    const world = fakeWorld();
    const store = createMemoryStore();
    const stop = new AbortController();
    world.create = async (count, make) => {
      if (count === 3) stop.abort();
      await new Promise((resolve) => setTimeout(resolve, 5));
      return make();
    };
    const big = plan({ repetitions: 20, pacing: { concurrency: 2, testsPerMinute: 6000 } });
    const first = await runCampaign(options(world, { store, plan: big, signal: stop.signal })).report();
    expect(first.outcome).toBe("unfinished");
    expect(first.states.creating + first.states.sending).toBe(0);
    expect(first.states.planned).toBeGreaterThan(10);
    const second = await runCampaign({
      id: "c",
      vendors: [world.vendor],
      senders: [world.sender],
      store,
    }).report();
    expect(second).toMatchObject({ outcome: "same", delivered: 20 });
    expect(world.created).toHaveLength(20);
    expect(world.sent).toHaveLength(20);
  });

  it("repeats neither of the two steps that a dead process may have taken", async () => {
    const world = fakeWorld();
    const store = createMemoryStore();
    const three = plan({ repetitions: 3 });
    const base = { vendor: "fake", sender: "fake-route", destination: network("206", "10") };
    const [message = { sender: "", text: "" }] = three.messages;
    await store.begin(
      "c",
      three,
      [0, 1, 2].map((index) => ({ ...base, index, message })),
      new Date().toISOString(),
    );
    const [at, test] = [new Date().toISOString(), routeTest("dead")];
    await store.step("c", 0, { from: "planned", to: "creating" }, at);
    await store.step("c", 1, { from: "planned", to: "sending", change: { test, sentText: "x dead" } }, at);
    const report = await runCampaign(options(world, { store, plan: three })).report();
    expect(report.tests.map(({ state }) => state)).toEqual(["create-unknown", "compared", "compared"]);
    expect(report.tests[1]?.send).toMatchObject({ outcome: "unknown" });
    expect(world.requests).toHaveLength(1);
    expect(world.sent).toHaveLength(1);
  });

  it("refuses a second run at the same time, another plan, an unknown id and missing parties", async () => {
    const world = fakeWorld();
    const store = createMemoryStore();
    const first = runCampaign(options(world, { store }));
    const second = runCampaign(options(world, { store }));
    await expect(second.report()).rejects.toSatisfy((error) => isCampaignError(error, "CAMPAIGN_BUSY"));
    await first.report();
    const codes = [
      [options(world, { store, plan: plan({ budget: 7 }) }), "PLAN_CHANGED"],
      [{ id: "other", vendors: [], senders: [], store }, "CAMPAIGN_NOT_FOUND"],
      [options(world, { id: "d", store, senders: [] }), "PARTY_MISSING"],
      [
        options(world, { id: "e", plan: plan({ messages: [{ sender: "A", text: "no place" }] }) }),
        "PLAN_INVALID",
      ],
    ] as const;
    for (const [bad, code] of codes) {
      const run = runCampaign(bad);
      await expect(eventsOf(run)).rejects.toSatisfy((error) => isCampaignError(error, code));
    }
    expect(world.requests).toHaveLength(1);
  });

  it("ends, and says so, when the store fails; nothing goes out that was not written down", async () => {
    const world = fakeWorld();
    const store = createMemoryStore();
    const broken = {
      ...store,
      step: async (...[campaign, index, step, at]: Parameters<typeof store.step>) => {
        if (step.to === "sending") throw new Error("disk full");
        return store.step(campaign, index, step, at);
      },
    };
    await expect(runCampaign(options(world, { store: broken })).report()).rejects.toThrow("disk full");
    expect(world.sent).toHaveLength(0);
  });
});

describe("waiting", () => {
  it("leaves a test open that could not be read, so that a later run reads it", async () => {
    const world = fakeWorld();
    const store = createMemoryStore();
    world.results = () => [new Error("the vendor is away")];
    const first = await runCampaign(options(world, { store })).report();
    expect(first).toMatchObject({ outcome: "unfinished", states: { sent: 1 } });
    world.results = fakeWorld().results;
    const second = await runCampaign(options(world, { store })).report();
    expect(second.outcome).toBe("same");
    expect(world.sent).toHaveLength(1);
  });

  it("calls a test missing when the vendor's time ends without a final state", async () => {
    const world = fakeWorld();
    world.results = (test) => [resultOf(test, "waiting")];
    const report = await runCampaign(options(world)).report();
    expect(report).toMatchObject({ outcome: "missing", states: { missing: 1 } });
  });
});

describe("receipts", () => {
  const lies = (report: Awaited<ReturnType<ReturnType<typeof runCampaign>["report"]>>) =>
    report.tests.flatMap(({ comparison }) => comparison?.findings ?? []).map(({ code }) => code);

  it("finds a receipt that lies, also one that came before the sender's answer", async () => {
    const world = fakeWorld();
    world.send = (count) => {
      world.receipt({
        messageId: `m${count}`,
        status: "DELIVRD",
        receivedAt: new Date().toISOString(),
        raw: null,
      });
      return { outcome: "accepted", messageIds: [`m${count}`], parts: 1 };
    };
    world.results = (test) => [resultOf(test, "not-delivered")];
    const run = runCampaign(options(world));
    const events = await eventsOf(run);
    expect(events.map(({ type }) => type)).toContain("receipt");
    expect(lies(await run.report())).toContain("DELIVERY_FAKE_DLR");
  });

  it("takes a message of two parts as delivered only when both are", async () => {
    const world = fakeWorld();
    world.send = () => ({ outcome: "accepted", messageIds: ["a", "b"], parts: 2 });
    world.results = (test) => {
      world.receipt({ messageId: "a", status: "DELIVRD", receivedAt: "2026-01-01T00:00:00.000Z", raw: null });
      return [resultOf(test, "not-delivered")];
    };
    const report = await runCampaign(options(world)).report();
    expect(report.tests[0]?.receipt).toBeNull();
    expect(lies(report)).not.toContain("DELIVERY_FAKE_DLR");
  });
});

function routeTest(id: string): RouteTest {
  return {
    vendor: "fake",
    id,
    msisdn: "32470009999",
    testText: id,
    destination: network("206", "10"),
    createdAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
    resultExpected: true,
    raw: null,
  };
}

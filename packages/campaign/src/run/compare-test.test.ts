import type { CompareInput } from "@smsproof/compare";
import { expect, it, vi } from "vitest";
import type { CampaignPlan } from "../plan/campaign-plan.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { type FakeWorld, fakeWorld, network, resultOf } from "../testing/fake-vendor.ts";
import type { CampaignEvent } from "./campaign-event.ts";
import { runCampaign } from "./run-campaign.ts";

vi.mock("@smsproof/compare", async (original) => {
  const real = await original<typeof import("@smsproof/compare")>();
  const compare = (input: CompareInput) => {
    if (input.sent.sender === "ODD" || (input.sent.sender === "LATE" && input.dlr !== undefined))
      throw new RangeError("Out of range: 7.");
    return real.compare(input);
  };
  return { ...real, compare };
});

const REASON = "it could not be compared, the result is kept: Out of range: 7.";

async function run(
  world: FakeWorld,
  senders: readonly string[],
  onEvent: (event: CampaignEvent) => void = () => undefined,
) {
  const plan: CampaignPlan = {
    vendors: ["fake"],
    senders: ["fake-route"],
    destinations: [network("206", "10")],
    messages: senders.map((sender) => ({ sender, text: "Your code is {testText}" })),
    budget: 10,
    pacing: { concurrency: 1 },
  };
  const store = createMemoryStore();
  const campaign = runCampaign({ id: "c", plan, vendors: [world.vendor], senders: [world.sender], store });
  const events: CampaignEvent[] = [];
  for await (const event of campaign) {
    events.push(event);
    onEvent(event);
  }
  return { events, report: await campaign.report() };
}

it("a comparison that fails ends its own test, with the reason and the result, and no other", async () => {
  const { events, report } = await run(fakeWorld(), ["ODD", "ACME"]);
  expect(report.tests.map(({ state, reason, result }) => [state, reason, result?.status.delivered])).toEqual([
    ["missing", REASON, true],
    ["compared", null, true],
  ]);
  expect(events).toContainEqual(expect.objectContaining({ type: "missing", index: 0, reason: REASON }));
  expect([report.outcome, report.delivered, report.finishedAt === null]).toEqual(["missing", 2, false]);
});

it("one that fails for a late receipt leaves the earlier one as it was", async () => {
  const world = fakeWorld();
  world.results = (test) => [resultOf(test, "not-delivered")];
  let compared: () => void = () => undefined;
  const firstCompared = new Promise<void>((resolve) => {
    compared = resolve;
  });
  world.send = async (count) => {
    if (count === 2) {
      await firstCompared;
      world.receipt({ messageId: "m1", status: "DELIVRD", receivedAt: new Date().toISOString(), raw: null });
    }
    return { outcome: "accepted", messageIds: [`m${count}`], parts: 1 };
  };
  const { events, report } = await run(world, ["LATE", "ACME"], ({ type, index }) => {
    if (type === "compared" && index === 0) compared();
  });
  expect(report.tests.map(({ state, receipt }) => [state, receipt?.status])).toEqual([
    ["compared", "DELIVRD"],
    ["compared", undefined],
  ]);
  expect(report.tests[0]?.comparison).not.toBeNull();
  expect(events).toContainEqual(
    expect.objectContaining({ type: "failed", index: 0, stage: "compare", reason: REASON }),
  );
});

import { describe, expect, it } from "vitest";
import { network } from "../testing/fake-vendor.ts";
import { type CampaignPlan, readPlan } from "./campaign-plan.ts";
import { expandPlan, textWith } from "./expand-plan.ts";

const plan: CampaignPlan = {
  vendors: ["v"],
  senders: ["s"],
  destinations: [network("206", "10")],
  messages: [{ sender: "ACME", text: "{testText}" }],
  budget: 1,
};

describe("a plan out of JSON", () => {
  it.each([
    [{ ...plan, budget: 0 }, "budget"],
    [{ ...plan, messages: [{ sender: "A", text: "no place for it" }] }, "messages[0].text"],
    [{ ...plan, messages: [{ sender: "A\u0000", text: "{testText}" }] }, "messages[0].sender"],
    [{ ...plan, destinations: [network("20", "10")] }, "destinations[0].network.mcc"],
    [{ ...plan, destinations: [] }, "destinations"],
    [{ ...plan, vendors: ["v", "v"] }, "vendors"],
    [{ ...plan, repetitions: 10_000, destinations: Array(20).fill(network("206", "10")) }, "repetitions"],
    [{ ...plan, unknown: 1 }, ""],
  ])("is refused with the path of what is wrong: %#", (value, path) => {
    expect(() => readPlan(value)).toThrow(expect.objectContaining({ code: "PLAN_INVALID", path }));
  });

  it("comes back as it is, in the same order of keys however it was written", () => {
    const turned = Object.fromEntries(Object.entries(plan).reverse());
    expect(JSON.stringify(readPlan(turned))).toBe(JSON.stringify(readPlan(plan)));
  });
});

it("every combination comes before any comes twice", () => {
  const tests = expandPlan({
    ...plan,
    destinations: [network("206", "10"), network("262", "02")],
    repetitions: 2,
  });
  const networks = tests.map(({ destination }) => destination.kind === "network" && destination.network.mcc);
  expect(networks).toEqual(["206", "262", "206", "262"]);
});

it("the test text goes in as it is, at every place", () => {
  expect(textWith({ sender: "", text: "{testText}-{testText}" }, "$&$1")).toBe("$&$1-$&$1");
});

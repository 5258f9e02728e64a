import { describe, expect, it } from "vitest";
import { createVirtualClock } from "../contract/virtual-clock.ts";
import { NotFoundError, RateLimitError, ServerError } from "../errors/tree.ts";
import type { DeliveryResult } from "../model/delivery-result.ts";
import { resultWith, testCreatedAt } from "../testing/results.ts";
import { createResultInbox } from "./result-inbox.ts";
import { createResultWaiter } from "./result-waiter.ts";

const details = { vendor: "any", operation: "results.get" } as const;
type Answer = DeliveryResult | Error | "silence";

/** A waiter whose vendor answers by the age of the test in seconds: the last entry that has begun counts. */
function rig(answers: Readonly<Record<number, Answer>>, callbacks = false) {
  const clock = createVirtualClock();
  const createdMs = clock.now();
  const test = testCreatedAt(createdMs);
  const inbox = createResultInbox();
  const polledAt: number[] = [];
  const waiter = createResultWaiter({
    vendor: "any",
    poll: async () => {
      const age = (clock.now() - createdMs) / 1000;
      polledAt.push(age);
      const begun = Object.entries(answers).filter(([second]) => Number(second) <= age);
      const answer = begun.at(-1)?.[1];
      if (answer instanceof Error) throw answer;
      return answer === "silence" || answer === undefined ? new Promise<never>(() => undefined) : answer;
    },
    mailboxOf: () =>
      callbacks ? { inbox, key: "k", belongs: (result) => result.testText !== "another test's" } : null,
    marginMs: 120_000,
    clock,
    random: () => 0.5,
    maxPollsPerSecond: 1_000,
  });
  const age = (): number => (clock.now() - createdMs) / 1000;
  const callback = (name: string, fields: Partial<DeliveryResult> = {}) =>
    inbox.put("k", resultWith(name, fields));
  return { clock, test, waiter, inbox, polledAt, age, callback };
}

describe("waitForResult", () => {
  it("poll first: ends with the poll that finds a final state", async () => {
    const { clock, waiter, test, age } = rig(
      { 0: resultWith("WAIT"), 30: resultWith("POSITIVE", { text: "hi" }) },
      true,
    );
    const result = await clock.run(waiter.waitForResult(test));
    expect(result).toMatchObject({ settledBy: "poll", text: "hi" });
    expect(age()).toBeLessThanOrEqual(60);
  });

  it("callback first: ends at once, before the next poll", async () => {
    const { clock, waiter, test, callback, age, polledAt } = rig({ 0: resultWith("WAIT") }, true);
    const waiting = waiter.waitForResult(test);
    await clock.advance(7_000);
    callback("POSITIVE", { text: "hi", testId: null });
    expect(await clock.run(waiting)).toMatchObject({ settledBy: "callback", text: "hi", testId: "1" });
    expect(age()).toBe(7);
    expect(polledAt).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it("both: a callback ends a poll that is under way", async () => {
    const { clock, waiter, test, callback } = rig({ 0: "silence" }, true);
    const waiting = waiter.waitForResult(test);
    await clock.advance(31_000);
    callback("POSITIVE");
    expect((await clock.run(waiting)).settledBy).toBe("callback");
  });

  it("neither: ends at the vendor's limit with the last state seen", async () => {
    const { clock, waiter, test, age } = rig({ 0: resultWith("WAIT") });
    const result = await clock.run(waiter.waitForResult(test));
    expect(result).toMatchObject({ settledBy: "limit", status: { name: "WAIT", final: false } });
    expect(age()).toBe(3_600 + 120);
  });

  it("neither, and never readable: fails with the last trouble at the limit", async () => {
    const { clock, waiter, test, age } = rig({
      0: new ServerError("down for maintenance", { ...details, status: 503, retryable: true }),
    });
    await expect(clock.run(waiter.waitForResult(test))).rejects.toMatchObject({
      code: "TIMEOUT",
      status: 503,
      message: expect.stringContaining("down for maintenance"),
    });
    expect(age()).toBe(3_720);
  });

  it("takes a status that nobody documented for a state that is not final", async () => {
    const { clock, waiter, test } = rig({ 0: resultWith("SURPRISE"), 100: resultWith("NOT_DELIVERED") });
    expect(await clock.run(waiter.waitForResult(test))).toMatchObject({
      status: { name: "NOT_DELIVERED" },
      settledBy: "poll",
    });
    const forEver = rig({ 0: resultWith("SURPRISE") });
    expect(await forEver.clock.run(forEver.waiter.waitForResult(forEver.test))).toMatchObject({
      status: { name: "SURPRISE" },
      settledBy: "limit",
    });
  });

  it("polls at once for a test that was created long ago", async () => {
    const { clock, waiter, test, polledAt } = rig({ 0: resultWith("POSITIVE") }, true);
    await clock.advance(1_000_000);
    await clock.run(waiter.waitForResult(test));
    expect(polledAt).toEqual([1_000]);
  });

  it("polls once, and waits no more, for a test that expired long ago", async () => {
    const { clock, waiter, test, polledAt } = rig({ 0: resultWith("WAIT") });
    await clock.advance(100 * 3_600_000);
    expect((await clock.run(waiter.waitForResult(test))).settledBy).toBe("limit");
    expect(polledAt).toHaveLength(1);
  });

  it("waits out a 404 right after the creation, and reports a later one", async () => {
    const unknown = new NotFoundError("Id Not Found", { ...details, status: 404 });
    const early = rig({ 0: unknown, 20: resultWith("POSITIVE") });
    expect((await early.clock.run(early.waiter.waitForResult(early.test))).settledBy).toBe("poll");
    const late = rig({ 0: resultWith("WAIT"), 300: unknown });
    await expect(late.clock.run(late.waiter.waitForResult(late.test))).rejects.toBe(unknown);
  });

  it("polls no sooner than a 429 asks", async () => {
    const { clock, waiter, test, polledAt } = rig({
      0: new RateLimitError("slow", { ...details, retryable: true, retryAfterMs: 40_000 }),
      40: resultWith("POSITIVE"),
    });
    await clock.run(waiter.waitForResult(test));
    expect(polledAt).toEqual([2, 42]);
  });

  it("ends by its signal: while it sleeps, while it polls, and before it began", async () => {
    for (const answer of [resultWith("WAIT"), "silence"] as const) {
      for (const before of [0, 1_000, 2_500]) {
        const { clock, waiter, test } = rig({ 0: answer });
        const controller = new AbortController();
        if (before === 0) controller.abort();
        const ended = expect(waiter.waitForResult(test, { signal: controller.signal })).rejects.toMatchObject(
          { code: "ABORTED" },
        );
        await clock.advance(before);
        controller.abort();
        await ended;
        expect(clock.pending).toBe(0);
      }
    }
  });

  it("refuses a test whose times are no dates", async () => {
    const { clock, waiter, test } = rig({});
    await expect(clock.run(waiter.waitForResult({ ...test, expiresAt: "soon" }))).rejects.toMatchObject({
      code: "VALIDATION",
    });
  });

  it("keeps thousands of waits within one pace", async () => {
    const clock = createVirtualClock();
    const polledAt: number[] = [];
    const waiter = createResultWaiter({
      vendor: "any",
      poll: async () => {
        polledAt.push(clock.now());
        return resultWith("POSITIVE");
      },
      mailboxOf: () => null,
      marginMs: 1_000,
      clock,
      random: Math.random,
      maxPollsPerSecond: 20,
    });
    const test = testCreatedAt(clock.now());
    await clock.run(Promise.all(Array.from({ length: 300 }, () => waiter.waitForResult(test))));
    for (const start of polledAt) {
      expect(polledAt.filter((at) => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(20);
    }
  });
});

describe("events", () => {
  it("duplicate, late and reordered ones change nothing", async () => {
    const { clock, waiter, test, callback } = rig({ 0: resultWith("WAIT") }, true);
    const seen: string[] = [];
    const follow = (async () => {
      for await (const { status } of waiter.updates(test)) seen.push(status.name);
    })();
    await clock.advance(1_000);
    expect(callback("WAIT")).toBe("new");
    expect(callback("WAIT")).toBe("duplicate");
    await clock.advance(1_000);
    expect(callback("UNAVAILABLE")).toBe("new");
    expect(callback("POSITIVE")).toBe("new");
    expect(callback("WAIT")).toBe("stale");
    expect(callback("NOT_DELIVERED")).toBe("stale");
    await clock.run(follow);
    expect(callback("POSITIVE")).toBe("duplicate");
    expect(seen).toEqual(["WAIT", "UNAVAILABLE", "POSITIVE"]);
  });

  it("a callback that comes after a poll settled the test does not lead back", async () => {
    const { clock, waiter, test, callback, inbox } = rig({ 0: resultWith("POSITIVE") }, true);
    await clock.run(waiter.waitForResult(test));
    expect(callback("WAIT")).toBe("stale");
    expect(inbox.latest("k")?.status.name).toBe("POSITIVE");
  });

  it("one that came before the wait began is found", async () => {
    const { clock, waiter, test, callback, age } = rig({ 0: resultWith("WAIT") }, true);
    callback("POSITIVE");
    expect((await clock.run(waiter.waitForResult(test))).settledBy).toBe("callback");
    expect(age()).toBe(0);
  });

  it("one of another test under the same key is left alone", async () => {
    const { clock, waiter, test, callback } = rig(
      { 0: resultWith("WAIT"), 60: resultWith("NOT_DELIVERED") },
      true,
    );
    const waiting = waiter.waitForResult(test);
    await clock.advance(1_000);
    callback("POSITIVE", { testText: "another test's" });
    expect(await clock.run(waiting)).toMatchObject({ settledBy: "poll", status: { name: "NOT_DELIVERED" } });
  });
});

describe("updates", () => {
  it("stops polling and listening when the loop is left", async () => {
    const { clock, waiter, test, polledAt } = rig({ 0: resultWith("WAIT") }, true);
    const first = (async () => {
      for await (const { status } of waiter.updates(test)) return status.name;
      return null;
    })();
    expect(await clock.run(first)).toBe("WAIT");
    const before = polledAt.length;
    await clock.advance(3_600_000);
    expect(polledAt.length).toBe(before);
    expect(clock.pending).toBe(0);
  });
});

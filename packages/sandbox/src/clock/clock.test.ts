import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLOCK_RANGE, createClock, MAX_ADVANCE_MS } from "./clock.ts";
import { createEventQueue } from "./event-queue.ts";

const START = Date.UTC(2030, 0, 1);
const virtual = () => createClock({ start: START, realTime: false });

describe("the virtual clock", () => {
  it("stands still until it is advanced", async () => {
    const clock = virtual();
    expect(clock.now()).toBe(START);
    await clock.advance(3 * 3_600_000);
    expect(clock.now()).toBe(START + 3 * 3_600_000);
  });

  it("runs events at their own time, also those that events add", async () => {
    const clock = virtual();
    const seen: number[] = [];
    clock.schedule(2000, () => seen.push(clock.now() - START));
    clock.schedule(1000, () => {
      seen.push(clock.now() - START);
      clock.schedule(500, () => seen.push(clock.now() - START));
    });
    await clock.advance(1999);
    expect(seen).toEqual([1000, 1500]);
    await clock.advance(1);
    expect(seen).toEqual([1000, 1500, 2000]);
  });

  it("waits for tracked work before the next event", async () => {
    const clock = virtual();
    const seen: string[] = [];
    clock.schedule(10, () => {
      clock.track(new Promise((done) => setTimeout(done, 5)).then(() => seen.push("callback answered")));
    });
    clock.schedule(20, () => seen.push("next event"));
    await clock.advance(100);
    expect(seen).toEqual(["callback answered", "next event"]);
  });

  it("lets two calls of advance follow each other", async () => {
    const clock = virtual();
    await Promise.all([clock.advance(10), clock.advance(5)]);
    expect(clock.now()).toBe(START + 15);
  });

  it("fails the leap in which an event throws, and no other", async () => {
    const clock = virtual();
    clock.schedule(5, () => {
      throw new Error("an event's own fault");
    });
    await expect(clock.advance(10)).rejects.toThrow("an event's own fault");
    await clock.advance(10);
    expect(clock.now()).toBe(START + 15);
  });

  it("runs what is due now without letting time pass", () => {
    const clock = virtual();
    let ran = 0;
    clock.schedule(0, () => {
      ran += 1;
    });
    clock.schedule(1, () => {
      ran += 10;
    });
    clock.runDue();
    expect([ran, clock.now()]).toEqual([1, START]);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, MAX_ADVANCE_MS + 1])(
    "refuses to advance by %s",
    async (ms) => {
      await expect(virtual().advance(ms)).rejects.toThrow(RangeError);
    },
  );

  it("ends where a PDU can write no later year", async () => {
    const clock = createClock({ start: CLOCK_RANGE.last - 1000, realTime: false });
    await expect(clock.advance(1001)).rejects.toThrow("the clock ends at 2089-12-30T00:00:00.000Z: reset it");
    await clock.advance(1000);
    expect(clock.now()).toBe(CLOCK_RANGE.last);
  });

  it("forgets its events when it is stopped", async () => {
    const clock = virtual();
    let ran = false;
    clock.schedule(5, () => {
      ran = true;
    });
    clock.stop();
    await clock.advance(100);
    expect(ran).toBe(false);
  });
});

describe("the real clock", () => {
  it("flows by itself and leaps when advanced", async () => {
    const clock = createClock({ start: 0, realTime: true });
    const order: string[] = [];
    clock.schedule(60_000, () => order.push("an hour's event"));
    await new Promise<void>((done) => {
      clock.schedule(5, () => {
        order.push("by itself");
        done();
      });
    });
    const before = clock.now();
    await clock.advance(60_000);
    expect(order).toEqual(["by itself", "an hour's event"]);
    expect(clock.now() - before).toBeGreaterThanOrEqual(60_000);
    clock.stop();
  });
});

describe("the event queue", () => {
  it("gives events by time, then by age, without the cancelled ones", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(20), cancel: fc.boolean() }), { maxLength: 60 }),
        (plan) => {
          const queue = createEventQueue();
          const cancels = plan.map(({ at }) => queue.add(at, () => {}));
          plan.forEach(({ cancel }, i) => {
            if (cancel) cancels[i]?.();
          });
          const kept = plan.map((p, age) => ({ ...p, age })).filter((p) => !p.cancel);
          expect(queue.size).toBe(kept.length);
          const times: number[] = [];
          for (let e = queue.takeDue(20); e !== null; e = queue.takeDue(20)) times.push(e.at);
          expect(times).toEqual(kept.map((p) => p.at).sort((a, b) => a - b));
        },
      ),
    );
  });

  it("does not keep thousands of cancelled events", () => {
    const queue = createEventQueue();
    const cancels = Array.from({ length: 5000 }, (_, i) => queue.add(1_000_000 + i, () => {}));
    for (const cancel of cancels) cancel();
    queue.add(1, () => {});
    for (const cancel of cancels) cancel();
    expect(queue.size).toBe(1);
    expect(queue.takeDue(2)?.at).toBe(1);
  });
});

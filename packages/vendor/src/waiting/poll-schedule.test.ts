import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPollDelay, POLL_ALONE, POLL_BESIDE_CALLBACKS } from "./poll-schedule.ts";

const HOUR = 3_600_000;
const middle = (): number => 0.5;

function polls(schedule: typeof POLL_ALONE, timeToLiveMs: number, marginMs: number): number[] {
  const times: number[] = [];
  for (let ageMs = 0; ageMs < timeToLiveMs + marginMs; ) {
    ageMs += nextPollDelay(
      schedule,
      { ageMs, untilExpiryMs: timeToLiveMs - ageMs, untilEndMs: timeToLiveMs + marginMs - ageMs },
      middle,
    );
    times.push(ageMs);
  }
  return times;
}

describe("nextPollDelay", () => {
  it("asks often at first, then at a tenth of the age, at most once a minute", () => {
    const times = polls(POLL_ALONE, HOUR, 120_000);
    expect(times.slice(0, 3)).toEqual([2_000, 4_000, 6_000]);
    expect(times.length).toBeGreaterThan(80);
    expect(times.length).toBeLessThan(110);
  });

  it("backs callbacks up rarely", () => {
    expect(polls(POLL_BESIDE_CALLBACKS, HOUR, 120_000).length).toBeLessThan(25);
  });

  it.each([60_000, HOUR, 2 * HOUR, 3 * HOUR])(
    "asks right after a test of %d ms has expired, and at the very end",
    (timeToLive) => {
      for (const schedule of [POLL_ALONE, POLL_BESIDE_CALLBACKS]) {
        const times = polls(schedule, timeToLive, 120_000);
        expect(times).toContain(timeToLive + 5_000);
        expect(times.at(-1)).toBe(timeToLive + 120_000);
      }
    },
  );

  it("never goes beyond the end nor below zero", () => {
    const ms = fc.integer({ min: -HOUR, max: 4 * HOUR });
    fc.assert(
      fc.property(
        ms,
        ms,
        ms,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (ageMs, untilExpiryMs, untilEndMs, random) => {
          const delay = nextPollDelay(POLL_ALONE, { ageMs, untilExpiryMs, untilEndMs }, () => random);
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(delay).toBeLessThanOrEqual(Math.max(0, untilEndMs));
        },
      ),
    );
  });
});

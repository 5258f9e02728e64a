import { expect, it } from "vitest";
import { createHastyClock } from "./hasty-clock.ts";

function standingTime(): { now(): number; advance(ms: number): Promise<void>; readonly leaps: number[] } {
  let now = 1000;
  const leaps: number[] = [];
  return {
    leaps,
    now: () => now,
    async advance(ms) {
      leaps.push(ms);
      now += ms;
    },
  };
}

it("leaps from one timer to the next, in order, and forgets what is cancelled", async () => {
  const time = standingTime();
  const { clock, stop } = createHastyClock(time, () => false);
  const fired: [string, number][] = [];
  await new Promise<void>((resolve) => {
    clock.after(3_600_000, () => {
      fired.push(["hour", clock.now()]);
      resolve();
    });
    clock.after(9000, () => {
      fired.push(["nine", clock.now()]);
      clock.after(1000, () => fired.push(["ten", clock.now()]));
    });
    clock.after(5000, () => fired.push(["never", clock.now()]))();
  });
  stop();
  expect(fired).toEqual([
    ["nine", 10_000],
    ["ten", 11_000],
    ["hour", 3_601_000],
  ]);
  expect(time.leaps).toEqual([9000, 1000, 3_590_000]);
});

it("stands still while a request is under way", async () => {
  const time = standingTime();
  let busy = true;
  const { clock, stop } = createHastyClock(time, () => busy);
  const fired = new Promise<number>((resolve) => clock.after(9000, () => resolve(clock.now())));
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(time.now()).toBe(1000);
  busy = false;
  expect(await fired).toBe(10_000);
  stop();
});

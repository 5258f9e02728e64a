import { describe, expect, it } from "vitest";
import { createPacedClock } from "./paced-clock.ts";

/** Time that notes how it is moved. */
function watchedTime(start: number) {
  let present = start;
  return {
    now: () => present,
    advance: async (ms: number) => {
      present += ms;
    },
  };
}

describe("createPacedClock", () => {
  it("stands still until it is held, and again once everybody has let go", async () => {
    const time = watchedTime(Date.now() + 1_000_000);
    const clock = createPacedClock(time, 100);
    const start = clock.now();
    const one = clock.hold();
    const other = clock.hold();
    await expect.poll(() => clock.now()).toBeGreaterThan(start);
    one();
    one();
    const between = clock.now();
    await expect.poll(() => clock.now()).toBeGreaterThan(between);
    other();
    const end = clock.now();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(clock.now()).toBe(end);
  });

  it("catches up with the machine's clock first", () => {
    const time = watchedTime(Date.now() - 3_600_000);
    const letGo = createPacedClock(time, 1).hold();
    expect(Math.abs(time.now() - Date.now())).toBeLessThan(1_000);
    letGo();
  });

  it("calls back so many times sooner, and forgets", async () => {
    const clock = createPacedClock(watchedTime(0), 1_000);
    const called = await new Promise((resolve) => {
      clock.after(1, () => resolve("forgotten"))();
      clock.after(60_000, () => resolve("called"));
    });
    expect(called).toBe("called");
  });

  it("goes on where its time can be moved no further", async () => {
    let tries = 0;
    const time = {
      now: () => Date.now(),
      advance: async () => {
        tries += 1;
        throw new RangeError("the clock ends");
      },
    };
    const letGo = createPacedClock(time, 1).hold();
    await expect.poll(() => tries).toBeGreaterThan(2);
    letGo();
  });
});

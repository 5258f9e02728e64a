import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "./random.ts";

describe("the seeded random source", () => {
  it("gives the same values for the same seed and others for another", () => {
    const draw = (seed: number) => Array.from({ length: 20 }, createRandom(seed).next);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it("keeps its forks apart: what one draws does not change the other", () => {
    const quiet = createRandom(7);
    const busy = createRandom(7);
    for (let i = 0; i < 100; i++) busy.fork("tokens").next();
    const tokens = busy.fork("tokens");
    for (let i = 0; i < 100; i++) tokens.next();
    expect(busy.fork("ids").text("abc", 30)).toBe(quiet.fork("ids").text("abc", 30));
    expect(quiet.fork("ids").next()).not.toBe(quiet.fork("numbers").next());
  });

  it("keeps integers within their borders, and reaches both", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const seen = new Set(Array.from({ length: 200 }, () => random.integer(3, 6)));
        expect([...seen].sort()).toEqual([3, 4, 5, 6]);
      }),
      { numRuns: 50 },
    );
  });

  it("is even enough: each of 16 values comes within a fifth of its share", () => {
    const random = createRandom("even");
    const counts = new Array<number>(16).fill(0);
    for (let i = 0; i < 16_000; i++) {
      const value = random.integer(0, 15);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(200);
  });

  it("says so when there is nothing to pick from", () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
  });
});

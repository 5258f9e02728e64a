import { describe, expect, it } from "vitest";
import { equalOctets, equalSecrets } from "./constant-time.ts";

/** Octets that count how often they are read. */
function counted(octets: readonly number[]): { octets: Uint8Array; reads: () => number } {
  let reads = 0;
  const proxy = new Proxy(Uint8Array.from(octets), {
    get(target, key) {
      if (typeof key === "string" && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key, target);
    },
  });
  return { octets: proxy, reads: () => reads };
}

describe("equalOctets", () => {
  it.each([
    ["equal", [1, 2, 3, 4], true],
    ["other at the first", [9, 2, 3, 4], false],
    ["other at the last", [1, 2, 3, 9], false],
    ["other everywhere", [9, 9, 9, 9], false],
  ])("reads every octet of octets that are %s", (_, other, equal) => {
    const left = counted([1, 2, 3, 4]);
    const right = counted(other);
    expect(equalOctets(left.octets, right.octets)).toBe(equal);
    expect([left.reads(), right.reads()]).toEqual([4, 4]);
  });
});

describe("equalSecrets", () => {
  it("compares texts of any length", async () => {
    expect(await equalSecrets("token", "token")).toBe(true);
    for (const other of ["", "Token", "token ", "toke", "tokens", "x".repeat(10_000)]) {
      expect(await equalSecrets(other, "token")).toBe(false);
    }
  });
});

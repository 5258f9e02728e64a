import { describe, expect, it } from "vitest";
import { bitPattern } from "./bit-pattern.ts";

const bits = (offset: number, length: number, value: number) => ({
  name: "",
  offset,
  length,
  value,
  description: "",
});

describe("bitPattern", () => {
  it.each([
    [bits(0, 2, 0), 1, ".... ..00"],
    [bits(2, 1, 1), 1, ".... .1.."],
    [bits(7, 1, 1), 1, "1... ...."],
    [bits(4, 4, 5), 1, "0101 ...."],
    [bits(0, 8, 0x80), 1, "1000 0000"],
    [bits(9, 7, 65), 3, "1000001"],
  ])("shows %j of %d octets as %s", (field, octets, expected) => {
    expect(bitPattern(field, octets)).toBe(expected);
  });
});

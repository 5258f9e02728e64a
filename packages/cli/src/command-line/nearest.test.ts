import { describe, expect, it } from "vitest";
import { editDistance, nearest } from "./nearest.ts";

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["abc", "", 3],
    ["decode", "decdoe", 1],
    ["decode", "encode", 2],
    ["kitten", "sitting", 3],
  ])("%s to %s is %d", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});

describe("nearest", () => {
  it.each([
    ["decod", "decode"],
    ["dcode", "decode"],
    ["exp", "explain"],
    ["EXPLAIN", "explain"],
    ["send", undefined],
    ["x", undefined],
  ])("for %s is %s", (word, expected) => {
    expect(nearest(word, ["decode", "explain"])).toBe(expected);
  });
});

import { describe, expect, it } from "vitest";
import { DEFAULT_RETRY, readRetryAfter, retryDelay } from "./retry.ts";

describe("retryDelay", () => {
  it("doubles, with the upper half at random, up to the bound", () => {
    const policy = { attempts: 9, baseDelayMs: 100, maxDelayMs: 500, maxRetryAfterMs: 1000 };
    expect([1, 2, 3, 4, 5].map((attempt) => retryDelay(policy, attempt, null, () => 0))).toEqual([
      50, 100, 200, 250, 250,
    ]);
    expect([1, 2, 3, 4].map((attempt) => retryDelay(policy, attempt, null, () => 1))).toEqual([
      100, 200, 400, 500,
    ]);
  });

  it("ends after the last attempt", () => {
    expect(retryDelay(DEFAULT_RETRY, DEFAULT_RETRY.attempts, null, Math.random)).toBe(null);
  });

  it("never comes back sooner than asked, and not at all when asked for more than the bound", () => {
    expect(retryDelay(DEFAULT_RETRY, 1, 30_000, () => 0)).toBe(30_000);
    expect(retryDelay(DEFAULT_RETRY, 1, 60_001, () => 0)).toBe(null);
    expect(retryDelay(DEFAULT_RETRY, 1, 0, () => 1)).toBe(500);
  });
});

describe("readRetryAfter", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  it.each([
    ["5", 5_000],
    ["0", 0],
    ["1.5", 1_500],
    ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
    ["Wed, 31 Dec 2025 23:00:00 GMT", 0],
    ["soon", null],
    ["-1", null],
    ["99999999999999", null],
    [null, null],
  ])("reads %j as %j ms", (text, expected) => {
    expect(readRetryAfter(text, now)).toBe(expected);
  });
});

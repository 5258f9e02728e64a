import { expect, it } from "vitest";
import { UsageError } from "../exit-status.ts";
import { momentOf } from "./moment.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

it.each([
  ["7d", "2026-11-15T12:00:00.000Z"],
  ["12h", "2026-11-22T00:00:00.000Z"],
  ["30m", "2026-11-22T11:30:00.000Z"],
  ["2w", "2026-11-08T12:00:00.000Z"],
  ["2026-11-01", "2026-11-01T00:00:00.000Z"],
  ["2026-11-01T08:00Z", "2026-11-01T08:00:00.000Z"],
  ["2026-11-01T08:00:30+02:00", "2026-11-01T06:00:30.000Z"],
])("%s is %s", (text, expected) => {
  expect(momentOf("since", text, NOW)).toBe(expected);
});

it.each(["", "yesterday", "7", "7y", "2026-13-01", "2026-11-01T08:00", "1e3d"])("%j is no moment", (text) => {
  expect(() => momentOf("since", text, NOW)).toThrow(UsageError);
});

it("is left open where nothing is said", () => {
  expect(momentOf("until", undefined, NOW)).toBeUndefined();
});

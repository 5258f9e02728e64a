import { expect, it } from "vitest";
import { timeWords } from "./time-words.ts";

it("gives the time of the service centre's own zone", () => {
  const stamp = {
    raw: "99309251619580",
    iso: "1999-03-29T15:16:59+02:00",
    epochMs: 922713419000,
    offsetMinutes: 120,
  };
  expect(timeWords(stamp)).toEqual({
    local: "29 Mar 1999, 15:16:59",
    zone: "UTC+02:00",
    remark: "1999-03-29 13:16:59 UTC",
    possible: true,
  });
});

it("knows zones west of Greenwich and odd quarters", () => {
  const stamp = {
    raw: "",
    iso: "2026-01-01T00:00:00-03:30",
    epochMs: Date.UTC(2026, 0, 1, 3, 30),
    offsetMinutes: -210,
  };
  expect(timeWords(stamp)).toMatchObject({ local: "1 Jan 2026, 00:00:00", zone: "UTC−03:30" });
});

it("shows an impossible time as it stands", () => {
  const stamp = { raw: "02203222577161", iso: null, epochMs: null, offsetMinutes: 240 };
  expect(timeWords(stamp)).toEqual({
    local: "20-02-23, 22:75:17",
    zone: "UTC+04:00",
    remark: "no possible time",
    possible: false,
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVendorDate } from "./vendor-date.ts";

describe("readVendorDate", () => {
  it.each([
    ["2020-02-13T17:05:27Z", "2020-02-13T17:05:27.000Z", "TelQ's smsReceivedAt"],
    ["2020-02-13T17:01:54.352886Z", "2020-02-13T17:01:54.352Z", "TelQ's testCreatedAt, in microseconds"],
    [
      "2020-11-30T11:25:37.375+0000",
      "2020-11-30T11:25:37.375Z",
      "Spring's errors, and the format that TestSMS states",
    ],
    ["2019-08-24T14:15:22Z", "2019-08-24T14:15:22.000Z", "TestSMS's samples"],
    ["2019-08-24T16:15:22.5+02:00", "2019-08-24T14:15:22.500Z", "a zone with colon"],
    ["2019-08-24T07:45:22-0630", "2019-08-24T14:15:22.000Z", "a negative zone without colon"],
    ["2019-08-24 16:15:22+02", "2019-08-24T14:15:22.000Z", "a blank and hours alone"],
    ["2024-02-29T23:59Z", "2024-02-29T23:59:00.000Z", "no seconds, a leap day"],
  ])("reads %s as %s (%s)", (text, instant) => {
    expect(readVendorDate(text)).toEqual({ text, instant, epochMs: Date.parse(instant), zoneAssumed: false });
  });

  it("takes a missing zone as UTC and says so, where new Date takes local time", () => {
    expect(readVendorDate("2019-08-24T14:15:22")).toMatchObject({
      instant: "2019-08-24T14:15:22.000Z",
      zoneAssumed: true,
    });
  });

  it.each([
    "2019-02-30T00:00:00Z",
    "2019-04-31T00:00:00Z",
    "2020-02-23T22:75:17Z",
    "2019-08-24T24:00:01Z",
    "2019-08-24T14:15:22+25:00",
    "yesterday",
    "2019-08-24",
    "12345",
  ])("keeps %s and gives it no instant", (text) => {
    expect(readVendorDate(text)).toEqual({ text, instant: null, epochMs: null, zoneAssumed: false });
  });

  it("gives null for nothing", () => {
    expect([null, undefined, ""].map(readVendorDate)).toEqual([null, null, null]);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (value) => void readVendorDate(value)));
  });

  it("reads back every instant in every zone", () => {
    const date = fc.date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        fc.boolean(),
        (instant, minutes, colon) => {
          const local = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, -1);
          const two = (value: number): string => String(value).padStart(2, "0");
          const size = Math.abs(minutes);
          const zone = `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${colon ? ":" : ""}${two(size % 60)}`;
          expect(readVendorDate(local + zone)?.epochMs).toBe(instant.getTime());
        },
      ),
    );
  });
});

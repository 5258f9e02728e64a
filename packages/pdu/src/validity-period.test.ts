import { describe, expect, it } from "vitest";
import { octetsOf } from "./octets.ts";
import { type Reading, startReading } from "./reading.ts";
import {
  readValidityPeriod,
  relativePeriodSeconds,
  VALIDITY_PERIOD_FORMATS,
  type ValidityPeriod,
} from "./validity-period.ts";

const readingOf = (hex: string): Reading => startReading(octetsOf(hex), true);

function enhanced(hex: string): [ValidityPeriod | null, Reading] {
  const reading = readingOf(hex);
  return [readValidityPeriod(reading, "enhanced", undefined), reading];
}

describe("TP-VPF", () => {
  it("has the formats of 23.040, 9.2.3.3, by their bits", () => {
    expect(VALIDITY_PERIOD_FORMATS).toEqual(["none", "enhanced", "relative", "absolute"]);
  });

  it("none takes no octet", () => {
    const reading = readingOf("00");
    expect(readValidityPeriod(reading, "none", undefined)).toBeNull();
    expect(reading).toMatchObject({ position: 0, trace: [] });
  });
});

describe("relative", () => {
  it("all 256 values are those of 23.040, 9.2.3.12.1", () => {
    // Added up step by step, as the table's ranges go on from each other.
    const minutes: number[] = [];
    for (let value = 0; value < 256; value++) {
      if (value <= 143) minutes.push(5 + 5 * value);
      else if (value <= 167) minutes.push((minutes.at(-1) ?? 0) + 30);
      else if (value === 168) minutes.push(2 * 24 * 60);
      else if (value <= 196) minutes.push((minutes.at(-1) ?? 0) + 24 * 60);
      else if (value === 197) minutes.push(5 * 7 * 24 * 60);
      else minutes.push((minutes.at(-1) ?? 0) + 7 * 24 * 60);
    }
    expect(minutes[143]).toBe(12 * 60);
    expect(minutes[167]).toBe(24 * 60);
    expect(minutes[196]).toBe(30 * 24 * 60);
    expect(minutes[255]).toBe(63 * 7 * 24 * 60);
    for (let value = 0; value < 256; value++) {
      const seconds = (minutes[value] ?? 0) * 60;
      expect(relativePeriodSeconds(value)).toBe(seconds);
      const reading = startReading(Uint8Array.of(value), true);
      const period = readValidityPeriod(reading, "relative", undefined);
      expect(period).toEqual({ format: "relative", value, seconds });
      expect(reading).toMatchObject({
        position: 1,
        diagnostics: [],
        trace: [{ part: "TP-VP", offset: 0, length: 1, value: period }],
      });
    }
  });
});

describe("absolute", () => {
  it("is a time with its zone", () => {
    const reading = readingOf("10101032959532");
    expect(readValidityPeriod(reading, "absolute", undefined)).toEqual({
      format: "absolute",
      until: {
        raw: "10101032959532",
        iso: "2001-01-01T23:59:59+05:45",
        epochMs: Date.UTC(2001, 0, 1, 18, 14, 59),
        offsetMinutes: 345,
      },
    });
    expect(reading).toMatchObject({ position: 7, diagnostics: [], trace: [{ part: "TP-VP", length: 7 }] });
  });

  it("takes its century from the option, and is named TP-VP where it is impossible", () => {
    expect(readValidityPeriod(readingOf("10101032959532"), "absolute", 21)).toMatchObject({
      until: { iso: "2101-01-01T23:59:59+05:45" },
    });
    const reading = readingOf("10311032959532");
    expect(readValidityPeriod(reading, "absolute", undefined)).toMatchObject({ until: { iso: null } });
    expect(reading.diagnostics).toMatchObject([{ code: "TIMESTAMP_IMPOSSIBLE", field: "TP-VP", offset: 0 }]);
  });
});

describe("enhanced", () => {
  it.each([
    ["no period", "00000000000000", { singleShot: false, unit: "none", seconds: null }],
    ["no period, one try", "40000000000000", { singleShot: true, unit: "none", seconds: null }],
    ["relative", "01FF0000000000", { singleShot: false, unit: "relative", seconds: 63 * 604_800 }],
    ["relative, one try", "41000000000000", { singleShot: true, unit: "relative", seconds: 300 }],
    ["seconds", "02010000000000", { singleShot: false, unit: "seconds", seconds: 1 }],
    ["seconds, one try", "42FF0000000000", { singleShot: true, unit: "seconds", seconds: 255 }],
    [
      "hours, minutes and seconds",
      "03214335000000",
      { singleShot: false, unit: "hours-minutes-seconds", seconds: 12 * 3600 + 34 * 60 + 53 },
    ],
    ["99 hours", "03999595000000", { singleShot: false, unit: "hours-minutes-seconds", seconds: 359_999 }],
  ])("%s: %s", (_, raw, expected) => {
    const [period, reading] = enhanced(raw);
    expect(period).toEqual({ format: "enhanced", raw, ...expected });
    expect(reading).toMatchObject({
      position: 7,
      diagnostics: [],
      trace: [{ part: "TP-VP", offset: 0, length: 7, value: period }],
    });
  });

  it.each([
    ["a reserved unit", "04000000000000", { unit: "reserved", seconds: null }],
    ["the last reserved unit", "07123456789ABC", { unit: "reserved", seconds: null }],
    ["an extension octet", "80000000000000", { unit: "none", seconds: null }],
    ["reserved bit 3", "08000000000000", { unit: "none", seconds: null }],
    ["reserved bit 4", "11050000000000", { unit: "relative", seconds: 1800 }],
    ["reserved bit 5", "22050000000000", { unit: "seconds", seconds: 5 }],
    ["octets behind no period", "00010000000000", { unit: "none", seconds: null }],
    ["octets behind a relative period", "01000100000000", { unit: "relative", seconds: 300 }],
    ["octets behind seconds", "02010000000001", { unit: "seconds", seconds: 1 }],
    ["octets behind hours, minutes and seconds", "03100000010000", { seconds: 3600 }],
    ["0 seconds, which 9.2.3.12.3 reserves", "02000000000000", { unit: "seconds", seconds: null }],
    ["an hour that is no number", "03A00000000000", { unit: "hours-minutes-seconds", seconds: null }],
    ["a minute that is no number", "03000A00000000", { seconds: null }],
    ["a second that is no number", "0300000F000000", { seconds: null }],
    ["minute 60", "03000600000000", { seconds: null }],
    ["second 60", "03000006000000", { seconds: null }],
  ])("%s is told, the octets kept: %s", (_, raw, expected) => {
    const [period, { diagnostics }] = enhanced(raw);
    expect(period).toMatchObject({ format: "enhanced", raw, ...expected });
    expect(diagnostics).toEqual([
      {
        code: "VALIDITY_PERIOD_RESERVED",
        severity: "info",
        field: "TP-VP",
        offset: 0,
        length: 7,
        message: "TP-VP has reserved bits or values.",
      },
    ]);
  });
});

describe("cut", () => {
  it.each([
    ["relative", "", "TP-VP needs 1 octet, but no octets are left."],
    ["enhanced", "000000000000", "TP-VP needs 7 octets, but 6 octets are left."],
    ["absolute", "00", "TP-VP needs 7 octets, but 1 octet is left."],
  ] as const)("%s has too few octets", (format, hex, message) => {
    const reading = hex === "" ? startReading(new Uint8Array(), false) : readingOf(hex);
    expect(() => readValidityPeriod(reading, format, undefined)).toThrow(
      expect.objectContaining({ code: "CUT", field: "TP-VP", offset: 0, message }),
    );
  });
});

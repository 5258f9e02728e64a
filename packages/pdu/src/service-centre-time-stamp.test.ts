import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeDeliver } from "./decode-deliver.ts";
import { octetsOf } from "./octets.ts";
import { type ServiceCentreTimeStamp, timeStampAt } from "./service-centre-time-stamp.ts";
import { swapped, timestamp } from "./testing/deliver-arbitrary.ts";
import { deliverPdu, octet } from "./testing/deliver-pdu.ts";

const two = (value: number): string => String(value).padStart(2, "0");

function read(hex: string, century?: number): ServiceCentreTimeStamp {
  return timeStampAt(octetsOf(hex), 0, century);
}

/** A time in UTC by its two-digit fields. */
function readFields(...fields: number[]): ServiceCentreTimeStamp {
  return read(`${fields.map((field) => swapped(two(field))).join("")}00`);
}

describe("TP-SCTS", () => {
  it("is the time that it was made of", () => {
    fc.assert(
      fc.property(timestamp, ({ hex, iso }) => {
        expect(read(hex)).toMatchObject({ raw: hex, iso, epochMs: Date.parse(iso) });
      }),
      { numRuns: 1000 },
    );
  });

  it("takes the zone from all 256 octets: quarters of an hour, bit 3 their sign", () => {
    for (let zone = 0; zone < 256; zone++) {
      const { offsetMinutes, iso } = read(`21103121436500`.slice(0, 12) + octet(zone));
      // The low half holds sign and tens, the high half the ones.
      const [ones = "", tens = ""] = octet(zone);
      const quarters = 10 * (Number.parseInt(tens, 16) % 8) + Number(ones);
      const sign = Number.parseInt(tens, 16) >= 8 ? -1 : 1;
      if (/[A-F]/.test(ones)) expect({ offsetMinutes, iso }).toEqual({ offsetMinutes: null, iso: null });
      else {
        expect(offsetMinutes).toBe(quarters === 0 ? 0 : sign * 15 * quarters);
        const hours = `${two(Math.floor(quarters / 4))}:${two(15 * (quarters % 4))}`;
        expect(iso).toBe(`2012-01-13T12:34:56${sign < 0 && quarters > 0 ? "-" : "+"}${hours}`);
      }
    }
  });

  it("knows the last day of every month of every year", () => {
    for (let year = 0; year < 100; year++)
      for (let month = 1; month <= 12; month++) {
        const fullYear = year < 90 ? 2000 + year : 1900 + year;
        const last = new Date(Date.UTC(fullYear, month, 0)).getUTCDate();
        expect(readFields(year, month, last, 0, 0, 0).epochMs).toBe(Date.UTC(fullYear, month - 1, last));
        expect(readFields(year, month, 1, 23, 59, 59).epochMs).toBe(
          Date.UTC(fullYear, month - 1, 1, 23, 59, 59),
        );
        expect(readFields(year, month, last + 1, 0, 0, 0).iso).toBeNull();
      }
  });

  it.each([
    ["month 0", [12, 0, 1, 0, 0, 0]],
    ["month 13", [12, 13, 1, 0, 0, 0]],
    ["day 0", [12, 1, 0, 0, 0, 0]],
    ["day 32", [12, 1, 32, 0, 0, 0]],
    ["hour 24", [12, 1, 1, 24, 0, 0]],
    ["minute 60", [12, 1, 1, 0, 60, 0]],
    ["second 60", [12, 1, 1, 0, 0, 60]],
  ])("with %s is no time, but keeps its octets and its zone", (_, fields) => {
    const { raw, ...rest } = readFields(...fields);
    expect(raw).toHaveLength(14);
    expect(rest).toEqual({ iso: null, epochMs: null, offsetMinutes: 0 });
  });

  it("with a semi-octet that is no digit is no time, wherever it stands", () => {
    for (let place = 0; place < 12; place++) {
      const raw = "21103121436500".split("").with(place, "A").join("");
      expect(read(raw)).toEqual({ raw, iso: null, epochMs: null, offsetMinutes: 0 });
    }
  });

  it("puts years from 90 into the 20th century, the others into the 21st", () => {
    for (let year = 0; year < 100; year++) {
      const expected = year >= 90 ? `19${two(year)}` : `20${two(year)}`;
      expect(readFields(year, 1, 1, 0, 0, 0).iso?.slice(0, 4)).toBe(expected);
    }
  });

  it("puts all years into the century that the caller names, as a number or as its first year", () => {
    for (const century of [20, 2000]) {
      expect(read("99309251619580", century).iso).toBe("2099-03-29T15:16:59+02:00");
      expect(read("99309251619580", century).epochMs).toBe(Date.parse("2099-03-29T15:16:59+02:00"));
    }
    expect(read("00922000000000", 19).iso).toBeNull();
    expect(read("00209200000000", 19).iso, "1900 was no leap year").toBeNull();
    expect(read("00209200000000", 20).iso).toBe("2000-02-29T00:00:00+00:00");
    expect(read("10101000000000", 19).iso).toBe("1901-01-01T00:00:00+00:00");
    expect(read("10101000000000", 19).epochMs).toBe(Date.UTC(1901, 0, 1));
  });

  it("takes the century from the options of decodeDeliver", () => {
    expect(decodeDeliver(deliverPdu(), { century: 20 }).timestamp.iso).toBe("2099-03-29T15:16:59+02:00");
    expect(decodeDeliver(deliverPdu()).timestamp.iso).toBe("1999-03-29T15:16:59+02:00");
  });
});

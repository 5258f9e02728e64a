import { describe, expect, test } from "vitest";
import { type CompareInput, compare } from "../index.ts";
import { secondsBetween } from "./delivery-findings.ts";
import { readPdus } from "./pdu-evidence.ts";

/** SMS-DELIVERs of the labelled cases: "Your parcel 7781 arrives today between 9 and 11." from KiwiPost. */
const TEXT = "Your parcel 7781 arrives today between 9 and 11.";
const BODY = "D9775D0E8287E5E3321B74BBE162A0B05C9EB697E720FA9B1CCE83C465FABD5C768372A0B09B0C8AC55C";
const HOME = `0791447758100650040ED0CBF43D0D7DCFE900006250401111214030${BODY}`;
const FOREIGN = `06912618010000040ED0CBF43D0D7DCFE900006250401111214030${BODY}`;
const FLASH = HOME.replace("E90000", "E90010");
const WITH_TAIL =
  "0791447758100650040ED0CBF43D0D7DCFE900006250401111214039D9775D0E8287E5E3321B74BBE162A0B05C9EB697E720FA9B1CCE83C465FABD5C768372A0B09B0C8AC55C202A9E0E9A529F50";

const input = (pdus: readonly string[], more: Partial<CompareInput["delivered"]> = {}): CompareInput => ({
  sent: { sender: "KiwiPost", text: TEXT },
  delivered: { sender: "KiwiPost", text: TEXT, pdus, ...more },
  destination: { country: "GB" },
});

const codes = (value: CompareInput): readonly string[] => compare(value).findings.map(({ code }) => code);

describe("PDUs", () => {
  test("a clean set says nothing new", () => {
    expect(codes(input([HOME]))).toEqual([]);
    expect(compare(input([HOME])).content.source).toBe("pdu");
  });

  test("a clean set outranks the vendor's text, and the difference is a finding", () => {
    const result = compare(input([WITH_TAIL]));
    expect(result.content.verdict).toBe("ALTERED");
    expect(result.content.compared?.delivered).toBe(`${TEXT} Txt STOP`);
    expect(result.findings.map(({ code }) => code)).toEqual([
      "CONTENT_SUFFIX_ADDED",
      "EVIDENCE_VENDOR_PDU_MISMATCH",
    ]);
  });

  test("what cannot be read makes the set incomplete and leaves the vendor's text", () => {
    for (const pdus of [["not hex"], [HOME.slice(0, 60)], [HOME, "00"]]) {
      const result = compare(input(pdus));
      expect([
        result.content.source,
        result.findings.map(({ code }) => code).includes("EVIDENCE_PDU_INCOMPLETE"),
      ]).toEqual(["vendor", true]);
    }
  });

  test("8-bit data are read where they are ASCII, and leave the set without text where they are not", () => {
    const bytes = (hex: string): string =>
      `0791447758100650040ED0CBF43D0D7DCFE9000462504011112140${(hex.length / 2).toString(16).padStart(2, "0")}${hex}`;
    expect(readPdus([bytes("48690A3132")]).message).toEqual({ sender: "KiwiPost", text: "Hi\n12" });
    expect(readPdus([bytes("4869FF")])).toMatchObject({ message: null, incomplete: "no PDU carries text" });
  });

  test("the same message twice is a duplicate", () => {
    expect(readPdus([HOME, HOME]).duplicates).toBe(1);
    expect(codes(input([HOME, HOME]))).toEqual(["DELIVERY_DUPLICATE"]);
  });

  test("fields that tell of the route", () => {
    expect(codes(input([FOREIGN]))).toEqual(["ROUTE_SMSC_FOREIGN"]);
    expect(codes(input([FLASH]))).toEqual(["ROUTE_CLASS_CHANGED"]);
    expect(codes(input([HOME.replace("E90000", "E93900")]))).toEqual(["ROUTE_PID_UNUSUAL"]);
    expect(codes(input([`00${HOME.slice(16)}`]))).toEqual(["ROUTE_SMSC_ABSENT"]);
  });
});

describe("receipts and times", () => {
  const sentAt = "2026-05-04T10:11:12Z";
  const nothing = { sender: null, text: null, receipt: "NOT_DELIVERED" } as const;
  const base = input([], {});

  test("seconds between moments, whatever their notation", () => {
    expect(secondsBetween(sentAt, "2026-05-04T12:12:13+0200")).toBe(61);
    expect(secondsBetween("2026-05-04T10:11:12", "2026-05-04T10:11:13.4Z")).toBe(1);
    expect(secondsBetween(sentAt, "soon")).toBeNull();
    expect(secondsBetween(undefined, sentAt)).toBeNull();
  });

  test("late is what comes after the limit", () => {
    const late = {
      ...base,
      sent: { ...base.sent, sentAt },
      delivered: { ...base.delivered, receivedAt: "2026-05-04T10:12:13Z" },
    };
    expect(codes(late)).toEqual(["DELIVERY_LATE"]);
    expect(compare(late, { lateAfterSeconds: 61 }).findings).toEqual([]);
  });

  test("a receipt lies when the handset was there and got nothing", () => {
    const claimed = { ...base, delivered: nothing, dlr: { status: "DELIVRD" } };
    expect(codes(claimed)).toEqual(["DELIVERY_FAKE_DLR"]);
    expect(codes({ ...claimed, dlr: { status: "UNDELIV" } })).toEqual([]);
    expect(codes({ ...claimed, delivered: { ...nothing, vendorStatus: "TEST_NUMBER_OFFLINE" } })).toEqual([]);
  });

  test("a vendor's flag that nothing explains", () => {
    expect(codes(input([], { vendorStatus: "TEXT_OR_SENDER_REPLACED" }))).toEqual([
      "EVIDENCE_VENDOR_FLAG_UNEXPLAINED",
    ]);
    expect(
      compare(input([], { vendorStatus: "TEXT_OR_SENDER_REPLACED", sender: "INFO" })).vendorFlag.agreement,
    ).toBe("CONFIRMED");
  });
});

describe("rules of a country", () => {
  const added = (country: string) =>
    compare({
      sent: { sender: "KWIPST", text: TEXT },
      delivered: { sender: "AD-KWIPST", text: TEXT },
      destination: { country },
    }).findings[0];

  test("explain a finding and lower its severity, and never hide it", () => {
    expect([
      added("AE")?.code,
      added("AE")?.severity,
      added("AE")?.expectedBy?.country,
      added("AE")?.tags,
    ]).toEqual(["SENDER_PREFIX_ADDED", "info", "AE", ["COUNTRY_RULE"]]);
    expect([added("FR")?.code, added("FR")?.severity, added("FR")?.expectedBy]).toEqual([
      "SENDER_PREFIX_ADDED",
      "low",
      undefined,
    ]);
  });
});

import type { CompareInput } from "@smsproof/compare";
import { compare } from "@smsproof/compare";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_TEXT, readCompareRecord } from "./compare-record.ts";

const SENT = { sender: "ACME", text: "Your code is 482913" };
const DELIVERED = { sender: "INFO", text: null };

describe("readCompareRecord", () => {
  it("takes every field of an input and hands other keys through", () => {
    const input: CompareInput = {
      sent: { ...SENT, encoding: "GSM7", testId: "482913", sentAt: "2026-11-22T09:30:00Z" },
      delivered: {
        ...DELIVERED,
        pdus: ["07", "08"],
        receivedAt: "2026-11-22T09:30:04Z",
        receipts: ["2026-11-22T09:30:04Z"],
        vendorStatus: "POSITIVE",
        smsc: "+33609001390",
        receipt: "DELIVERED",
      },
      destination: { country: "FR", mcc: "208", mnc: "01" },
      dlr: { status: "DELIVRD", at: "2026-11-22T09:30:05Z" },
    };
    const read = readCompareRecord({ id: 7, ...input, note: ["kept"], context: "kept too" });
    expect(read).toEqual({ kind: "input", input, extras: { id: 7, note: ["kept"], context: "kept too" } });
  });

  it("takes the context of a labelled case for destination, times, receipts and statuses", () => {
    const read = readCompareRecord({
      id: "c152",
      sent: SENT,
      delivered: { sender: null, text: null, segments: ["is not looked at"] },
      context: {
        country: "NG",
        dlr: { status: "DELIVRD" },
        receipt: "NOT_DELIVERED",
        ttlSeconds: 3600,
        sentAt: "2026-11-22T09:30:00Z",
        receivedAt: "2026-11-22T09:30:04Z",
        receipts: ["2026-11-22T09:30:04Z"],
        vendorStatus: "NEGATIVE",
        smsc: "+234",
      },
    });
    expect(read).toEqual({
      kind: "input",
      input: {
        sent: { ...SENT, sentAt: "2026-11-22T09:30:00Z" },
        delivered: {
          sender: null,
          text: null,
          receivedAt: "2026-11-22T09:30:04Z",
          receipts: ["2026-11-22T09:30:04Z"],
          vendorStatus: "NEGATIVE",
          smsc: "+234",
          receipt: "NOT_DELIVERED",
        },
        destination: { country: "NG" },
        dlr: { status: "DELIVRD" },
      },
      extras: { id: "c152" },
    });
  });

  it("tells what was not reported from what was reported as empty", () => {
    const senderOf = (delivered: unknown): unknown => {
      const read = readCompareRecord({ sent: SENT, delivered });
      return read.kind === "input" ? read.input.delivered.sender : read;
    };
    expect([senderOf({}), senderOf({ sender: null }), senderOf({ sender: "" })]).toEqual([null, null, ""]);
  });

  it("takes the alphabet in any case", () => {
    const read = readCompareRecord({ sent: { ...SENT, encoding: "gsm7" }, delivered: {} });
    expect(read).toHaveProperty("input.sent.encoding", "GSM7");
  });

  it.each([
    [[], "WRONG_TYPE", null, 'A record must be an object with "sent" and "delivered", not an array.'],
    [null, "WRONG_TYPE", null, 'A record must be an object with "sent" and "delivered", not null.'],
    [{ delivered: {} }, "MISSING_FIELD", "sent", "sent is missing."],
    [{ sent: SENT }, "MISSING_FIELD", "delivered", "delivered is missing."],
    [{ sent: "x", delivered: {} }, "WRONG_TYPE", "sent", "sent must be an object, not a string."],
    [{ sent: { text: "x" }, delivered: {} }, "MISSING_FIELD", "sent.sender", "sent.sender is missing."],
    [
      { sent: { ...SENT, text: null }, delivered: {} },
      "WRONG_TYPE",
      "sent.text",
      "sent.text must be a string, not null.",
    ],
    [
      { sent: SENT, delivered: { pdus: ["07", 8] } },
      "WRONG_TYPE",
      "delivered.pdus[1]",
      "delivered.pdus[1] must be a string, not a number.",
    ],
    [
      { sent: SENT, delivered: { pdus: "07" } },
      "WRONG_TYPE",
      "delivered.pdus",
      "delivered.pdus must be an array of strings, not a string.",
    ],
    [
      { sent: SENT, delivered: {}, destination: { mcc: 208 } },
      "WRONG_TYPE",
      "destination.mcc",
      "destination.mcc must be a string, not a number.",
    ],
    [
      { sent: { ...SENT, encoding: "utf8" }, delivered: {} },
      "UNKNOWN_VALUE",
      "sent.encoding",
      "sent.encoding must be one of GSM7, UCS2, auto.",
    ],
    [{ sent: SENT, delivered: {}, dlr: {} }, "MISSING_FIELD", "dlr.status", "dlr.status is missing."],
    [
      { sent: SENT, delivered: {}, context: { dlr: { status: 1 } } },
      "WRONG_TYPE",
      "context.dlr.status",
      "context.dlr.status must be a string, not a number.",
    ],
    [
      { sent: SENT, delivered: { text: "x".repeat(LONGEST_TEXT + 1) } },
      "TEXT_TOO_LONG",
      "delivered.text",
      "delivered.text has 39,016 characters; 255 parts hold 39,015.",
    ],
  ])("refuses %j", (value, code, field, message) => {
    expect(readCompareRecord(value)).toMatchObject({ kind: "fault", code, field, message });
  });

  it("takes any JSON value, and what it takes can be compared", () => {
    const near = fc.record(
      {
        sent: fc.record({ sender: fc.string(), text: fc.string({ unit: "binary" }), testId: fc.jsonValue() }),
        delivered: fc.record({ sender: fc.option(fc.string()), text: fc.jsonValue(), pdus: fc.jsonValue() }),
        destination: fc.jsonValue(),
        context: fc.jsonValue(),
        id: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(near, fc.jsonValue()), (value) => {
        const read = readCompareRecord(JSON.parse(JSON.stringify(value)));
        if (read.kind === "input") expect(compare(read.input).schema).toBe(1);
        else expect(read.message).toMatch(/^.+\.$/);
      }),
    );
  });
});

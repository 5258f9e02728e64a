import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTestsmsStatus, TESTSMS_STATUSES } from "./status.ts";

describe("readTestsmsStatus", () => {
  it.each([
    ["WAIT", "waiting", false, false],
    ["POSITIVE", "delivered", true, true],
    ["NUM_NOT_AVAILABLE", "number-unavailable", false, false],
    ["NUM_OFFLINE", "offline", true, false],
    ["TEXT_OR_SENDER_REPLACED", "delivered", true, true],
    ["NEGATIVE", "not-delivered", true, false],
    ["RECEIVED", "delivered", false, true],
    ["EXTERNAL", "no-result", true, false],
  ])("%s is %s", (raw, meaning, final, delivered) => {
    expect(readTestsmsStatus(raw)).toEqual({ raw, name: raw, meaning, final, delivered, billed: null });
  });

  it.each(TESTSMS_STATUSES.slice(0, 6).map((name, number) => [name, number] as const))(
    "reads %s in all four spellings",
    (name, number) => {
      for (const raw of [name, number, String(number), `${name}(${number})`]) {
        expect(readTestsmsStatus(raw)).toMatchObject({
          raw,
          name,
          meaning: expect.not.stringMatching("unknown"),
        });
      }
      expect(readTestsmsStatus(` ${name.toLowerCase()} (${number}) `).name).toBe(name);
    },
  );

  it.each([
    [
      "the whole list as one string, which the document shows as a value",
      "WAIT(0), POSITIVE(1), NUM_NOT_AVAILABLE(2), NUM_OFFLINE(3), TEXT_OR_SENDER_REPLACED(4), NEGATIVE(5)",
    ],
    ["a name with another's number", "POSITIVE(5)"],
    ["a name without number with one", "EXTERNAL(6)"],
    ["a number beyond the list", 6],
    ["a negative number", -1],
    ["a fraction", 1.5],
    ["a new name", "EXPIRED"],
    ["nothing", null],
    ["an empty text", ""],
    ["an object that has no text", { toString: 0 }],
  ])("keeps %s raw and does not take it for final", (_, raw) => {
    expect(readTestsmsStatus(raw)).toMatchObject({ raw, meaning: "unknown", final: false, delivered: false });
  });

  it("never throws and always keeps the raw value", () => {
    fc.assert(fc.property(fc.jsonValue(), (raw) => readTestsmsStatus(raw).raw === raw));
  });
});

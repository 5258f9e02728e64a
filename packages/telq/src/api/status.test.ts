import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTelqStatus } from "./status.ts";

describe("readTelqStatus", () => {
  it.each([
    ["WAIT", "waiting", false, false, null],
    ["TEST_NUMBER_NOT_AVAILABLE", "number-unavailable", false, false, null],
    ["POSITIVE", "delivered", true, true, true],
    ["NOT_DELIVERED", "not-delivered", true, false, true],
    ["TEST_NUMBER_OFFLINE", "offline", true, false, false],
    ["NETWORK_OFFLINE", "offline", true, false, false],
    ["INTERNAL_ERROR", "vendor-error", true, false, false],
  ])("%s is %s", (raw, meaning, final, delivered, billed) => {
    expect(readTelqStatus(raw)).toEqual({ raw, name: raw, meaning, final, delivered, billed });
  });

  it("keeps an unknown status raw and does not take it for final", () => {
    expect(readTelqStatus("EXPIRED")).toMatchObject({ raw: "EXPIRED", meaning: "unknown", final: false });
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.jsonValue(), fc.constantFrom("constructor", "toString", "__proto__")),
        (raw) => {
          const status = readTelqStatus(raw);
          expect(status.raw).toBe(raw);
          if (status.meaning === "unknown") expect([status.final, status.delivered]).toEqual([false, false]);
        },
      ),
    );
  });
});

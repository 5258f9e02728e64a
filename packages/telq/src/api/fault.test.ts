import { describe, expect, it } from "vitest";
import { readTelqFault } from "./fault.ts";

const own = (message: string, status: number): string =>
  JSON.stringify({ name: "X", message, code: 0, status });

describe("readTelqFault", () => {
  it("takes bad credentials, which come as a 400, for what they are", () => {
    const text = own("Bad credentials exception", 400);
    expect(readTelqFault({ status: 400, text })).toEqual({
      message: "Bad credentials exception",
      code: "AUTHENTICATION",
      tokenRefused: "yes",
    });
  });

  it("takes a bad token for one whether it comes as 401, 400 or 500", () => {
    for (const [status, text] of [
      [401, ""],
      [400, own("Invalid token", 400)],
      [500, own("Token expired", 500)],
    ] as const) {
      expect(readTelqFault({ status, text })).toMatchObject({ code: "AUTHENTICATION", tokenRefused: "yes" });
    }
  });

  it("suspects the token behind any other 500, but not behind a 503", () => {
    expect(readTelqFault({ status: 500, text: "" })).toEqual({ message: null, tokenRefused: "perhaps" });
    expect(readTelqFault({ status: 503, text: "Unauthorized" })).toEqual({ message: "Unauthorized" });
  });

  it("reads Spring's form with the places that it names", () => {
    const text = JSON.stringify({
      timestamp: "2020-11-30T11:25:37.375+0000",
      status: 400,
      error: "Bad Request",
      message: "Validation failed",
      errors: [
        { field: "destinationNetworks[0].mnc", defaultMessage: "must match", rejectedValue: "1", codes: [] },
      ],
    });
    expect(readTelqFault({ status: 400, text }).message).toBe(
      "Validation failed; destinationNetworks[0].mnc: must match",
    );
  });

  it("knows when there are no credits", () => {
    expect(readTelqFault({ status: 400, text: own("Not enough credits", 400) }).code).toBe(
      "INSUFFICIENT_CREDITS",
    );
  });
});

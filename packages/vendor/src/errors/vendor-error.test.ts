import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { RateLimitError, ServerError, VENDOR_ERRORS } from "./tree.ts";
import { isVendorError, VendorError, type VendorErrorCode } from "./vendor-error.ts";

const details = { vendor: "telq", operation: "tests.create" } as const;
const codes = Object.keys(VENDOR_ERRORS) as VendorErrorCode[];

describe("VendorError", () => {
  it.each(codes)("%s has its class, its name and its guard", (code) => {
    const error = new VENDOR_ERRORS[code]("went wrong", { ...details, status: 500 });
    expect(error).toBeInstanceOf(VendorError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(VENDOR_ERRORS[code]);
    expect([error.code, error.name, error.status, error.vendor]).toEqual([
      code,
      VENDOR_ERRORS[code].name,
      500,
      "telq",
    ]);
    expect(codes.filter((other) => isVendorError(error, other))).toEqual([code]);
    expect(inspect(error)).toContain(`${error.name}: went wrong`);
  });

  it("is known by its brand across two builds of the package", async () => {
    const elsewhere = await import("../errors/tree.ts?build=2" as string);
    const error: unknown = new elsewhere.RateLimitError("slow", details);
    expect(Object.getPrototypeOf(error)).not.toBe(RateLimitError.prototype);
    expect(isVendorError(error, "RATE_LIMIT")).toBe(true);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toBeInstanceOf(VendorError);
    expect(error).not.toBeInstanceOf(ServerError);
  });

  it("is none of these", () => {
    for (const value of [null, undefined, "x", new Error("x"), { code: "SERVER" }, Object.create(null)]) {
      expect(isVendorError(value)).toBe(false);
    }
  });

  it("gives all it holds as JSON, and has no cause", () => {
    const error = new RateLimitError("slow", {
      ...details,
      status: 429,
      retryAfterMs: 5000,
      requestId: "r",
      attempts: 2,
    });
    expect("cause" in error).toBe(false);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "RateLimitError",
      message: "slow",
      code: "RATE_LIMIT",
      vendor: "telq",
      operation: "tests.create",
      status: 429,
      requestId: "r",
      body: null,
      retryAfterMs: 5000,
      attempts: 2,
      effect: "none",
      retryable: false,
      check: null,
      issues: [],
      systemCode: null,
    });
  });
});

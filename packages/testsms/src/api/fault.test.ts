import { describe, expect, it } from "vitest";
import { readTestsmsFault } from "./fault.ts";

describe("readTestsmsFault", () => {
  it("tells the three causes of a 400 apart by words, where there are any", () => {
    expect(readTestsmsFault({ status: 400, text: "Purchase credits in app" })).toEqual({
      message: "Purchase credits in app",
      code: "INSUFFICIENT_CREDITS",
    });
    expect(readTestsmsFault({ status: 400, text: '{"message":"Networks can\'t be empty"}' })).toEqual({
      message: "Networks can't be empty",
    });
    expect(readTestsmsFault({ status: 400, text: "" })).toEqual({ message: null });
  });

  it("takes a 401 for a refused token, with or without a body", () => {
    for (const text of ["", "<html>", '"Request Access Token"']) {
      expect(readTestsmsFault({ status: 401, text })).toMatchObject({
        code: "AUTHENTICATION",
        tokenRefused: "yes",
      });
    }
  });

  it("takes an inactive user for a failed authentication", () => {
    expect(readTestsmsFault({ status: 400, text: "User is not active" })).toMatchObject({
      code: "AUTHENTICATION",
    });
  });

  it("reads nothing into a 501, which is how TestSMS documents its internal error", () => {
    expect(readTestsmsFault({ status: 501, text: "" })).toEqual({ message: null });
  });
});

import { describe, expect, it } from "vitest";
import { faultMessage, saysNoCredits, saysTokenRefused } from "./fault-words.ts";

describe("faultMessage", () => {
  it.each([
    ['{"name":"X","message":"Bad credentials exception","code":0,"status":400}', "Bad credentials exception"],
    [
      '{"timestamp":"2020-11-30T11:25:37.375+0000","status":404,"error":"Not Found","message":"Id Not Found"}',
      "Id Not Found",
    ],
    [
      '{"status":400,"error":"Bad Request","message":"Validation failed","errors":[{"field":"destinationNetworks[0].mnc","defaultMessage":"size must be between 2 and 3","rejectedValue":"1"}]}',
      "Validation failed; destinationNetworks[0].mnc: size must be between 2 and 3",
    ],
    ['"Purchase credits in app"', "Purchase credits in app"],
    ["Networks can't be empty", "Networks can't be empty"],
    ["<html><body>502</body></html>", null],
    ["", null],
    ["[1]", null],
    ['{"message":5}', null],
    ['{"broken', null],
  ])("reads %j", (text, message) => {
    expect(faultMessage(text)).toBe(message);
  });
});

describe("words in errors", () => {
  it.each([
    "Bad credentials exception",
    "Invalid token",
    "invalid access token",
    "Token expired",
    "token is invalid",
    "Unauthorized",
    "Authentication required",
  ])("takes %j for a refused token", (text) => {
    expect(saysTokenRefused(text)).toBe(true);
  });

  it.each([
    "results-callback-token is invalid",
    "callback token is missing",
    "Id Not Found",
    "",
    "size must be between 2 and 3",
  ])("does not take %j for one", (text) => {
    expect(saysTokenRefused(text)).toBe(false);
  });

  it("knows the words for no credits", () => {
    expect(
      ["Purchase credits in app", "Insufficient balance", "not enough credits"].map(saysNoCredits),
    ).toEqual([true, true, true]);
    expect(saysNoCredits("Networks can't be empty")).toBe(false);
  });
});

import { isVendorError } from "@smsproof/vendor";
import { describe, expect, it } from "vitest";
import { checkTestsRequest, type TelqTestsRequest } from "./tests-request.ts";

const network = { mcc: "206", mnc: "10" };
const body = (request: TelqTestsRequest): unknown => JSON.parse(checkTestsRequest(request).body);

function issuesOf(request: unknown): readonly { path: string; message: string }[] {
  try {
    checkTestsRequest(request as TelqTestsRequest);
    return [];
  } catch (error) {
    if (!isVendorError(error, "VALIDATION")) throw error;
    expect(error).toMatchObject({ effect: "none", attempts: 0, operation: "tests.create" });
    return error.issues;
  }
}

const pathsOf = (request: unknown): string[] => issuesOf(request).map(({ path }) => path);

describe("checkTestsRequest", () => {
  it("sends TelQ's own names, and the callback token as a header", () => {
    const checked = checkTestsRequest({
      destinationNetworks: [
        { ...network, portedFromMnc: "20" },
        { mcc: "716", mnc: "06" },
      ],
      resultsCallbackUrl: "https://some-callback-url.com/some-path",
      resultsCallbackToken: "peHWFdAXikjzmMgqPTwh",
      testIdTextType: "ALPHA_NUMERIC",
      testIdTextCase: "MIXED",
      testIdTextLength: 6,
      maxCallbackRetries: 1,
      testTimeToLiveInSeconds: 200,
    });
    expect(checked.headers).toEqual({ "results-callback-token": "peHWFdAXikjzmMgqPTwh" });
    expect(JSON.parse(checked.body)).toEqual({
      destinationNetworks: [
        { mcc: "206", mnc: "10", portedFromMnc: "20" },
        { mcc: "716", mnc: "06" },
      ],
      resultsCallbackUrl: "https://some-callback-url.com/some-path",
      testIdTextType: "ALPHA_NUMERIC",
      testIdTextCase: "MIXED",
      testIdTextLength: 6,
      maxCallbackRetries: 1,
      testTimeToLiveInSeconds: 200,
    });
  });

  it("leaves portedFromMnc out where there is none, and defaults to TelQ", () => {
    expect(body({ destinationNetworks: [{ ...network, portedFromMnc: null }] })).toEqual({
      destinationNetworks: [network],
    });
  });

  it.each([undefined, null, []])("refuses destinationNetworks of %j", (destinationNetworks) => {
    expect(pathsOf({ destinationNetworks })).toEqual(["destinationNetworks"]);
  });

  it("wants 3 digits of MCC and 2 or 3 of MNC, as strings", () => {
    const destinationNetworks = [
      { mcc: "20", mnc: "10" },
      { mcc: "2066", mnc: "10" },
      { mcc: "206", mnc: "1" },
      { mcc: "206", mnc: "1000" },
      { mcc: 206, mnc: "10" },
      { mcc: "206", mnc: "10", portedFromMnc: "" },
      { mcc: "206", mnc: "010" },
    ];
    expect(pathsOf({ destinationNetworks })).toEqual([
      "destinationNetworks[0].mcc",
      "destinationNetworks[1].mcc",
      "destinationNetworks[2].mnc",
      "destinationNetworks[3].mnc",
      "destinationNetworks[4].mcc",
      "destinationNetworks[5].portedFromMnc",
    ]);
  });

  it.each([
    ["testTimeToLiveInSeconds", [60, 3600, 10_800], [59, 10_801, 12_000, 60.5, "200"]],
    ["maxCallbackRetries", [0, 3, 5], [-1, 6, 1.5, "1"]],
    ["testIdTextLength", [4, 10, 20], [3, 21, "6", 4.5]],
    ["testIdTextType", ["ALPHA", "ALPHA_NUMERIC", "NUMERIC", "WHATSAPP_CODE"], ["alpha", "WHATSAPP"]],
    ["testIdTextCase", ["UPPER", "LOWER", "MIXED"], ["mixed", ""]],
    [
      "resultsCallbackUrl",
      ["https://a.example/b", "http://localhost:1/x"],
      ["a.example", "ftp://a.example", ""],
    ],
  ])("takes %s within its limits only", (field, good, wrong) => {
    for (const value of good)
      expect(issuesOf({ destinationNetworks: [network], [field]: value })).toEqual([]);
    for (const value of wrong)
      expect(pathsOf({ destinationNetworks: [network], [field]: value })).toContain(field);
  });

  it("takes a length for all types but WHATSAPP_CODE, and a case for letters only", () => {
    const request = { destinationNetworks: [network] };
    expect(pathsOf({ ...request, testIdTextType: "WHATSAPP_CODE", testIdTextLength: 7 })).toEqual([
      "testIdTextLength",
    ]);
    expect(pathsOf({ ...request, testIdTextType: "NUMERIC", testIdTextCase: "MIXED" })).toEqual([
      "testIdTextCase",
    ]);
    expect(pathsOf({ ...request, testIdTextType: "WHATSAPP_CODE", testIdTextCase: "UPPER" })).toEqual([
      "testIdTextCase",
    ]);
    expect(issuesOf({ ...request, testIdTextType: "NUMERIC", testIdTextLength: 6 })).toEqual([]);
    expect(issuesOf({ ...request, testIdTextCase: "UPPER" })).toEqual([]);
  });

  it("takes a callback token that is a header's value, and only with a URL", () => {
    const request = { destinationNetworks: [network], resultsCallbackUrl: "https://a.example" };
    for (const token of ["with blank", "line\r\nbreak: x", "", "ü".repeat(20), "x".repeat(1_001)]) {
      expect(pathsOf({ ...request, resultsCallbackToken: token })).toEqual(["resultsCallbackToken"]);
    }
    expect(pathsOf({ destinationNetworks: [network], resultsCallbackToken: "token" })).toEqual([
      "resultsCallbackToken",
    ]);
  });

  it("refuses fields that TelQ does not know", () => {
    expect(issuesOf({ destinationNetworks: [network], ttl: 60 })[0]?.message).toContain("ttl");
  });

  it("names every wrong place in its message, the first five in words", () => {
    const destinationNetworks = Array.from({ length: 9 }, () => ({ mcc: "1", mnc: "10" }));
    expect(() => checkTestsRequest({ destinationNetworks })).toThrow(
      /^telq tests\.create: the request was not sent\. destinationNetworks\[0\]\.mcc: must be exactly 3 digits; .*\(and 4 more\)$/,
    );
  });
});

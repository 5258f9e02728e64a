import { isVendorError } from "@smsproof/vendor";
import { describe, expect, it } from "vitest";
import { checkTestsRequest, type TestsmsTestsRequest } from "./tests-request.ts";

function pathsOf(request: unknown): readonly string[] {
  try {
    checkTestsRequest(request as TestsmsTestsRequest);
    return [];
  } catch (error) {
    if (!isVendorError(error, "VALIDATION")) throw error;
    expect(error).toMatchObject({ effect: "none", attempts: 0, operation: "tests.create" });
    return error.issues.map(({ path }) => path);
  }
}

describe("checkTestsRequest", () => {
  it("sends the sample of TestSMS's document as it stands", () => {
    const sample = {
      callbackUrl: "https://myserverdomain/api/sms-callback-results",
      networks: [
        { mccmnc: "22201" },
        { mccmnc: "22208", messageIdTemplate: "[g-code]" },
        { mccmnc: "22201", mccmncOriginal: "22299", messageIdTemplate: "[pass7]" },
        { externalMsisdn: "3936622667777" },
      ],
    };
    expect(JSON.parse(checkTestsRequest(sample).body)).toEqual(sample);
  });

  it.each([undefined, null, []])("refuses networks of %j", (networks) => {
    expect(pathsOf({ networks })).toEqual(["networks"]);
  });

  it("wants MCC and MNC together, 5 or 6 digits, unless there is a number of one's own", () => {
    const networks = [
      {},
      { mccmnc: "2061" },
      { mccmnc: "2061000" },
      { mccmnc: 20610 },
      { mccmnc: "20610", mccmncOriginal: "x" },
      { mccmnc: "310260" },
    ];
    expect(pathsOf({ networks })).toEqual([
      "networks[0].mccmnc",
      "networks[1].mccmnc",
      "networks[2].mccmnc",
      "networks[3].mccmnc",
      "networks[4].mccmncOriginal",
    ]);
  });

  it("wants E.164 digits without plus", () => {
    for (const externalMsisdn of ["4499274098712", "543513809889", "1555765"]) {
      expect(pathsOf({ networks: [{ externalMsisdn }] })).toEqual([]);
    }
    for (const externalMsisdn of [
      "+4499274098712",
      "004499274098712",
      "44 992",
      "123456",
      "1234567890123456",
      "",
    ]) {
      expect(pathsOf({ networks: [{ externalMsisdn }] })).toContain("networks[0].externalMsisdn");
    }
  });

  it("refuses what TestSMS ignores beside externalMsisdn", () => {
    const networks = [
      {
        externalMsisdn: "3936622667777",
        mccmnc: "22201",
        mccmncOriginal: "22299",
        messageIdTemplate: "[code]",
      },
    ];
    expect(pathsOf({ networks })).toEqual([
      "networks[0].mccmnc",
      "networks[0].mccmncOriginal",
      "networks[0].messageIdTemplate",
    ]);
  });

  it("refuses templates that are not documented, unless unsafeTemplates is set", () => {
    const networks = [{ mccmnc: "22201", messageIdTemplate: "Your code is [code]" }];
    expect(pathsOf({ networks })).toEqual(["networks[0].messageIdTemplate"]);
    const unsafe = checkTestsRequest({ networks, unsafeTemplates: true });
    expect(JSON.parse(unsafe.body)).toEqual({ networks });
    expect(unsafe.doubts).toHaveLength(1);
  });

  it("takes [pass5] and says that it is doubtful", () => {
    const { doubts } = checkTestsRequest({ networks: [{ mccmnc: "22201", messageIdTemplate: "[pass5]" }] });
    expect(doubts).toEqual([expect.stringContaining("networks[0].messageIdTemplate: [pass5] is in one of")]);
  });

  it("wants an http(s) URL for callbacks, and no unknown fields", () => {
    const networks = [{ mccmnc: "22201" }];
    expect(pathsOf({ networks, callbackUrl: "myserver/x" })).toEqual(["callbackUrl"]);
    expect(pathsOf({ networks, callbackURL: "https://a.example" })).toEqual([""]);
    expect(pathsOf({ networks: [{ mccmnc: "22201", ttl: 5 }] })).toEqual(["networks[0]"]);
  });
});

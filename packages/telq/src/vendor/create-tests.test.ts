import type { TestRequest } from "@smsproof/vendor";
import { createVirtualClock } from "@smsproof/vendor/contract";
import { describe, expect, it } from "vitest";
import { createTelq } from "../telq.ts";
import { createFakeTelq, FAKE_APP_KEY } from "../testing/fake-telq.ts";

const to = (mcc: string, mnc: string, portedFrom: { mcc: string; mnc: string } | null = null) =>
  ({ kind: "network", network: { mcc, mnc, portedFrom } }) as const;

function rig(options: Parameters<ReturnType<typeof createTelq>["asVendor"]>[0] = {}, reply?: string) {
  const clock = createVirtualClock();
  const fake = createFakeTelq(clock.now);
  const fetch = async (request: Request): Promise<Response> => {
    const answer = await fake.fetch(request);
    return reply !== undefined && request.url.endsWith("/tests") ? new Response(reply) : answer;
  };
  const telq = createTelq({ appId: 1, appKey: FAKE_APP_KEY, fetch, clock, environment: {} });
  return { vendor: telq.asVendor(options), fake, clock };
}

const sent = (fake: ReturnType<typeof createFakeTelq>): unknown =>
  JSON.parse(fake.creations[0]?.body ?? "null");

describe("createTests", () => {
  it("asks for all destinations in one request, in TelQ's terms", async () => {
    const { vendor, fake } = rig({
      callbacks: { url: "https://me.example/telq", token: "a-token-of-16-or-more", maxRetries: 5 },
    });
    await vendor.createTests({
      destinations: [to("206", "10"), to("262", "02", { mcc: "262", mnc: "07" })],
      testText: { characters: "letters-and-digits", length: 8, letterCase: "upper" },
      timeToLiveSeconds: 600,
    });
    expect(sent(fake)).toEqual({
      destinationNetworks: [
        { mcc: "206", mnc: "10" },
        { mcc: "262", mnc: "02", portedFromMnc: "07" },
      ],
      testIdTextType: "ALPHA_NUMERIC",
      testIdTextLength: 8,
      testIdTextCase: "UPPER",
      testTimeToLiveInSeconds: 600,
      resultsCallbackUrl: "https://me.example/telq",
      resultsCallbackToken: undefined,
      maxCallbackRetries: 5,
    });
    expect(fake.creations[0]?.headers.get("results-callback-token")).toBe("a-token-of-16-or-more");
  });

  it("gives a test its number, text and times: an hour, or as long as was asked", async () => {
    const { vendor } = rig();
    const destinations = [to("206", "10")];
    const [hour] = await vendor.createTests({ destinations });
    expect(hour).toMatchObject({
      outcome: "created",
      index: 0,
      test: {
        vendor: "telq",
        id: "9007199254740993",
        msisdn: "33611223344",
        testText: "zlrtyr993",
        createdAt: "2026-01-01T00:00:00.000Z",
        expiresAt: "2026-01-01T01:00:00.000Z",
        resultExpected: true,
      },
    });
    const [minute] = await vendor.createTests({ destinations, timeToLiveSeconds: 60 });
    expect(minute).toMatchObject({ test: { expiresAt: "2026-01-01T00:01:00.000Z" } });
  });

  it("takes a plus or 00 in front of a number away, though TelQ says there is none", async () => {
    for (const phoneNumber of ["+33611223344", "0033611223344", "33611223344"]) {
      const { vendor } = rig(
        {},
        JSON.stringify([{ id: 1, phoneNumber, testIdText: "abc", errorMessage: "null" }]),
      );
      expect(await vendor.createTests({ destinations: [to("206", "10")] })).toMatchObject([
        { test: { msisdn: "33611223344" } },
      ]);
    }
  });

  it("refuses an item with an errorMessage, without a number, without a text; its id is kept", async () => {
    for (const [item, reason] of [
      [{ id: 5, phoneNumber: null, testIdText: null, errorMessage: "NETWORK_OFFLINE" }, "NETWORK_OFFLINE"],
      [{ id: 5, phoneNumber: null, testIdText: null, errorMessage: null }, "TelQ gave no number."],
      [{ id: 5, phoneNumber: "336", testIdText: "null", errorMessage: "" }, "TelQ gave no test text."],
    ] as const) {
      const { vendor } = rig({}, JSON.stringify([item]));
      expect(await vendor.createTests({ destinations: [to("206", "10")] })).toMatchObject([
        { outcome: "refused", reason, raw: { id: 5 } },
      ]);
    }
  });

  it("loses no test of an answer that is broken in part", async () => {
    const good = {
      id: 1,
      phoneNumber: "336",
      testIdText: "abc",
      errorMessage: null,
      destinationNetwork: { mcc: "206", mnc: "10", portedFromMnc: null },
    };
    const { vendor } = rig({}, JSON.stringify([{ phoneNumber: "no id" }, good]));
    const outcomes = await vendor.createTests({ destinations: [to("716", "06"), to("206", "10")] });
    expect(outcomes).toMatchObject([
      {
        index: 0,
        outcome: "unknown",
        check: { destinations: ["716-06", "206-10"] },
        error: { code: "VALIDATION", issues: [{ path: "[0].id" }] },
      },
      { index: 1, outcome: "created", test: { id: "1" } },
    ]);
  });

  it("calls the outcome unknown for a destination of which the answer says nothing", async () => {
    const { vendor } = rig({}, "[]");
    expect(await vendor.createTests({ destinations: [to("206", "10")] })).toMatchObject([
      {
        outcome: "unknown",
        error: { message: expect.stringContaining("says nothing of some of the destinations") },
      },
    ]);
  });

  it("was not sent when the credentials are wrong", async () => {
    const clock = createVirtualClock();
    const fake = createFakeTelq(clock.now);
    const vendor = createTelq({
      appId: 1,
      appKey: "wrong-key",
      fetch: fake.fetch,
      clock,
      environment: {},
    }).asVendor();
    expect(await vendor.createTests({ destinations: [to("206", "10")] })).toMatchObject([
      { outcome: "not-sent", error: { code: "AUTHENTICATION", operation: "token" } },
    ]);
    expect(fake.creations).toHaveLength(0);
  });

  it.each([
    [{ destinations: [{ kind: "number", msisdn: "32470000000" }] }, "TelQ tests its own numbers only"],
    [{ destinations: [to("310", "260", { mcc: "311", mnc: "480" })] }, "within one country code only"],
    [
      { destinations: [to("206", "10")], testText: { characters: "digits", letterCase: "upper" } },
      "testIdTextCase: does not apply to NUMERIC",
    ],
    [{ destinations: [to("206", "10")], testText: { characters: "letters", length: 3 } }, "testIdTextLength"],
    [{ destinations: [to("206", "10")], timeToLiveSeconds: 10_801 }, "testTimeToLiveInSeconds"],
  ] satisfies [TestRequest, string][])("refuses %j before it costs anything", async (request, message) => {
    const { vendor, fake } = rig();
    await expect(vendor.createTests(request)).rejects.toThrow(message);
    expect(fake.log).toEqual([]);
  });
});

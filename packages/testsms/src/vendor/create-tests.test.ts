import type { TestRequest } from "@smsproof/vendor";
import { createVirtualClock } from "@smsproof/vendor/contract";
import { describe, expect, it } from "vitest";
import { createFakeTestsms, FAKE_CLIENT_SECRET } from "../testing/fake-testsms.ts";
import { createTestsms } from "../testsms.ts";
import type { TestsmsVendorOptions } from "./as-vendor.ts";

const to = (mcc: string, mnc: string, portedFrom: { mcc: string; mnc: string } | null = null) =>
  ({ kind: "network", network: { mcc, mnc, portedFrom } }) as const;

function rig(options: TestsmsVendorOptions = {}, reply?: string) {
  const clock = createVirtualClock();
  const fake = createFakeTestsms(clock.now);
  const fetch = async (request: Request): Promise<Response> => {
    const answer = await fake.fetch(request);
    return reply !== undefined && request.url.endsWith("/createTest") ? new Response(reply) : answer;
  };
  const testsms = createTestsms({
    clientId: "client",
    clientSecret: FAKE_CLIENT_SECRET,
    fetch,
    clock,
    environment: {},
  });
  return { vendor: testsms.asVendor(options), fake, clock };
}

const bodies = (fake: ReturnType<typeof createFakeTestsms>): unknown[] =>
  fake.creations.map((body) => JSON.parse(body));

describe("createTests", () => {
  it("asks for one destination at a time, since the answer names no network", async () => {
    const { vendor, fake } = rig();
    const outcomes = await vendor.createTests({
      destinations: [to("206", "10"), to("310", "260"), to("206", "10", { mcc: "206", mnc: "03" })],
    });
    expect(bodies(fake)).toEqual([
      { networks: [{ mccmnc: "20610" }] },
      { networks: [{ mccmnc: "310260" }] },
      { networks: [{ mccmnc: "20610", mccmncOriginal: "20603" }] },
    ]);
    expect(outcomes.map(({ index, outcome }) => [index, outcome])).toEqual([
      [0, "created"],
      [1, "created"],
      [2, "created"],
    ]);
  });

  it("puts the run's key behind the callback URL, and the template into the request", async () => {
    const key = "cbk_abcdefghijklmnopqrstuvwxyz012345";
    const { vendor, fake } = rig({ callbacks: { url: "https://me.example/hooks/", key } });
    await vendor.createTests({
      destinations: [to("206", "10")],
      testText: { characters: "digits", length: 6 },
    });
    expect(bodies(fake)).toEqual([
      {
        callbackUrl: `https://me.example/hooks/${key}`,
        networks: [{ mccmnc: "20610", messageIdTemplate: "[code6]" }],
      },
    ]);
  });

  it("gives a test its number, text and times: always two hours", async () => {
    const { vendor } = rig();
    expect(
      await vendor.createTests({ destinations: [to("206", "10")], timeToLiveSeconds: 7_200 }),
    ).toMatchObject([
      {
        outcome: "created",
        test: {
          vendor: "testsms",
          id: "9007199254740993",
          msisdn: "4499274098712",
          testText: "fsdg&f30993",
          createdAt: "2026-01-01T00:00:00.000Z",
          expiresAt: "2026-01-01T02:00:00.000Z",
          resultExpected: true,
        },
      },
    ]);
  });

  it("makes tests for numbers of one's own, and does not wait for what never comes", async () => {
    const { vendor, clock, fake } = rig();
    const [outcome] = await vendor.createTests({
      destinations: [{ kind: "number", msisdn: "3936622667777" }],
    });
    if (outcome?.outcome !== "created") throw new Error("not created");
    expect(bodies(fake)).toEqual([{ networks: [{ externalMsisdn: "3936622667777" }] }]);
    expect(outcome.test).toMatchObject({ msisdn: "3936622667777", resultExpected: false });
    const before = clock.now();
    expect(await clock.run(vendor.waitForResult(outcome.test))).toMatchObject({
      status: { name: "EXTERNAL", final: true },
    });
    fake.setResult(outcome.test.id, { receiptStatus: "WAIT" });
    expect(await clock.run(vendor.waitForResult(outcome.test))).toMatchObject({ settledBy: "limit" });
    expect(clock.now() - before).toBeLessThan(1_000);
  });

  it("ends at a failure that would meet the others too, and says that they were not sent", async () => {
    for (const [status, outcome] of [
      [401, "refused"],
      [429, "refused"],
      [503, "unknown"],
    ] as const) {
      const { vendor, fake } = rig();
      fake.failNextCreation({ kind: "status", status });
      const outcomes = await vendor.createTests({
        destinations: [to("206", "10"), to("206", "10"), to("206", "10")],
      });
      expect(outcomes.map((it) => it.outcome)).toEqual([outcome, "not-sent", "not-sent"]);
      expect(outcomes[1]).toMatchObject({
        error: {
          effect: "none",
          retryable: true,
          message: expect.stringContaining("the one before it failed"),
        },
      });
      expect(fake.creations).toHaveLength(1);
    }
  });

  it("goes on after a 400, which may be about the one network", async () => {
    const { vendor, fake } = rig();
    fake.failNextCreation({ kind: "status", status: 400 });
    const outcomes = await vendor.createTests({ destinations: [to("206", "10"), to("206", "10")] });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["refused", "created"]);
  });

  it("loses no test of an answer with several numbers or broken in part", async () => {
    const { vendor } = rig(
      {},
      '[{"phoneNumbers":[{"id":1,"messageId":"a","msisdn":"44"},{"id":2,"messageId":"b","msisdn":"45"},{"id":3,"msisdn":"46"},{"messageId":"c"}]}]',
    );
    expect(await vendor.createTests({ destinations: [to("206", "10")] })).toMatchObject([
      { index: 0, outcome: "created", test: { id: "1" } },
      { index: 0, outcome: "created", test: { id: "2" } },
      { index: 0, outcome: "refused", reason: "TestSMS gave no messageId.", raw: { id: 3 } },
      { index: 0, outcome: "unknown", error: { code: "VALIDATION" } },
    ]);
  });

  it.each([
    [{ destinations: [to("206", "10")], timeToLiveSeconds: 3600 }, "TestSMS always waits two hours"],
    [{ destinations: [to("206", "10")], testText: { characters: "letters" } }, "TestSMS makes digits"],
    [{ destinations: [{ kind: "number", msisdn: "+3936622667777" }] }, "must be E.164 digits without plus"],
    [{ destinations: [to("2O6", "10")] }, "destinations[0].network.mcc: must be exactly 3 digits"],
    [
      { destinations: [to("206", "10"), to("206", "1")] },
      "destinations[1].network.mnc: must be 2 or 3 digits",
    ],
  ] satisfies [TestRequest, string][])("refuses %j before it costs anything", async (request, message) => {
    const { vendor, fake } = rig();
    await expect(vendor.createTests(request)).rejects.toThrow(message);
    expect(fake.log).toEqual([]);
  });
});

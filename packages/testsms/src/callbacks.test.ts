import type { DeliveryResult, RouteTest } from "@smsproof/vendor";
import { createCallbackKey } from "@smsproof/vendor";
import { createVirtualClock } from "@smsproof/vendor/contract";
import { describe, expect, it } from "vitest";
import { createTestsmsCallbackHandler } from "./callbacks.ts";
import { createFakeTestsms, delivered, FAKE_CLIENT_SECRET } from "./testing/fake-testsms.ts";
import { createTestsms } from "./testsms.ts";

const key = createCallbackKey();
const post = (path: string, body: unknown): Request =>
  new Request(`https://me.example/hooks/${path}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const good = {
  phone: "4499274098712",
  messageId: "59674",
  receiptStatus: "POSITIVE",
  deliveredText: "59674",
};

describe("createTestsmsCallbackHandler", () => {
  it("knows TestSMS by the key in the path, one of several", async () => {
    const results: DeliveryResult[] = [];
    const handle = createTestsmsCallbackHandler({
      keys: [createCallbackKey(), key],
      onResult: (result) => void results.push(result),
    });
    expect((await handle(post(key, good))).status).toBe(202);
    expect((await handle(post(key, good))).status).toBe(202);
    await Promise.resolve();
    expect(results).toMatchObject([
      { testId: null, msisdn: "4499274098712", testText: "59674", text: "59674" },
    ]);
  });

  it.each(["", "wrong", createCallbackKey(), key.slice(0, -1), `${key}x`, `${key}/more`, key.toUpperCase()])(
    "answers 401 to a path that ends in %j",
    async (path) => {
      const handle = createTestsmsCallbackHandler({ keys: [key] });
      expect((await handle(post(path, good))).status).toBe(401);
    },
  );

  it("answers 401 to a key in a header or a query: only the path counts", async () => {
    const handle = createTestsmsCallbackHandler({ keys: [key] });
    const request = new Request(`https://me.example/hooks?key=${key}`, {
      method: "POST",
      body: "{}",
      headers: { authorization: key },
    });
    expect((await handle(request)).status).toBe(401);
  });

  it("answers 413 and 400 as fits; a result without number or text fits no test", async () => {
    const handle = createTestsmsCallbackHandler({ keys: [key], maxBodyOctets: 200 });
    expect((await handle(post(key, { ...good, deliveredText: "x".repeat(200) }))).status).toBe(413);
    for (const body of ["", "{", "[]", { ...good, phone: null }, { ...good, messageId: "" }]) {
      expect((await handle(post(key, body))).status).toBe(400);
    }
  });

  it.each([[], ["short"], ["with/slash/0123456789012345"], [""]])(
    "refuses keys that could be guessed: %j",
    (...keys) => {
      expect(() => createTestsmsCallbackHandler({ keys })).toThrow(
        "callbacks.keys must be keys of at least 22",
      );
    },
  );
});

describe("testsms.asVendor({ callbacks })", () => {
  async function rig() {
    const clock = createVirtualClock();
    const fake = createFakeTestsms(clock.now);
    const vendor = createTestsms({
      clientId: "client",
      clientSecret: FAKE_CLIENT_SECRET,
      fetch: fake.fetch,
      clock,
      environment: {},
    }).asVendor({
      callbacks: { url: "https://me.example/hooks", key },
    });
    const destination = { kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } } as const;
    const create = async (): Promise<RouteTest> => {
      const [outcome] = await clock.run(vendor.createTests({ destinations: [destination] }));
      if (outcome?.outcome !== "created") throw new Error("not created");
      return outcome.test;
    };
    const call = async (body: unknown): Promise<number> =>
      (await vendor.handleCallback?.(post(key, body)))?.status ?? 0;
    return { clock, fake, vendor, create, call };
  }

  it("matches a result by number and messageId, though it carries no id", async () => {
    const { clock, vendor, create, call, fake } = await rig();
    const test = await create();
    const other = await create();
    const waiting = vendor.waitForResult(test);
    await clock.advance(1_000);
    fake.setResult(test.id, delivered("INFO", "hello"));
    expect(await call({ ...fake.tests.get(other.id)?.result, receiptStatus: "NEGATIVE" })).toBe(202);
    expect(await call({ ...fake.tests.get(test.id)?.result, phone: "+4499274098712" })).toBe(202);
    expect(await clock.run(waiting)).toMatchObject({
      settledBy: "callback",
      testId: test.id,
      sender: "INFO",
    });
  });

  it("does not take an earlier test's result for one with the same number and five digits", async () => {
    const { clock, vendor, create, call, fake } = await rig();
    await clock.advance(3_600_000);
    const test = await create();
    const waiting = vendor.waitForResult(test);
    await clock.advance(1_000);
    const result = fake.tests.get(test.id)?.result;
    expect(
      await call({ ...result, createdOn: "2026-01-01T00:00:00.000+0000", receiptStatus: "NEGATIVE" }),
    ).toBe(202);
    expect(await call({ ...result, ...delivered("INFO", "hello") })).toBe(202);
    expect(await clock.run(waiting)).toMatchObject({ settledBy: "callback", status: { name: "POSITIVE" } });
  });

  it("polls all the same: callbacks are not promised for every state", async () => {
    const { clock, vendor, create } = await rig();
    const test = await create();
    const result = await clock.run(vendor.waitForResult(test));
    expect(result).toMatchObject({ settledBy: "poll", status: { name: "NEGATIVE", final: true } });
    expect(clock.now() - Date.parse(test.expiresAt)).toBe(5_000);
  });
});

import type { DeliveryResult } from "@smsproof/vendor";
import { createVirtualClock } from "@smsproof/vendor/contract";
import { describe, expect, it } from "vitest";
import { createTelqCallbackHandler } from "./callbacks.ts";
import { createTelq } from "./telq.ts";
import { callbackBody, createFakeTelq, delivered, FAKE_APP_KEY } from "./testing/fake-telq.ts";

const TOKEN = "a-callback-token-of-this-test";
const post = (body: string, authorization: string = TOKEN): Request =>
  new Request("https://me.example/telq", { method: "POST", body, headers: { authorization } });

describe("createTelqCallbackHandler", () => {
  it("reads TelQ's callbacks, ids above 2^53 included", async () => {
    const results: DeliveryResult[] = [];
    const handle = createTelqCallbackHandler({
      token: TOKEN,
      onResult: (result) => void results.push(result),
    });
    const body =
      '{"id":9007199254740993,"testStatus":"TEST_NUMBER_NOT_AVAILABLE","destinationNetwork":{"mcc":"206","mnc":"10","portedFromMnc":null}}';
    expect((await handle(post(body))).status).toBe(202);
    expect((await handle(post(body, `Bearer ${TOKEN}`))).status).toBe(202);
    await Promise.resolve();
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      testId: "9007199254740993",
      status: { name: "TEST_NUMBER_NOT_AVAILABLE", final: false },
    });
  });

  it("answers 401, 413 and 400 as fits", async () => {
    const handle = createTelqCallbackHandler({ token: TOKEN, maxBodyOctets: 100 });
    expect((await handle(post("{}", "wrong"))).status).toBe(401);
    expect((await handle(post(JSON.stringify({ id: 1, textDelivered: "x".repeat(100) })))).status).toBe(413);
    expect((await handle(post('{"testStatus":"WAIT"}'))).status).toBe(400);
    expect((await handle(post("no json"))).status).toBe(400);
  });

  it("refuses a token that could be guessed", () => {
    expect(() => createTelqCallbackHandler({ token: "short" })).toThrow(
      "callbacks.token must have at least 16 characters",
    );
  });

  it("with strict, refuses what TelQ does not document", async () => {
    const handle = createTelqCallbackHandler({ token: TOKEN, strict: true });
    expect((await handle(post('{"id":1,"testStatus":"EXPIRED"}'))).status).toBe(400);
  });
});

describe("telq.asVendor({ callbacks })", () => {
  it("settles a wait by a callback that is sent three times and out of order", async () => {
    const clock = createVirtualClock();
    const fake = createFakeTelq(clock.now);
    const told: string[] = [];
    const vendor = createTelq({
      appId: 1,
      appKey: FAKE_APP_KEY,
      fetch: fake.fetch,
      clock,
      environment: {},
    }).asVendor({
      callbacks: {
        url: "https://me.example/telq",
        token: TOKEN,
        onResult: ({ status }) => void told.push(status.name),
      },
    });
    const destination = { kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } } as const;
    const [outcome] = await vendor.createTests({ destinations: [destination] });
    if (outcome?.outcome !== "created") throw new Error("not created");
    const test = fake.tests.get(outcome.test.id);
    if (test === undefined || vendor.handleCallback === null) throw new Error("no test");
    const waiting = vendor.waitForResult(outcome.test);
    const early = callbackBody(test);
    fake.setResult(test.id, delivered("INFO", "zlrtyr993 hello"));
    const final = callbackBody(test);
    for (const body of [final, final, early, final]) {
      expect((await vendor.handleCallback(post(body))).status).toBe(202);
    }
    expect(await clock.run(waiting)).toMatchObject({
      settledBy: "callback",
      sender: "INFO",
      network: { mcc: "206", mnc: "10" },
    });
    expect(told).toEqual(["POSITIVE"]);
  });
});

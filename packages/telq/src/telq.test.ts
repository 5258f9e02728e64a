import { readVendorDate } from "@smsproof/vendor";
import { createVirtualClock } from "@smsproof/vendor/contract";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { TelqNetwork, TelqResult, TelqTest } from "./api/schemas.ts";
import type { TelqOptions } from "./options.ts";
import { createTelq } from "./telq.ts";
import { createFakeTelq, FAKE_APP_KEY } from "./testing/fake-telq.ts";

const network = { mcc: "206", mnc: "10" };

function rig(options: Partial<TelqOptions> = {}, ttl?: number) {
  const clock = createVirtualClock();
  const fake = createFakeTelq(clock.now, ttl);
  const telq = createTelq({
    appId: "000001",
    appKey: FAKE_APP_KEY,
    fetch: fake.fetch,
    clock,
    random: () => 0.5,
    environment: {},
    ...options,
  });
  return { clock, fake, telq };
}

/** A client whose server answers calls by one text, and tokens as ever. */
function answering(text: string, status = 200, options: Partial<TelqOptions> = {}) {
  const requests: Request[] = [];
  const { telq, clock } = rig({
    ...options,
    retry: { attempts: 1 },
    fetch: async (request) => {
      if (request.url.endsWith("/token")) return Response.json({ ttl: 86_400, value: "token" });
      requests.push(request);
      return new Response(text, { status });
    },
  });
  return { telq, clock, requests };
}

describe("the token", () => {
  it("is asked for with appId and appKey, and sent as Bearer with every call", async () => {
    const seen: [string, string, string | null, string][] = [];
    const { telq, fake } = rig({
      fetch: async (request) => {
        seen.push([
          request.method,
          request.url,
          request.headers.get("authorization"),
          await request.clone().text(),
        ]);
        return fake.fetch(request);
      },
    });
    await telq.networks.list();
    const base = "https://api.telqtele.com/v2.1/client";
    expect(seen).toEqual([
      ["POST", `${base}/token`, null, `{"appId":1,"appKey":"${FAKE_APP_KEY}"}`],
      ["GET", `${base}/networks`, `Bearer ${fake.tokens()[0]}`, ""],
    ]);
  });

  it("lives as long as its ttl says, and is renewed before", async () => {
    const { telq, fake, clock } = rig({}, 1_000);
    await telq.networks.list();
    await clock.advance(899_000);
    await telq.networks.list();
    expect(fake.tokensIssued()).toBe(1);
    await clock.advance(2_000);
    await telq.networks.list();
    expect(fake.tokensIssued()).toBe(2);
  });

  it("that is broken over lines, as in the document's sample, is joined", async () => {
    const seen: (string | null)[] = [];
    const { telq } = rig({
      fetch: async (request) => {
        seen.push(request.headers.get("authorization"));
        return request.url.endsWith("/token")
          ? new Response('{"ttl":86400,"value":"abc/+\\n      def=="}')
          : new Response("[]");
      },
    });
    await telq.networks.list();
    expect(seen[1]).toBe("Bearer abc/+def==");
  });

  it("is renewed once for a read whose old one was refused", async () => {
    const { telq, fake } = rig();
    await telq.networks.list();
    fake.expireTokens();
    await telq.networks.list();
    expect(fake.log).toEqual(["POST token", "GET networks", "GET networks", "POST token", "GET networks"]);
  });

  it("is asked for once by 1,000 concurrent callers after it expired", async () => {
    const { telq, fake, clock } = rig();
    await telq.networks.list();
    await clock.advance(86_400_001);
    await Promise.all(Array.from({ length: 1_000 }, () => telq.networks.list()));
    expect(fake.tokensIssued()).toBe(2);
  });

  it("that cannot be had is an AuthenticationError, though TelQ answers 400", async () => {
    const { telq } = rig({ appKey: "a-wrong-key" });
    await expect(telq.networks.list()).rejects.toMatchObject({
      code: "AUTHENTICATION",
      status: 400,
      operation: "token",
      retryable: false,
      message: "telq token: answered 400: Bad credentials exception",
    });
  });
});

describe("networks.list", () => {
  it("keeps MCC and MNC as strings, and takes an absent portedFromMnc and null alike", async () => {
    const { telq } = rig();
    const networks = await telq.networks.list();
    expect(networks.map(({ mcc, mnc, portedFromMnc }) => [mcc, mnc, portedFromMnc])).toEqual([
      ["206", "10", null],
      ["262", "02", "07"],
      ["505", "02", null],
    ]);
    expect(networks[1]).toMatchObject({
      countryName: "Germany",
      providerName: "Vodafone",
      portedFromProviderName: "O2",
    });
    expectTypeOf(networks).toEqualTypeOf<readonly TelqNetwork[]>();
  });

  it("leaves out what cannot be read, and tells the logger; with strict it fails", async () => {
    const text = '[{"mcc":"206","mnc":"10","new":1},{"mcc":"20","mnc":"10"},null]';
    const warnings: unknown[] = [];
    const logger = { debug: () => undefined, warn: (...args: unknown[]) => void warnings.push(args) };
    expect(await answering(text, 200, { logger }).telq.networks.list()).toEqual([
      expect.objectContaining({ mcc: "206", mnc: "10", new: 1 }),
    ]);
    expect(warnings).toHaveLength(1);
    await expect(answering(text, 200, { strict: true }).telq.networks.list()).rejects.toMatchObject({
      code: "VALIDATION",
    });
  });

  it.each(["", "{", "<html>", '{"networks":[]}', '"x"'])(
    "answers that are no list (%j) are a ValidationError",
    async (text) => {
      await expect(answering(text).telq.networks.list()).rejects.toMatchObject({
        code: "VALIDATION",
        status: 200,
      });
    },
  );
});

describe("tests.create", () => {
  it("gives TelQ's tests, ids above 2^53 included, with the string null read as null", async () => {
    const { telq } = rig();
    const tests = await telq.tests.create({ destinationNetworks: [network, { mcc: "716", mnc: "06" }] });
    expect(tests).toEqual([
      {
        id: "9007199254740993",
        phoneNumber: "33611223344",
        testIdText: "zlrtyr993",
        errorMessage: null,
        destinationNetwork: { mcc: "206", mnc: "10", portedFromMnc: null },
        testIdTextType: null,
        testIdTextCase: null,
        testIdTextLength: null,
      },
      expect.objectContaining({
        id: "9007199254740994",
        phoneNumber: null,
        testIdText: null,
        errorMessage: "NETWORK_OFFLINE",
      }),
    ]);
    expectTypeOf(tests).toEqualTypeOf<readonly TelqTest[]>();
  });

  it("reads the fields that the table has and the samples lack", async () => {
    const text =
      '[{"id":1,"phoneNumber":"1","testIdText":"abc","errorMessage":null,"destinationNetwork":null,"testIdTextType":"ALPHA","testIdTextCase":"MIXED","testIdTextLength":"6","extra":[1]}]';
    expect(await answering(text).telq.tests.create({ destinationNetworks: [network] })).toEqual([
      expect.objectContaining({
        testIdTextType: "ALPHA",
        testIdTextCase: "MIXED",
        testIdTextLength: 6,
        extra: [1],
      }),
    ]);
  });

  it("refuses a wrong request without sending anything, not even for a token", async () => {
    const { telq, fake } = rig();
    await expect(telq.tests.create({ destinationNetworks: [] })).rejects.toMatchObject({
      code: "VALIDATION",
      effect: "none",
    });
    expect(fake.log).toEqual([]);
  });

  it("says what to check when the answer cannot be read, and keeps it for salvage", async () => {
    const text = '[{"id":894562,"phoneNumber":"33611223344"},{"phoneNumber":"lost its id"}]';
    const { telq, requests } = answering(text);
    await expect(
      telq.tests.create({ destinationNetworks: [network, { mcc: "716", mnc: "06" }] }),
    ).rejects.toMatchObject({
      code: "VALIDATION",
      effect: "unknown",
      retryable: false,
      body: text,
      issues: [{ path: "[1].id" }],
      check: {
        destinations: ["206-10", "716-06"],
        sentAfter: "2026-01-01T00:00:00.000Z",
        sentence: expect.stringContaining("Look in the TelQ app for tests to 206-10, 716-06 created between"),
      },
    });
    expect(requests).toHaveLength(1);
  });
});

describe("results.get", () => {
  it("gives a result by an id above 2^53", async () => {
    const { telq, fake } = rig();
    const [test] = await telq.tests.create({ destinationNetworks: [network] });
    const result = await telq.results.get(test?.id ?? "");
    expect(result).toMatchObject({
      id: "9007199254740993",
      testStatus: "WAIT",
      smscInfo: null,
      pdusDelivered: [],
    });
    expect(fake.log.at(-1)).toBe("GET results/9007199254740993");
    expectTypeOf(result).toEqualTypeOf<TelqResult>();
    expect(readVendorDate(result.testCreatedAt)?.text).toBe("2026-01-01T00:00:00.000886Z");
  });

  it("is NOT_FOUND for an id that TelQ does not know", async () => {
    const { telq } = rig();
    await expect(telq.results.get("5")).rejects.toMatchObject({
      code: "NOT_FOUND",
      status: 404,
      message: expect.stringContaining("Id Not Found"),
    });
  });

  it.each(["", "../tests", "1?x", "-1", "1e3"])("refuses the id %j without sending it", async (id) => {
    const { telq, fake } = rig();
    await expect(telq.results.get(id)).rejects.toMatchObject({ code: "VALIDATION" });
    expect(fake.log).toEqual([]);
  });
});

describe("every call", () => {
  it.each([
    [400, "BAD_REQUEST"],
    [401, "AUTHENTICATION"],
    [403, "AUTHENTICATION"],
    [404, "NOT_FOUND"],
    [405, "BAD_REQUEST"],
    [406, "BAD_REQUEST"],
    [410, "NOT_FOUND"],
    [418, "BAD_REQUEST"],
    [429, "RATE_LIMIT"],
    [500, "SERVER"],
    [503, "SERVER"],
  ])("answers a %d with %s", async (status, code) => {
    await expect(answering("", status).telq.networks.list()).rejects.toMatchObject({ status, code });
  });

  it("asks for JSON, and sends the caller's headers", async () => {
    const { telq, requests } = answering("[]", 200, { headers: { "user-agent": "monitor/1" } });
    await telq.tests.create({ destinationNetworks: [network] }).catch(() => undefined);
    const [request] = requests;
    expect([
      request?.headers.get("accept"),
      request?.headers.get("content-type"),
      request?.headers.get("user-agent"),
    ]).toEqual(["application/json", "application/json", "monitor/1"]);
  });

  it("gives its raw answer with withResponse()", async () => {
    const { telq } = rig();
    const { data, response, requestId, attempts } = await telq.networks.list().withResponse();
    expect([data.length, response.status, requestId, attempts]).toEqual([3, 200, "req-1", 1]);
    expect(await response.json()).toHaveLength(3);
  });

  it("ends with its signal", async () => {
    const { telq } = rig({ fetch: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const ended = expect(telq.networks.list({ signal: controller.signal })).rejects.toMatchObject({
      code: "ABORTED",
    });
    controller.abort();
    await ended;
  });
});

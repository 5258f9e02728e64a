import { createVirtualClock } from "@smsproof/vendor/contract";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { TestsmsNetwork, TestsmsResult, TestsmsTestGroup } from "./api/schemas.ts";
import type { TestsmsOptions } from "./options.ts";
import { createFakeTestsms, FAKE_CLIENT_SECRET, FAKE_PASSWORD } from "./testing/fake-testsms.ts";
import { createTestsms } from "./testsms.ts";

const byClient = { clientId: "client", clientSecret: FAKE_CLIENT_SECRET };
const byUser = { email: "user@example.com", password: FAKE_PASSWORD };
/** The token of TestSMS's document: exp and iat are a day apart, in 2019. */
const SAMPLE_TOKEN =
  "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzUxMiJ9.eyJleHAiOjE1NjE4NDc5ODEsImlhdCI6MTU2MTc2MTU4MSwiZW1haWwiOiJtaW1hcmtvQGdtYWlsLmNvbSJ9.wxOmD0rUaK9yONHpcXuWO4VxkWktPB95ea8s_sK7Xe83-oyaP1hK8pjO1lUIPA9iMThgXH8NRCG4_uc0Z72oow";

function rig(options: Partial<TestsmsOptions> = byClient) {
  const clock = createVirtualClock();
  const fake = createFakeTestsms(clock.now);
  const credentials = "email" in options || "clientId" in options ? {} : byClient;
  const testsms = createTestsms({
    ...credentials,
    fetch: fake.fetch,
    clock,
    random: () => 0.5,
    environment: {},
    ...options,
  });
  return { clock, fake, testsms };
}

/** A client whose server answers calls by one text, and tokens as ever. */
function answering(text: string | null, status = 200, options: Partial<TestsmsOptions> = {}) {
  const requests: Request[] = [];
  const { testsms, clock } = rig({
    retry: { attempts: 1 },
    fetch: (request) => {
      if (request.url.endsWith("token")) return Response.json({ access_token: "token", expires_in: 86_400 });
      requests.push(request);
      return new Response(text, { status });
    },
    ...options,
  });
  return { testsms, clock, requests };
}

/** Calls with a token endpoint that answers so; gives the Authorization of the call that follows. */
async function authorizationAfter(
  answer: () => Response,
  options: Partial<TestsmsOptions>,
): Promise<string | null> {
  let seen: string | null = null;
  const { testsms } = rig({
    ...options,
    fetch: (request) => {
      if (request.url.endsWith("token")) return answer();
      seen = request.headers.get("authorization");
      return Response.json([]);
    },
  });
  await testsms.networks.list();
  return seen;
}

describe("the client flow", () => {
  it("sends client_id, client_secret and grant_type as a form, where the sample sends nothing", async () => {
    const { testsms, fake } = rig();
    await testsms.networks.list();
    expect(fake.log).toEqual(["POST v1/access-token", "GET v1/mccmnc"]);
    expect(fake.tokenRequests).toEqual([
      {
        body: `client_id=client&client_secret=${FAKE_CLIENT_SECRET}&grant_type=client_credentials`,
        type: "application/x-www-form-urlencoded",
      },
    ]);
  });

  it("sends the access_token as Bearer, though token_type and scope may be absent", async () => {
    const answer = (): Response => Response.json({ access_token: SAMPLE_TOKEN });
    expect(await authorizationAfter(answer, byClient)).toBe(`Bearer ${SAMPLE_TOKEN}`);
  });

  it("fails on an answer without access_token: all its fields are marked optional", async () => {
    const call = authorizationAfter(() => Response.json({ expires_in: 86_400 }), byClient);
    await expect(call).rejects.toMatchObject({
      code: "VALIDATION",
      operation: "token",
      body: null,
      issues: [{ path: "access_token" }],
    });
  });
});

describe("the user flow", () => {
  it("sends e-mail and password as JSON, and takes a bare JSON string", async () => {
    const { testsms, fake } = rig(byUser);
    await testsms.networks.list();
    expect(fake.log).toEqual(["POST v1/token", "GET v1/mccmnc"]);
    expect(fake.tokenRequests).toEqual([{ body: JSON.stringify(byUser), type: "application/json" }]);
    expect(await authorizationAfter(() => new Response(`"${SAMPLE_TOKEN}"`), byUser)).toBe(
      `Bearer ${SAMPLE_TOKEN}`,
    );
  });

  it("takes the token without quotes too: the prose says simple text", async () => {
    expect(await authorizationAfter(() => new Response(`${SAMPLE_TOKEN}\n`), byUser)).toBe(
      `Bearer ${SAMPLE_TOKEN}`,
    );
  });

  it.each(['{"access_token":"x"}', "<html>error</html>", '""', "two words", "null"])(
    "refuses %j for a token",
    async (text) => {
      const call = authorizationAfter(() => new Response(text), byUser);
      await expect(call).rejects.toMatchObject({ code: "VALIDATION", operation: "token", body: null });
    },
  );
});

describe("the token", () => {
  it.each([
    [
      "the 24 hours between exp and iat, though exp is long past",
      byUser,
      () => new Response(JSON.stringify(SAMPLE_TOKEN)),
      86_400,
    ],
    ["24 hours where it tells nothing", byUser, () => new Response('"opaque-token"'), 86_400],
    [
      "as long as expires_in says",
      byClient,
      () => Response.json({ access_token: SAMPLE_TOKEN, expires_in: 600 }),
      600,
    ],
    [
      "as long as a text in expires_in says",
      byClient,
      () => Response.json({ access_token: SAMPLE_TOKEN, expires_in: "600" }),
      600,
    ],
    [
      "as its claims say where there is no expires_in",
      byClient,
      () => Response.json({ access_token: SAMPLE_TOKEN }),
      86_400,
    ],
  ])("lives %s", async (_, credentials, answer, seconds) => {
    let asked = 0;
    const { testsms, clock } = rig({
      ...credentials,
      fetch: (request) => {
        if (!request.url.endsWith("token")) return Response.json([]);
        asked++;
        return answer();
      },
    });
    await testsms.networks.list();
    const margin = Math.min(300, seconds / 10);
    await clock.advance((seconds - margin) * 1000 - 1);
    await testsms.networks.list();
    expect(asked).toBe(1);
    await clock.advance(1);
    await testsms.networks.list();
    expect(asked).toBe(2);
  });

  it("is asked for once by 1,000 concurrent callers after it expired", async () => {
    const { testsms, fake, clock } = rig();
    await testsms.networks.list();
    await clock.advance(86_400_001);
    await Promise.all(Array.from({ length: 1_000 }, () => testsms.networks.list()));
    expect(fake.tokenRequests).toHaveLength(2);
  });

  it("is not asked for again before the time that a 429 named", async () => {
    let asked = 0;
    const { testsms, clock } = rig({
      fetch: () => {
        asked++;
        return new Response(null, { status: 429, headers: { "retry-after": "300" } });
      },
    });
    for (let call = 0; call < 5; call++) {
      await expect(clock.run(testsms.networks.list())).rejects.toMatchObject({
        code: "RATE_LIMIT",
        operation: "token",
      });
    }
    expect(asked).toBe(1);
  });

  it.each([
    [400, "BAD_REQUEST"],
    [401, "AUTHENTICATION"],
    [429, "RATE_LIMIT"],
    [501, "SERVER"],
  ])("that meets a %d is %s, in both flows", async (status, code) => {
    for (const credentials of [byClient, byUser]) {
      const { testsms } = rig({
        ...credentials,
        retry: { attempts: 1 },
        fetch: () => new Response(null, { status }),
      });
      await expect(testsms.networks.list()).rejects.toMatchObject({ status, code, operation: "token" });
    }
  });
});

describe("networks.list", () => {
  it("gives TestSMS's networks, ported ones by mccmncOriginal", async () => {
    const { testsms } = rig();
    const networks = await testsms.networks.list();
    expect(networks[0]).toEqual({
      mccmnc: "20610",
      country: "Belgium",
      region: "Europe",
      countryCode: "32",
      isoAlpha2: "BE",
      network: "Orange",
      mccmncOriginal: null,
    });
    expect(networks[1]?.mccmncOriginal).toBe("20603");
    expectTypeOf(networks).toEqualTypeOf<readonly TestsmsNetwork[]>();
  });

  it("gives the port MCC and MNC apart", async () => {
    const networks = await rig().testsms.asVendor().networks();
    expect(networks).toMatchObject([
      { mcc: "206", mnc: "10", portedFrom: null, countryCode: "BE", operatorName: "Orange" },
      { mcc: "206", mnc: "10", portedFrom: { mcc: "206", mnc: "03" } },
      { mcc: "310", mnc: "260", portedFrom: null },
    ]);
  });

  it("leaves out what cannot be read; with strict it fails", async () => {
    const text = '[{"mccmnc":20610,"new":1},{"mccmnc":"x"},{"country":"Nowhere"}]';
    expect(await answering(text).testsms.networks.list()).toMatchObject([{ mccmnc: "20610", new: 1 }]);
    await expect(answering(text, 200, { strict: true }).testsms.networks.list()).rejects.toMatchObject({
      code: "VALIDATION",
    });
  });
});

describe("tests.create", () => {
  it("gives the groups as they came, ids above 2^53 included", async () => {
    const { testsms, fake } = rig();
    const groups = await testsms.tests.create({ networks: [{ mccmnc: "20610" }, { mccmnc: "71606" }] });
    expect(groups).toEqual([
      { phoneNumbers: [{ id: "9007199254740993", messageId: "fsdg&f30993", msisdn: "4499274098712" }] },
      { phoneNumbers: [] },
    ]);
    expect(fake.creations).toEqual(['{"networks":[{"mccmnc":"20610"},{"mccmnc":"71606"}]}']);
    expectTypeOf(groups).toEqualTypeOf<readonly TestsmsTestGroup[]>();
  });

  it("takes one group in place of a list, and groups without numbers", async () => {
    const one =
      '{"phoneNumbers":[{"id":524232,"messageId":"fsdgf3fawcai","msisdn":"4499274098712","extra":1}]}';
    expect(await answering(one).testsms.tests.create({ networks: [{ mccmnc: "20610" }] })).toEqual([
      { phoneNumbers: [{ id: "524232", messageId: "fsdgf3fawcai", msisdn: "4499274098712", extra: 1 }] },
    ]);
    expect(
      await answering('[{"phoneNumbers":null},{}]').testsms.tests.create({ networks: [{ mccmnc: "20610" }] }),
    ).toEqual([{ phoneNumbers: [] }, { phoneNumbers: [] }]);
  });

  it("refuses a wrong request without sending anything, not even for a token", async () => {
    const { testsms, fake } = rig();
    await expect(testsms.tests.create({ networks: [] })).rejects.toMatchObject({
      code: "VALIDATION",
      effect: "none",
    });
    expect(fake.log).toEqual([]);
  });

  it.each([
    [400, "", "BAD_REQUEST", "none"],
    [400, "Purchase credits in app", "INSUFFICIENT_CREDITS", "none"],
    [401, "", "AUTHENTICATION", "none"],
    [501, "", "SERVER", "unknown"],
  ])("answers a %d %j with %s, effect %s", async (status, text, code, effect) => {
    const { testsms, requests } = answering(text, status);
    await expect(testsms.tests.create({ networks: [{ mccmnc: "20610" }] })).rejects.toMatchObject({
      status,
      code,
      effect,
    });
    expect(requests).toHaveLength(1);
  });

  it("says what to check when the answer cannot be read, and keeps it for salvage", async () => {
    const text = '[{"phoneNumbers":[{"messageId":"lost its id","msisdn":"44"}]}]';
    const { testsms } = answering(text);
    await expect(
      testsms.tests.create({
        networks: [{ mccmnc: "20610", mccmncOriginal: "20603" }, { externalMsisdn: "3936622667777" }],
      }),
    ).rejects.toMatchObject({
      code: "VALIDATION",
      effect: "unknown",
      body: text,
      check: {
        destinations: ["20610 (ported from 20603)", "number ending in 777"],
        sentence: expect.stringContaining("TestSMS portal"),
      },
    });
  });

  it("tells the logger of a doubtful template", async () => {
    const warnings: string[] = [];
    const logger = { debug: () => undefined, warn: (message: string) => void warnings.push(message) };
    const { testsms } = rig({ ...byClient, logger });
    await testsms.tests.create({ networks: [{ mccmnc: "20610", messageIdTemplate: "[pass5]" }] });
    expect(warnings).toEqual([expect.stringContaining("[pass5]")]);
  });
});

describe("results.get", () => {
  it("gives a result by an id above 2^53", async () => {
    const { testsms, fake } = rig();
    await testsms.tests.create({ networks: [{ mccmnc: "20610" }] });
    const result = await testsms.results.get("9007199254740993");
    expect(result).toMatchObject({
      receiptStatus: "WAIT",
      phone: "4499274098712",
      messageId: "fsdg&f30993",
      pdu: null,
    });
    expect(fake.log.at(-1)).toBe("GET v1/smsTest/9007199254740993");
    expectTypeOf(result).toEqualTypeOf<TestsmsResult>();
  });

  it.each([
    [404, ""],
    [200, ""],
    [200, "null"],
    [200, "{}"],
    [200, '{"phone":null,"messageId":null}'],
  ])("is NOT_FOUND for an unknown id, whether TestSMS answers %d %j", async (status, text) => {
    await expect(answering(text, status).testsms.results.get("5")).rejects.toMatchObject({
      code: "NOT_FOUND",
      status,
    });
  });

  it("reads 401, 404 and 501, which its document does not list, as everywhere", async () => {
    for (const [status, code] of [
      [401, "AUTHENTICATION"],
      [404, "NOT_FOUND"],
      [500, "SERVER"],
      [501, "SERVER"],
      [502, "SERVER"],
    ] as const) {
      await expect(answering("", status).testsms.results.get("5")).rejects.toMatchObject({ status, code });
    }
  });

  it.each(["", "../token", "-1", "1e3"])("refuses the id %j without sending it", async (id) => {
    const { testsms, fake } = rig();
    await expect(testsms.results.get(id)).rejects.toMatchObject({ code: "VALIDATION" });
    expect(fake.log).toEqual([]);
  });

  it("gives its raw answer with withResponse()", async () => {
    const { data, response } = await answering('{"receiptStatus":"WAIT","extra":[1]}')
      .testsms.results.get("5")
      .withResponse();
    expect(data).toMatchObject({ receiptStatus: "WAIT", extra: [1] });
    expect(await response.json()).toEqual({ receiptStatus: "WAIT", extra: [1] });
  });
});

import { describe, expect, it } from "vitest";
import { codeLost } from "../routes/code.ts";
import { clean } from "../routes/route.ts";
import { createSandbox } from "../sandbox.ts";
import { type TelqTest, telqClient, telqResult, telqTest } from "../testing/clients.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function setUp(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox(options);
  return { sandbox, telq: telqClient(sandbox) };
}

describe("POST /token", () => {
  it("gives an opaque base64 token for 24 hours, to a number or to digits in a text", async () => {
    const { telq } = setUp();
    for (const appId of [1, "1", "000001"]) {
      const { status, body, headers } = await telq.ask("POST", "/token", { appId, appKey: "sandbox-key" });
      expect(status).toBe(200);
      expect(headers.get("x-sandbox")).toBe("1");
      expect(body["ttl"]).toBe(86_400);
      expect(body["value"]).toMatch(/^[A-Za-z0-9+/]{200,}={0,2}$/);
    }
  });

  it.each([
    [{ appId: 1, appKey: "wrong" }, 401],
    [{ appId: 2, appKey: "sandbox-key" }, 401],
    [{ appKey: "sandbox-key" }, 400],
    ['{"appId": 000001, "appKey": "sandbox-key"}', 400],
  ])("answers %j with %i", async (body, status) => {
    const reply = await setUp().telq.ask("POST", "/token", body);
    expect(reply.status).toBe(status);
    expect(reply.body).toMatchObject({ status, message: expect.any(String) });
  });

  it("answers 400 for wrong credentials when the quirk says so, as the vendor's SDK saw it", async () => {
    const { sandbox, telq } = setUp();
    sandbox.quirks.set({ telq: { badCredentials: 400 } });
    const reply = await telq.ask("POST", "/token", { appId: 1, appKey: "wrong" });
    expect([reply.status, reply.body["message"]]).toEqual([400, "Bad credentials exception"]);
  });

  it("answers 429 to a burst, until a minute has passed", async () => {
    const { sandbox, telq } = setUp();
    const ask = () => telq.ask("POST", "/token", { appId: 1, appKey: "sandbox-key" });
    for (let i = 0; i < 20; i++) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await sandbox.advance(MINUTE);
    expect((await ask()).status).toBe(200);
  });

  it("lets a token expire after 24 hours", async () => {
    const { sandbox, telq } = setUp();
    expect((await telq.call("GET", "/networks")).status).toBe(200);
    await sandbox.advance(24 * HOUR - 1);
    expect((await telq.call("GET", "/networks")).status).toBe(200);
    await sandbox.advance(1);
    expect((await telq.call("GET", "/networks")).status).toBe(401);
    sandbox.quirks.set({ telq: { badToken: 500 } });
    expect((await telq.call("GET", "/networks")).status).toBe(500);
  });
});

describe("every call", () => {
  it("needs a token, with or without the word Bearer", async () => {
    const { telq } = setUp();
    for (const [method, path] of [
      ["GET", "/networks"],
      ["POST", "/tests"],
      ["GET", "/results/1"],
    ] as const) {
      expect((await telq.ask(method, path)).status).toBe(401);
      expect((await telq.ask(method, path, undefined, { authorization: "Bearer nonsense" })).status).toBe(
        401,
      );
    }
    const bare = { authorization: await telq.token() };
    expect((await telq.ask("GET", "/networks", undefined, bare)).status).toBe(200);
  });

  it("answers 405, 406, 404 and 413 where they belong", async () => {
    const { telq } = setUp();
    expect((await telq.call("DELETE", "/tests")).status).toBe(405);
    expect((await telq.call("GET", "/networks", undefined, { accept: "text/html" })).status).toBe(406);
    expect((await telq.call("GET", "/networks", undefined, { accept: "text/html, */*;q=0.8" })).status).toBe(
      200,
    );
    expect((await telq.call("GET", "/nothing")).status).toBe(404);
    expect((await telq.call("POST", "/tests", `{"x":"${"y".repeat(1_100_000)}"}`)).status).toBe(413);
  });

  it.each(["sdk", "empty", "text", "html"] as const)("tells its errors in the %s form", async (errorBody) => {
    const { sandbox, telq } = setUp();
    sandbox.quirks.set({ telq: { errorBody } });
    const { text, headers } = await telq.call("GET", "/results/1");
    const type = headers.get("content-type");
    if (errorBody === "empty") expect([text, type]).toEqual(["", null]);
    if (errorBody === "text") expect(text).toBe("Id Not Found");
    if (errorBody === "html") expect(text).toContain("<h1>404 Not Found</h1>");
    if (errorBody === "sdk") {
      expect(JSON.parse(text)).toEqual({
        timestamp: "2030-01-01T00:00:00.000+0000",
        status: 404,
        error: "Not Found",
        message: "Id Not Found",
        path: "/v2.1/client/results/1",
      });
    }
  });
});

describe("GET /networks", () => {
  it("lists networks with strings for codes", async () => {
    const { telq } = setUp();
    const { body } = await telq.call<Record<string, string>[]>("GET", "/networks");
    expect(body).toContainEqual({
      mcc: "206",
      countryName: "Belgium",
      mnc: "10",
      providerName: "Orange",
      portedFromMnc: null,
      portedFromProviderName: null,
    });
    expect(body).toContainEqual({
      mcc: "262",
      countryName: "Germany",
      mnc: "02",
      providerName: "Vodafone",
      portedFromMnc: "07",
      portedFromProviderName: "O2",
    });
  });

  it("leaves the ported fields out when the quirk says so, as in the document", async () => {
    const { sandbox, telq } = setUp();
    sandbox.quirks.set({ telq: { notPorted: "absent" } });
    const { body } = await telq.call<Record<string, string>[]>("GET", "/networks");
    expect(Object.keys(body.find(({ mcc }) => mcc === "206") ?? {})).not.toContain("portedFromMnc");
  });
});

describe("POST /tests", () => {
  it("creates one test for each network, offline ones with a reason and an id", async () => {
    const { telq } = setUp();
    const { body } = await telq.call<TelqTest[]>("POST", "/tests", {
      destinationNetworks: [
        { mcc: "206", mnc: "10" },
        { mcc: "716", mnc: "06" },
        { mcc: "262", mnc: "02", portedFromMnc: "07" },
        { mcc: "999", mnc: "99" },
      ],
    });
    expect(body.map(({ id }) => id)).toEqual([894562, 894563, 894564, 894565]);
    expect(body.map(({ errorMessage }) => errorMessage)).toEqual([
      null,
      "NETWORK_OFFLINE",
      null,
      "NETWORK_OFFLINE",
    ]);
    expect(body[0]?.phoneNumber).toMatch(/^32495\d{6}$/);
    expect(body[0]?.testIdText).toMatch(/^[A-Za-z]{10}$/);
    expect(body[1]).toMatchObject({ phoneNumber: null, testIdText: null });
    expect(body[2]?.destinationNetwork).toEqual({ mcc: "262", mnc: "02", portedFromMnc: "07" });
  });

  it.each([
    [{ testIdTextType: "ALPHA", testIdTextCase: "UPPER", testIdTextLength: 4 }, /^[A-Z]{4}$/],
    [{ testIdTextType: "ALPHA", testIdTextCase: "LOWER", testIdTextLength: 20 }, /^[a-z]{20}$/],
    [{ testIdTextType: "ALPHA_NUMERIC", testIdTextLength: "6" }, /^[A-Za-z0-9]{6}$/],
    [{ testIdTextType: "NUMERIC", testIdTextCase: "UPPER", testIdTextLength: 8 }, /^\d{8}$/],
    [{ testIdTextType: "WHATSAPP_CODE", testIdTextLength: 20 }, /^\d{3}-\d{3}$/],
  ])("makes the test id text that %j asks for", async (options, form) => {
    expect((await telqTest(setUp().telq, "206", "10", options)).testIdText).toMatch(form);
  });

  const one = [{ mcc: "206", mnc: "10" }];
  it.each([
    [{}, "destinationNetworks"],
    [{ destinationNetworks: null }, "destinationNetworks"],
    [{ destinationNetworks: [] }, "destinationNetworks"],
    [{ destinationNetworks: [{ mcc: 206, mnc: "10" }] }, "destinationNetworks[0].mcc"],
    [{ destinationNetworks: [{ mcc: "20", mnc: "10" }] }, "destinationNetworks[0].mcc"],
    [{ destinationNetworks: [...one, { mcc: "206", mnc: "1" }] }, "destinationNetworks[1].mnc"],
    [
      { destinationNetworks: [{ mcc: "206", mnc: "10", portedFromMnc: "" }] },
      "destinationNetworks[0].portedFromMnc",
    ],
    [{ destinationNetworks: one, maxCallbackRetries: 6 }, "maxCallbackRetries"],
    [{ destinationNetworks: one, testIdTextType: "ROT13" }, "testIdTextType"],
    [{ destinationNetworks: one, testIdTextCase: "Mixed" }, "testIdTextCase"],
    [{ destinationNetworks: one, testIdTextLength: 3 }, "testIdTextLength"],
    [{ destinationNetworks: one, testIdTextLength: 21 }, "testIdTextLength"],
    [{ destinationNetworks: one, testTimeToLiveInSeconds: 59 }, "testTimeToLiveInSeconds"],
    [{ destinationNetworks: one, testTimeToLiveInSeconds: 12_000 }, "testTimeToLiveInSeconds"],
    [{ destinationNetworks: one, resultsCallbackUrl: "ftp://127.0.0.1/" }, "resultsCallbackUrl"],
    [
      { destinationNetworks: one, resultsCallbackUrl: "https://some-callback-url.com/" },
      "resultsCallbackUrl",
    ],
  ])("refuses %j and names %s", async (request, field) => {
    const { sandbox, telq } = setUp();
    const { status, body } = await telq.call<{ errors: { field: string; rejectedValue: unknown }[] }>(
      "POST",
      "/tests",
      request,
    );
    expect(status).toBe(400);
    expect(body.errors.map((error) => error.field)).toContain(field);
    expect(sandbox.inspect().counts.telq.created).toBe(0);
  });

  it.each(["", "nonsense", "[1", "7", "\u00ff"])("refuses the body %j", async (body) => {
    expect((await setUp().telq.call("POST", "/tests", body)).status).toBe(400);
  });

  it("keeps to its bound: final tests make room, waiting ones do not", async () => {
    const { sandbox, telq } = setUp({ limits: { tests: 2 } });
    const first = await telqTest(telq);
    await telqTest(telq);
    expect((await telq.call("POST", "/tests", { destinationNetworks: one })).status).toBe(503);
    sandbox.sms({ from: "ACME", to: first.phoneNumber, text: first.testIdText });
    await telqTest(telq);
    expect((await telq.call("GET", `/results/${first.id}`)).status).toBe(404);
    expect(sandbox.inspect().counts.telq).toEqual({ created: 3, open: 2, billed: 1, forgotten: 1 });
  });

  it("can give ids that JSON.parse rounds", async () => {
    const { telq } = setUp({ quirks: { ids: "above-2^53" } });
    const { text } = await telq.call("POST", "/tests", { destinationNetworks: one });
    const id = /"id":(\d+)/.exec(text)?.[1] ?? "";
    expect(String(Number(id))).not.toBe(id);
    expect((await telq.call("GET", `/results/${id}`)).text).toContain(`"id":${id},`);
  });
});

describe("GET /results/{id}", () => {
  it("waits with nulls and no PDUs", async () => {
    const { telq } = setUp();
    const test = await telqTest(telq);
    expect(await telqResult(telq, test.id)).toEqual({
      id: test.id,
      testIdText: test.testIdText,
      senderDelivered: null,
      textDelivered: null,
      testCreatedAt: "2030-01-01T00:00:00.000562Z",
      smsReceivedAt: null,
      receiptDelay: null,
      testStatus: "WAIT",
      destinationNetworkDetails: {
        mcc: "206",
        mnc: "10",
        portedFromMnc: null,
        countryName: "Belgium",
        providerName: "Orange",
        portedFromProviderName: null,
      },
      smscInfo: null,
      pdusDelivered: [],
    });
  });

  it("tells what the handset got", async () => {
    const { sandbox, telq } = setUp();
    const test = await telqTest(telq);
    await sandbox.advance(3 * MINUTE + 32_647);
    sandbox.sms({ from: "+4944557775544", to: test.phoneNumber, text: `${test.testIdText} is your code` });
    const result = await telqResult(telq, test.id);
    expect(result).toMatchObject({
      senderDelivered: "+4944557775544",
      textDelivered: `${test.testIdText} is your code`,
      smsReceivedAt: "2030-01-01T00:03:33Z",
      receiptDelay: 213,
      testStatus: "POSITIVE",
      smscInfo: {
        smscNumber: "32495002530",
        countryName: "Belgium",
        countryCode: "BE",
        mcc: "206",
        mnc: "10",
        providerName: "Orange",
      },
    });
    expect(result.pdusDelivered).toHaveLength(1);
  });

  it("runs out after the time to live and never comes back", async () => {
    const { sandbox, telq } = setUp();
    const test = await telqTest(telq, "206", "10", { testTimeToLiveInSeconds: 60 });
    await sandbox.advance(MINUTE - 1);
    expect((await telqResult(telq, test.id)).testStatus).toBe("WAIT");
    await sandbox.advance(1);
    expect((await telqResult(telq, test.id)).testStatus).toBe("NOT_DELIVERED");
    sandbox.sms({ from: "ACME", to: test.phoneNumber, text: test.testIdText });
    expect((await telqResult(telq, test.id)).testStatus).toBe("NOT_DELIVERED");
    expect(sandbox.inspect().counts.telq.billed).toBe(1);
  });

  it("goes through the handset's conditions", async () => {
    const { sandbox, telq } = setUp();
    const seen = async (handset: Parameters<typeof sandbox.network>[1]["handset"]) => {
      if (handset !== undefined) sandbox.network("20610", { handset });
      const test = await telqTest(telq);
      await sandbox.advance(5 * MINUTE);
      return (await telqResult(telq, test.id)).testStatus;
    };
    expect(await seen({ kind: "unavailable", afterMs: 4 * MINUTE })).toBe("TEST_NUMBER_NOT_AVAILABLE");
    expect(await seen({ kind: "unavailable", afterMs: MINUTE, forMs: MINUTE })).toBe("WAIT");
    expect(await seen({ kind: "offline", afterMs: MINUTE })).toBe("TEST_NUMBER_OFFLINE");
    expect(await seen({ kind: "network-offline", afterMs: MINUTE })).toBe("NETWORK_OFFLINE");
    expect(await seen({ kind: "internal-error", afterMs: MINUTE })).toBe("INTERNAL_ERROR");
    expect(sandbox.inspect().counts.telq.billed).toBe(0);
  });

  it("holds a message back while the handset is silent", async () => {
    const { sandbox, telq } = setUp();
    sandbox.network("20610", { handset: { kind: "unavailable", afterMs: 1000, forMs: 9000 } });
    const test = await telqTest(telq);
    await sandbox.advance(2000);
    const { id } = sandbox.sms({ from: "ACME", to: test.phoneNumber, text: test.testIdText });
    expect(sandbox.message(id)).toMatchObject({ state: "held", receipt: null });
    expect((await telqResult(telq, test.id)).testStatus).toBe("TEST_NUMBER_NOT_AVAILABLE");
    await sandbox.advance(8000);
    expect((await telqResult(telq, test.id)).testStatus).toBe("POSITIVE");
    expect(sandbox.message(id)).toMatchObject({ state: "delivered", receipt: { state: "DELIVRD" } });
  });

  it("gives a held message up when the handset never answers again", async () => {
    const { sandbox, telq } = setUp();
    sandbox.network("20610", { handset: { kind: "unavailable", afterMs: 1000 } });
    const test = await telqTest(telq, "206", "10", { testTimeToLiveInSeconds: 60 });
    await sandbox.advance(2000);
    const { id } = sandbox.sms({ from: "ACME", to: test.phoneNumber, text: test.testIdText });
    await sandbox.advance(MINUTE);
    expect((await telqResult(telq, test.id)).testStatus).toBe("NOT_DELIVERED");
    expect(sandbox.message(id)).toMatchObject({
      state: "dropped",
      receipt: { state: "EXPIRED", error: "254" },
    });
  });

  it("can go by the text that arrives: a route that destroys the code loses the message", async () => {
    const { sandbox, telq } = setUp({ quirks: { matching: "delivered" } });
    sandbox.routes.set({ script: [codeLost(), clean] });
    const test = await telqTest(telq);
    const say = () => sandbox.sms({ from: "ACME", to: test.phoneNumber, text: `code ${test.testIdText}` });
    expect(say()).toMatchObject({ state: "delivered", test: null });
    expect((await telqResult(telq, test.id)).testStatus).toBe("WAIT");
    expect(say()).toMatchObject({ test: { vendor: "telq", id: String(test.id) } });
    expect((await telqResult(telq, test.id)).testStatus).toBe("POSITIVE");
  });

  it.each([
    ["404", 404, null],
    ["200-empty", 200, "{}"],
    ["200-null", 200, "null"],
  ] as const)("answers an unknown id as the quirk %s says", async (unknownId, status, body) => {
    const { telq } = setUp({ quirks: { telq: { unknownId } } });
    const reply = await telq.call("GET", "/results/12345");
    expect(reply.status).toBe(status);
    if (body !== null) expect(reply.text).toBe(body);
    expect((await telq.call("GET", "/results/abc")).status).toBe(400);
  });
});

describe("TelQ's quirks", () => {
  const waiting = async (quirks: NonNullable<Parameters<typeof createSandbox>[0]>["quirks"]) => {
    const { telq } = setUp(quirks === undefined ? {} : { quirks });
    const test = await telqTest(telq);
    return (await telq.call<Record<string, unknown>>("GET", `/results/${test.id}`)).body;
  };

  it("writes null as four letters", async () => {
    const body = await waiting({ telq: { nulls: "text" } });
    expect([body["senderDelivered"], body["smsReceivedAt"]]).toEqual(["null", "null"]);
  });

  it("leaves empty fields out", async () => {
    expect(Object.keys(await waiting({ telq: { nulls: "absent" } }))).not.toContain("senderDelivered");
  });

  it.each([
    ["microseconds", "2030-01-01T00:00:00.000562Z"],
    ["seconds", "2030-01-01T00:00:00Z"],
    ["no-zone", "2030-01-01T00:00:00.000562"],
    ["+0000", "2030-01-01T00:00:00.000+0000"],
  ] as const)("writes testCreatedAt with %s", async (createdAt, text) => {
    expect((await waiting({ telq: { createdAt } }))["testCreatedAt"]).toBe(text);
  });

  it("knows a status that no document knows", async () => {
    expect((await waiting({ unknownStatus: "IN_REVIEW" }))["testStatus"]).toBe("IN_REVIEW");
  });

  it("gives smscInfo with nothing but nulls", async () => {
    const body = await waiting({ telq: { waitingSmscInfo: "nulls" } });
    expect(body["smscInfo"]).toMatchObject({ smscNumber: null, countryCode: null });
  });

  it.each(["cut", "not-hex", "odd-length", "empty"] as const)("breaks the PDU: %s", async (brokenPdu) => {
    const { sandbox, telq } = setUp();
    const test = await telqTest(telq);
    sandbox.sms({ from: "ACME", to: test.phoneNumber, text: test.testIdText });
    const [whole = ""] = (await telqResult(telq, test.id)).pdusDelivered;
    sandbox.quirks.set({ brokenPdu });
    const [broken = ""] = (await telqResult(telq, test.id)).pdusDelivered;
    expect(broken).not.toBe(whole);
    if (brokenPdu !== "not-hex") expect(whole.startsWith(broken)).toBe(true);
  });
});

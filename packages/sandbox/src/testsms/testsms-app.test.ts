import { describe, expect, it } from "vitest";
import { createSandbox } from "../sandbox.ts";
import { type TestSmsTest, testsmsClient, testsmsResult, testsmsTest } from "../testing/clients.ts";

const HOUR = 3_600_000;

interface Created {
  readonly phoneNumbers: readonly TestSmsTest[];
}

function setUp(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox(options);
  return { sandbox, testsms: testsmsClient(sandbox) };
}

const create = testsmsTest;
const result = testsmsResult;

describe("the two token calls", () => {
  it("give a JWT as one JSON string to e-mail and password", async () => {
    const { testsms } = setUp();
    const login = { email: "sandbox@example.com", password: "sandbox" };
    const { status, text, body } = await testsms.ask<string>("POST", "/token", login);
    expect(status).toBe(200);
    expect(text).toBe(JSON.stringify(body));
    const [head = "", claims = "", signature = ""] = body.split(".");
    expect(JSON.parse(atob(head))).toEqual({ typ: "JWT", alg: "HS512" });
    const { exp, iat, email } = JSON.parse(atob(claims));
    expect([exp - iat, email]).toEqual([86_400, "sandbox@example.com"]);
    expect(signature).toHaveLength(86);
  });

  it("give a token without quotes when the quirk says so", async () => {
    const { testsms } = setUp({ quirks: { testsms: { token: "text" } } });
    const login = { email: "sandbox@example.com", password: "sandbox" };
    expect((await testsms.ask("POST", "/token", login)).text).toMatch(/^eyJ[\w.-]+$/);
  });

  it("give a token response to client credentials in a form", async () => {
    const { testsms } = setUp();
    const form = "client_id=sandbox-client&client_secret=sandbox-secret&grant_type=client_credentials";
    const { status, body } = await testsms.ask("POST", "/access-token", form, {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ expires_in: 86_400, token_type: "Bearer", scope: "write read" });
    const bearer = { authorization: `Bearer ${body["access_token"]}` };
    expect((await testsms.ask("GET", "/mccmnc", undefined, bearer)).status).toBe(200);
  });

  it.each([
    ["/token", { email: "sandbox@example.com", password: "wrong" }, 401],
    ["/token", { email: "sandbox@example.com" }, 400],
    ["/token", "nonsense", 400],
    ["/access-token", "", 400],
    ["/access-token", "client_id=sandbox-client&client_secret=sandbox-secret", 400],
    ["/access-token", "client_id=a&client_secret=b&grant_type=client_credentials", 401],
  ])("answer %s with %j by %i in the third place", async (path, body, status) => {
    expect((await setUp().testsms.ask("POST", path, body)).status).toBe(status);
  });

  it("answer 429 to a burst", async () => {
    const { testsms } = setUp();
    const ask = () => testsms.ask("POST", "/token", { email: "sandbox@example.com", password: "wrong" });
    for (let i = 0; i < 20; i++) expect((await ask()).status).toBe(401);
    expect((await ask()).status).toBe(429);
  });

  it("never give the same token twice, and let it expire after 24 hours", async () => {
    const { sandbox, testsms } = setUp();
    const login = { email: "sandbox@example.com", password: "sandbox" };
    const first = await testsms.ask<string>("POST", "/token", login);
    const second = await testsms.ask<string>("POST", "/token", login);
    expect(first.body).not.toBe(second.body);
    expect((await testsms.call("GET", "/mccmnc")).status).toBe(200);
    await sandbox.advance(24 * HOUR);
    expect((await testsms.call("GET", "/mccmnc")).status).toBe(401);
  });
});

describe("GET /v1/mccmnc", () => {
  it("lists networks, ported ones with the original", async () => {
    const { body } = await setUp().testsms.call<Record<string, string>[]>("GET", "/mccmnc");
    expect(body).toContainEqual({
      mccmnc: "20610",
      country: "Belgium",
      region: "Europe",
      countryCode: "32",
      isoAlpha2: "BE",
      network: "Orange",
    });
    expect(body).toContainEqual(expect.objectContaining({ mccmnc: "22201", mccmncOriginal: "22299" }));
  });
});

describe("POST /v1/createTest", () => {
  it("creates the document's own request: plain, templates, ported, external", async () => {
    const { testsms } = setUp();
    const { body } = await testsms.call<Created[]>("POST", "/createTest", {
      networks: [
        { mccmnc: "22201" },
        { mccmnc: "22208", messageIdTemplate: "[g-code]" },
        { mccmnc: "22201", mccmncOriginal: "22299", messageIdTemplate: "[pass7]" },
        { externalMsisdn: "3936622667777", mccmnc: "ignored", messageIdTemplate: "ignored" },
      ],
    });
    const tests = body.flatMap(({ phoneNumbers }) => phoneNumbers);
    expect(body).toHaveLength(4);
    expect(tests.map(({ id }) => id)).toEqual([524232, 524233, 524234, 524235]);
    expect(tests[0]?.messageId).toMatch(/^[a-z]{12}$/);
    expect(tests[1]?.messageId).toMatch(/^G-\d{6}$/);
    expect(tests[2]?.messageId).toMatch(/^[a-z0-9]{7}$/);
    expect(tests[3]?.msisdn).toBe("3936622667777");
    expect((await result(testsms, 524235))["receiptStatus"]).toBe("EXTERNAL");
  });

  it.each([
    ["[code]", /^\d{5}$/],
    ["[code6]", /^\d{6}$/],
    ["[code9]", /^\d{9}$/],
    ["[pass]", /^[a-z0-9]{8}$/],
    ["[pass5]", /^[a-z0-9]{5}$/],
    ["[pass13]", /^[a-z0-9]{13}$/],
    ["[pass20]", /^[a-z0-9]{20}$/],
  ])("makes of the template %s what it says", async (messageIdTemplate, form) => {
    const test = await create(setUp().testsms, { mccmnc: "20610", messageIdTemplate });
    expect(test.messageId).toMatch(form);
  });

  it.each(["[code5]", "[code10]", "[pass4]", "[pass21]", "[g-code6]", "[CODE]", "Your code is [code]", ""])(
    "refuses the template %j",
    async (messageIdTemplate) => {
      const networks = [{ mccmnc: "20610", messageIdTemplate }];
      expect((await setUp().testsms.call("POST", "/createTest", { networks })).status).toBe(400);
    },
  );

  it("takes a template within a text when the quirk says so", async () => {
    const { testsms } = setUp({ quirks: { testsms: { templates: "prose" } } });
    const test = await create(testsms, { mccmnc: "20610", messageIdTemplate: "Your code is [code]" });
    expect(test.messageId).toMatch(/^\d{5}$/);
  });

  it.each([
    ["nonsense"],
    [{}],
    [{ networks: [] }],
    [{ networks: [{}] }],
    [{ networks: [{ mccmnc: "206" }] }],
    [{ networks: [{ mccmnc: 20610 }] }],
    [{ networks: [{ externalMsisdn: "+3936622667777" }] }],
    [{ networks: [{ mccmnc: "20610" }], callbackUrl: "https://myserverdomain/api/sms-callback-results" }],
  ])("refuses %j and creates nothing", async (body) => {
    const { sandbox, testsms } = setUp();
    expect((await testsms.call("POST", "/createTest", body)).status).toBe(400);
    expect(sandbox.inspect().counts.testsms.created).toBe(0);
  });

  it("asks for credits when they do not suffice", async () => {
    const { sandbox, testsms } = setUp({ credits: 1 });
    const networks = [{ mccmnc: "20610" }, { mccmnc: "20801" }];
    const { status, text } = await testsms.call("POST", "/createTest", { networks });
    expect([status, text]).toEqual([400, "Purchase credits in app"]);
    await create(testsms);
    expect(sandbox.inspect().counts.testsms.credits).toBe(0);
  });

  it("leaves an offline network out, or gives it no number, as the quirks say", async () => {
    const { sandbox, testsms } = setUp();
    const networks = [{ mccmnc: "71606" }, { mccmnc: "20610" }];
    const groups = async () => (await testsms.call<Created[]>("POST", "/createTest", { networks })).body;
    expect((await groups()).map(({ phoneNumbers }) => phoneNumbers.length)).toEqual([0, 1]);
    sandbox.quirks.set({ testsms: { offline: "without-number" } });
    const [offline] = await groups();
    expect(offline?.phoneNumbers[0]).not.toHaveProperty("msisdn");
    expect((await result(testsms, offline?.phoneNumbers[0]?.id ?? 0))["receiptStatus"]).toBe("NUM_OFFLINE");
    sandbox.quirks.set({ testsms: { grouping: "one", offline: "left-out" } });
    expect((await groups()).map(({ phoneNumbers }) => phoneNumbers.length)).toEqual([1]);
  });
});

describe("GET /v1/smsTest/{id}", () => {
  it("tells what the handset got, without the test's id", async () => {
    const { sandbox, testsms } = setUp();
    const test = await create(testsms);
    expect(await result(testsms, test.id)).toEqual({
      createdOn: "2030-01-01T00:00:00.000+0000",
      mccMnc: "20610",
      phone: test.msisdn,
      messageId: test.messageId,
      receiptStatus: "WAIT",
    });
    await sandbox.advance(4000);
    sandbox.sms({ from: "Verify", to: test.msisdn, text: `${test.messageId} is your verification code` });
    const body = await result(testsms, test.id);
    expect(body).toMatchObject({
      deliveredSender: "Verify",
      deliveredText: `${test.messageId} is your verification code`,
      receiptStatus: "POSITIVE",
      receiptTime: "2030-01-01T00:00:04.000+0000",
      arrivalTs: "2030-01-01T00:00:04.000+0000",
      scts: "2030-01-01T00:00:04.000+0000",
      scn: "Orange Belgium",
      pdu: expect.stringMatching(/^0791/),
    });
    expect(body).not.toHaveProperty("id");
  });

  it("turns NEGATIVE by itself after two hours", async () => {
    const { sandbox, testsms } = setUp();
    const test = await create(testsms);
    await sandbox.advance(2 * HOUR - 1);
    expect((await result(testsms, test.id))["receiptStatus"]).toBe("WAIT");
    await sandbox.advance(1);
    expect((await result(testsms, test.id))["receiptStatus"]).toBe("NEGATIVE");
  });

  it.each([
    ["name", "POSITIVE"],
    ["number", 1],
    ["digits", "1"],
    ["name(number)", "POSITIVE(1)"],
  ] as const)("spells the status as a %s", async (status, written) => {
    const { sandbox, testsms } = setUp({ quirks: { testsms: { status } } });
    const test = await create(testsms);
    sandbox.sms({ from: "ACME", to: test.msisdn, text: test.messageId });
    expect((await result(testsms, test.id))["receiptStatus"]).toBe(written);
  });

  it.each([
    ["documented", "2030-01-01T00:00:00.000+0000"],
    ["sample", "2030-01-01T00:00:00Z"],
    ["microseconds", "2030-01-01T00:00:00.000000Z"],
    ["no-zone", "2030-01-01T00:00:00.000"],
  ] as const)("writes its dates as %s", async (dates, written) => {
    const { testsms } = setUp({ quirks: { testsms: { dates } } });
    const test = await create(testsms);
    expect((await result(testsms, test.id))["createdOn"]).toBe(written);
  });

  it.each([
    ["null", null],
    ["text", "null"],
  ] as const)("writes what is not there as %s", async (nulls, written) => {
    const { testsms } = setUp({ quirks: { testsms: { nulls } } });
    const test = await create(testsms);
    expect((await result(testsms, test.id))["pdu"]).toBe(written);
  });

  it("says TEXT_OR_SENDER_REPLACED when it is true, or as the quirk has it", async () => {
    const seen = async (replacedFlag: "truth" | "never" | "always", altered: boolean) => {
      const { sandbox, testsms } = setUp({ quirks: { testsms: { replacedFlag } } });
      if (altered) sandbox.routes.set({ default: (await import("../routes/wording.ts")).upperCased() });
      const test = await create(testsms, { mccmnc: "20610", messageIdTemplate: "[code]" });
      sandbox.sms({ from: "ACME", to: test.msisdn, text: `Code ${test.messageId}` });
      return (await result(testsms, test.id))["receiptStatus"];
    };
    expect(await seen("truth", true)).toBe("TEXT_OR_SENDER_REPLACED");
    expect(await seen("truth", false)).toBe("POSITIVE");
    expect(await seen("never", true)).toBe("POSITIVE");
    expect(await seen("always", false)).toBe("TEXT_OR_SENDER_REPLACED");
  });

  it("puts an & into message ids when the quirk says so", async () => {
    const { testsms } = setUp({ quirks: { testsms: { ampersandIds: true } } });
    expect((await create(testsms)).messageId).toMatch(/^[a-z]{5}&[a-z]{6}$/);
  });

  it.each([
    ["404", 404, "No such test"],
    ["200-empty", 200, "{}"],
    ["200-null", 200, "null"],
  ] as const)("answers an unknown id as the quirk %s says", async (unknownId, status, text) => {
    const reply = await setUp({ quirks: { testsms: { unknownId } } }).testsms.call("GET", "/smsTest/1");
    expect([reply.status, reply.text]).toEqual([status, text]);
  });

  it.each([
    ["empty", ""],
    ["text", "Request Access Token"],
    ["json", '{"error":"Request Access Token"}'],
    ["html", "<html><body><h1>HTTP Status 401</h1></body></html>"],
  ] as const)("has error bodies of the kind %s", async (errorBody, text) => {
    const { testsms } = setUp({ quirks: { testsms: { errorBody } } });
    expect((await testsms.ask("GET", "/mccmnc")).text).toBe(text);
  });

  it.each([
    ["first", 1],
    ["last", 2],
    ["absent", 0],
  ] as const)("has room for one PDU of several: the %s", async (pdu, part) => {
    const { sandbox, testsms } = setUp({ quirks: { testsms: { pdu } } });
    const test = await create(testsms);
    sandbox.sms({ from: "ACME", to: test.msisdn, text: test.messageId + " and more".repeat(30) });
    const all = sandbox.inspect().tests[0]?.pdus ?? [];
    expect(all).toHaveLength(2);
    expect((await result(testsms, test.id))["pdu"]).toBe(all[part - 1]);
  });
});

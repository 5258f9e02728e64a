import { decodeDeliver } from "@smsproof/pdu";
import { describe, expect, it } from "vitest";
import { createSandbox } from "../sandbox.ts";
import { controlClient, telqClient, telqResult, telqTest } from "../testing/clients.ts";
import type { MessageView, StateView } from "./state-view.ts";

function setUp(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox(options);
  return { sandbox, control: controlClient(sandbox), telq: telqClient(sandbox) };
}

describe("POST /_sandbox/sms", () => {
  it("hands a message to the handset", async () => {
    const { control, telq } = setUp();
    const test = await telqTest(telq);
    const { status, body } = await control.ask<MessageView>("POST", "/sms", {
      from: "ACME",
      to: `+${test.phoneNumber}`,
      text: `Your code is ${test.testIdText}`,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: "1",
      state: "delivered",
      route: "clean",
      test: { vendor: "telq", id: String(test.id) },
      receipt: { state: "DELIVRD", error: "000" },
    });
    expect((await control.ask("GET", "/sms/1")).body).toEqual(body);
    expect((await control.ask("GET", "/sms/2")).status).toBe(404);
  });

  it("carries a sender's own parts as they are", async () => {
    const { control, telq } = setUp();
    const test = await telqTest(telq);
    const part = (sequence: number, text: string) =>
      control.ask<MessageView>("POST", "/sms", {
        from: "447785016005",
        ton: 1,
        npi: 1,
        to: test.phoneNumber,
        udh: `06080412340${2}0${sequence}`,
        text,
      });
    const second = await part(2, "is your code");
    expect(second.body).toMatchObject({ state: "waiting-for-parts", test: null });
    await part(1, `${test.testIdText} `);
    const result = await telqResult(telq, test.id);
    expect(result).toMatchObject({
      senderDelivered: "+447785016005",
      textDelivered: `${test.testIdText} is your code`,
    });
    expect(result.pdusDelivered.map((pdu) => decodeDeliver(pdu).concatenation)).toEqual([
      { reference: 0x1234, bits: 16, total: 2, sequence: 1 },
      { reference: 0x1234, bits: 16, total: 2, sequence: 2 },
    ]);
  });

  it("gives up on a part that never comes", async () => {
    const { sandbox, control, telq } = setUp();
    const test = await telqTest(telq);
    await control.ask("POST", "/sms", {
      from: "ACME",
      to: test.phoneNumber,
      udh: "050003070301",
      text: test.testIdText,
    });
    await sandbox.advance(59_999);
    expect((await telqResult(telq, test.id)).testStatus).toBe("WAIT");
    await sandbox.advance(1);
    expect(await telqResult(telq, test.id)).toMatchObject({
      testStatus: "POSITIVE",
      textDelivered: test.testIdText,
    });
  });

  it("carries ports and octets", async () => {
    const { control, telq } = setUp();
    const test = await telqTest(telq);
    const data = Buffer.from(test.testIdText, "latin1").toString("hex");
    await control.ask("POST", "/sms", { from: "ACME", to: test.phoneNumber, udh: "0605040B8423F0", data });
    const result = await telqResult(telq, test.id);
    const [pdu = ""] = result.pdusDelivered;
    expect(decodeDeliver(pdu)).toMatchObject({
      ports: { destination: 2948, source: 9200, bits: 16 },
      dataCoding: { alphabet: "8bit" },
      data: data.toUpperCase(),
    });
    expect(result).toMatchObject({ testStatus: "POSITIVE", textDelivered: null });
  });

  it.each([
    ["gsm7", "0048656C6C6F", "@Hello"],
    ["ucs2", "00480065006C006C006F", "Hello"],
  ])("reads data as %s", async (encoding, octets, text) => {
    const { control, telq } = setUp();
    const test = await telqTest(telq, "206", "10", { testIdTextType: "NUMERIC", testIdTextLength: 4 });
    const id = Buffer.from(test.testIdText, encoding === "ucs2" ? "utf16le" : "latin1");
    const tail = (encoding === "ucs2" ? id.swap16() : id).toString("hex");
    await control.ask("POST", "/sms", { from: "ACME", to: test.phoneNumber, encoding, data: octets + tail });
    expect((await telqResult(telq, test.id)).textDelivered).toBe(text + test.testIdText);
  });

  it("sends text as UCS2 when asked, though GSM 7-bit would do", async () => {
    const { control, telq } = setUp();
    const test = await telqTest(telq);
    await control.ask("POST", "/sms", {
      from: "ACME",
      to: test.phoneNumber,
      encoding: "ucs2",
      text: test.testIdText,
    });
    const [pdu = ""] = (await telqResult(telq, test.id)).pdusDelivered;
    expect(decodeDeliver(pdu).dataCoding.alphabet).toBe("ucs2");
  });

  it("knows nobody at a strange number", async () => {
    const { body } = await setUp().control.ask("POST", "/sms", {
      from: "ACME",
      to: "99912345678",
      text: "hi",
    });
    expect(body).toMatchObject({ state: "nobody-there", receipt: { state: "UNDELIV", error: "001" } });
  });

  const to = "32495123456";
  it.each([
    [{}, "from"],
    [{ from: "ACME", to: "nobody", text: "x" }, "to"],
    [{ from: "ACME", to }, "body"],
    [{ from: "ACME", to, text: "x", data: "00" }, "body"],
    [{ from: "A name that is too long", to, text: "x" }, "from"],
    [{ from: "Łódź", to, text: "x" }, "from"],
    [{ from: "ACME", ton: 1, to, text: "x" }, "from"],
    [{ from: "ACME", ton: 9, to, text: "x" }, "ton"],
    [{ from: "ACME", to, data: "ABC" }, "data"],
    [{ from: "ACME", to, udh: "0500", data: "00" }, "udh"],
    [{ from: "ACME", to, encoding: "gsm7", text: "ж" }, "text"],
    [{ from: "ACME", to, udh: "050003010201", text: "x".repeat(154) }, "text"],
    [{ from: "ACME", to, text: "x".repeat(40_000) }, "text"],
    [{ from: "ACME", to, text: "ж".repeat(255 * 67 + 1) }, "text"],
    [{ from: "ACME", to, udh: "0605040B8423F0", text: "x".repeat(255 * 146 + 1) }, "text"],
    [{ from: "ACME", to, data: "00".repeat(141) }, "data"],
    [{ from: "ACME", to, text: "x", texxt: "y" }, "body"],
  ])("refuses %j and names %s", async (message, field) => {
    const { status, body } = await setUp().control.ask<{ error: { field: string } }>("POST", "/sms", message);
    expect([status, body.error.field]).toEqual([400, field]);
  });

  it("takes the longest text there can be, whole", async () => {
    const { control, telq } = setUp();
    const test = await telqTest(telq);
    for (const text of ["x".repeat(255 * 153 - 10), "ж".repeat(255 * 67 - 10)]) {
      const { body } = await control.ask<MessageView>("POST", "/sms", {
        from: "ACME",
        to: test.phoneNumber,
        text: test.testIdText + text,
      });
      expect([body.state, body.pdus.length, body.text?.length]).toEqual(["delivered", 255, text.length + 10]);
      const last = decodeDeliver(body.pdus.at(-1) ?? "");
      expect(text.endsWith(last.text ?? "-")).toBe(true);
    }
  });

  it("refuses what is not JSON", async () => {
    const { status, body } = await setUp().control.ask("POST", "/sms", "nonsense");
    expect([status, body]).toEqual([400, { error: { field: "body", message: "is not JSON" } }]);
  });
});

describe("time and state", () => {
  it("advances the clock", async () => {
    const { control } = setUp();
    expect((await control.ask("POST", "/advance", { ms: 10_800_000 })).body).toEqual({
      now: "2030-01-01T03:00:00.000Z",
    });
    expect((await control.ask("POST", "/advance", { ms: -1 })).status).toBe(400);
    expect((await control.ask("POST", "/advance", {})).status).toBe(400);
  });

  it("shows everything, newest last, and no more than asked", async () => {
    const { control, telq } = setUp();
    for (let i = 0; i < 3; i++) await telqTest(telq);
    const { body } = await control.ask<StateView>("GET", "/state?limit=2");
    expect(body.tests.map(({ id }) => id)).toEqual(["894563", "894564"]);
    expect(body.counts.telq).toEqual({ created: 3, open: 3, billed: 0, forgotten: 0 });
    expect((await control.ask("GET", "/state?limit=x")).status).toBe(400);
  });

  it("begins anew, with the same answers", async () => {
    const { control, telq, sandbox } = setUp({ seed: 9 });
    const first = await telqTest(telq);
    await control.ask("POST", "/quirks", { ids: "above-2^53" });
    await control.ask("POST", "/faults", { status: 500 });
    await control.ask("POST", "/routes", { default: "dropped" });
    await sandbox.advance(1000);
    expect((await control.ask("POST", "/reset")).body).toEqual({ now: "2030-01-01T00:00:00.000Z" });
    const { body } = await control.ask<StateView>("GET", "/state");
    expect([body.tests, body.faults, body.routes, body.quirks.ids]).toEqual([[], [], {}, "small"]);
    expect((await telq.call("GET", "/networks")).status).toBe(401);
    expect(await telqTest(telqClient(sandbox))).toEqual(first);
  });

  it("gives the same answers for the same seed, others for another", async () => {
    const story = async (seed: number) => {
      const { sandbox, telq } = setUp({ seed, transitMs: [2000, 9000] });
      const test = await telqTest(telq);
      sandbox.sms({ from: "ACME", to: test.phoneNumber, text: `${test.testIdText} ${"long ".repeat(50)}` });
      await sandbox.advance(10_000);
      return JSON.stringify([await telq.token(), test, await telqResult(telq, test.id), sandbox.inspect()]);
    };
    expect(await story(1)).toBe(await story(1));
    expect(await story(1)).not.toBe(await story(2));
  });
});

describe("routes, faults, quirks and networks over HTTP", () => {
  it("sets routes and lists those it knows with what they cause", async () => {
    const { control, telq } = setUp();
    const routes = {
      default: "clean",
      networks: { "20610": [{ senderReplaced: "INFO" }, { truncated: 12 }] },
      suppliers: { cheap: { wordReplaced: ["code", "Kode"] } },
    };
    expect((await control.ask("PUT", "/routes", routes)).body).toEqual(routes);
    const known = (await control.ask<{ known: { name: string; causes: string[] }[] }>("GET", "/routes")).body
      .known;
    expect(known).toContainEqual({
      name: "smscOf",
      parameters: [{ name: "country", kind: "text", optional: false }],
      causes: ["ROUTE_SMSC_FOREIGN"],
    });
    const test = await telqTest(telq, "206", "10", { testIdTextLength: 4 });
    await control.ask("POST", "/sms", {
      from: "ACME",
      to: test.phoneNumber,
      text: `${test.testIdText} is your code`,
    });
    expect(await telqResult(telq, test.id)).toMatchObject({
      senderDelivered: "INFO",
      textDelivered: `${test.testIdText} is your`.slice(0, 12),
    });
    const other = await telqTest(telq);
    await control.ask("POST", "/sms", {
      from: "ACME",
      to: other.phoneNumber,
      text: `${other.testIdText} is your code`,
      supplier: "cheap",
    });
    expect((await telqResult(telq, other.id)).textDelivered).toBe(`${other.testIdText} is your Kode`);
    expect((await control.ask("DELETE", "/routes")).body).toEqual({});
  });

  it.each([
    [{ default: "cleen" }, 'default: there is no route "cleen"'],
    [{ networks: { "20610": { truncated: "70" } } }, "networks.20610: truncated needs a number as length"],
    [{ script: ["clean", { smscOf: "XX" }] }, 'script[1]: the sandbox has no service centre in "XX"'],
    [
      { default: ["clean", { a: 1, b: 2 }] },
      'default[1]: {"name": argument} names one route; several are a list',
    ],
    [{ default: 7 }, 'default: a route is a name, {"name": argument} or a list of routes'],
  ])("refuses the routes %j", async (routes, message) => {
    const { status, body } = await setUp().control.ask("POST", "/routes", routes);
    expect([status, body]).toEqual([400, { error: { field: "body", message } }]);
  });

  it("adds, lists, replaces and removes faults", async () => {
    const { control } = setUp();
    const added = await control.ask("POST", "/faults", [
      { status: 500 },
      { match: { target: "testsms" }, reset: "before" },
    ]);
    expect(added.body).toMatchObject([{ id: "fault-1", status: 500, struck: 0 }, { id: "fault-2" }]);
    expect((await control.ask("DELETE", "/faults/fault-1")).body).toMatchObject([{ id: "fault-2" }]);
    expect((await control.ask("DELETE", "/faults/fault-1")).status).toBe(404);
    expect((await control.ask("PUT", "/faults", { status: 502 })).body).toMatchObject([{ status: 502 }]);
    expect((await control.ask<unknown[]>("GET", "/faults")).body).toHaveLength(1);
    expect((await control.ask("POST", "/faults", { status: "500" })).status).toBe(400);
    expect((await control.ask("DELETE", "/faults")).body).toEqual([]);
  });

  it("sets quirks by name and refuses those it does not know", async () => {
    const { control } = setUp();
    const { body } = await control.ask("POST", "/quirks", { brokenPdu: "cut", telq: { nulls: "text" } });
    expect(body).toMatchObject({ brokenPdu: "cut", telq: { nulls: "text", badToken: 401 } });
    expect((await control.ask("POST", "/quirks", { telq: { nulz: "text" } })).body).toEqual({
      error: { field: "telq", message: 'Unrecognized key: "nulz"' },
    });
    expect((await control.ask("POST", "/quirks", { telq: 7 })).status).toBe(400);
    expect((await control.ask("DELETE", "/quirks")).body).toMatchObject({ brokenPdu: "none" });
  });

  it("takes a network off the list", async () => {
    const { control, telq } = setUp();
    expect((await control.ask("POST", "/networks", { "20610": { availability: "never" } })).status).toBe(200);
    const { body } = await telq.call<{ mcc: string }[]>("GET", "/networks");
    expect(body.map(({ mcc }) => mcc)).not.toContain("206");
    const answer = await control.ask("POST", "/networks", { "99999": { availability: "never" } });
    expect(answer.body).toEqual({ error: { field: "99999", message: "there is no such network" } });
  });

  it("says what is not part of it", async () => {
    const { control } = setUp();
    expect((await control.ask("GET", "/nothing")).status).toBe(404);
    expect((await control.ask("POST", "/callbacks/cb-1/replay")).status).toBe(404);
  });
});

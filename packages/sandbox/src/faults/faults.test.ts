import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createSandbox } from "../sandbox.ts";
import { telqClient, telqResult, telqTest, testsmsClient } from "../testing/clients.ts";
import type { FaultRule } from "./fault-rule.ts";

const NETWORKS = { destinationNetworks: [{ mcc: "206", mnc: "10" }] };

async function setUp(...faults: FaultRule[]) {
  const sandbox = createSandbox();
  const telq = telqClient(sandbox);
  await telq.token();
  for (const fault of faults) sandbox.faults.add(fault);
  return { sandbox, telq, created: () => sandbox.inspect().counts.telq.created };
}

describe("a fault", () => {
  it("answers in place of the vendor, which never sees the request", async () => {
    const { telq, created } = await setUp({ status: 503, retryAfter: 7 });
    const reply = await telq.call("POST", "/tests", NETWORKS);
    expect([reply.status, reply.headers.get("retry-after"), reply.headers.get("x-sandbox")]).toEqual([
      503,
      "7",
      "1",
    ]);
    expect(created()).toBe(0);
  });

  it("spoils only the answer when it strikes after: the test exists", async () => {
    const { telq, created } = await setUp({ status: 500, stage: "after" });
    expect((await telq.call("POST", "/tests", NETWORKS)).status).toBe(500);
    expect(created()).toBe(1);
  });

  it("resets the connection before the vendor acts, or after", async () => {
    for (const [stage, tests] of [
      ["before", 0],
      ["after", 1],
    ] as const) {
      const { telq, created } = await setUp({ reset: "before", stage });
      const error = await telq.call("POST", "/tests", NETWORKS).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(TypeError);
      expect(error).toMatchObject({ cause: { code: "ECONNRESET" } });
      expect(created()).toBe(tests);
    }
  });

  it("ends the connection within the body", async () => {
    const { sandbox, telq, created } = await setUp({ reset: "body" });
    const authorization = `Bearer ${await telq.token()}`;
    const response = await sandbox.fetch("http://x/v2.1/client/tests", {
      method: "POST",
      body: JSON.stringify(NETWORKS),
      headers: { authorization },
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
    expect(created()).toBe(1);
  });

  it("cuts the JSON in half", async () => {
    const { telq, created } = await setUp({ truncate: true });
    const { status, text } = await telq.call("POST", "/tests", NETWORKS);
    expect(status).toBe(200);
    expect(text.startsWith('[{"id":894562')).toBe(true);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(created()).toBe(1);
  });

  it("lets a token expire", async () => {
    const { telq } = await setUp({ expireToken: true, times: 1 });
    expect((await telq.call("GET", "/networks")).status).toBe(401);
    expect((await telq.call("GET", "/networks")).status).toBe(401);
  });

  it("is slow, and leaves the answer alone", async () => {
    const { telq } = await setUp({ latencyMs: 30 });
    const before = performance.now();
    expect((await telq.call("GET", "/networks")).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(25);
  });

  it.each([
    ["empty", ""],
    ["text", "Bad Request (fault)"],
    ["html", "<html><body><h1>Bad Request (fault)</h1></body></html>"],
    ["json", '{"error":"Bad Request (fault)"}'],
    ["telq", '{"name":"Bad Request","message":"Bad Request (fault)","code":0,"status":400}'],
  ] as const)("has a body of the kind %s", async (body, text) => {
    const { telq } = await setUp({ status: 400, body });
    expect((await telq.call("GET", "/networks")).text).toBe(text);
  });

  it("sets headers of its own", async () => {
    const { telq } = await setUp({
      status: 429,
      headers: { "x-request-id": "abc" },
      retryAfter: "Tue, 01 Jan 2030 00:01:00 GMT",
    });
    const { headers } = await telq.call("GET", "/networks");
    expect([headers.get("x-request-id"), headers.get("retry-after")]).toEqual([
      "abc",
      "Tue, 01 Jan 2030 00:01:00 GMT",
    ]);
  });
});

describe("a rule", () => {
  it("strikes by vendor, method and path", async () => {
    const { sandbox, telq } = await setUp({
      match: { target: "telq", method: "get", path: "/v2.1/client/results/*" },
      status: 500,
    });
    const test = await telqTest(telq);
    expect((await telq.call("GET", "/networks")).status).toBe(200);
    expect((await telq.call("GET", `/results/${test.id}`)).status).toBe(500);
    expect((await testsmsClient(sandbox).call("GET", "/mccmnc")).status).toBe(200);
  });

  it("lets some pass, strikes some times, and counts", async () => {
    const { sandbox, telq } = await setUp({ skip: 1, times: 2, status: 500 });
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await telq.call("GET", "/networks")).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
    expect(sandbox.faults.list()).toMatchObject([{ id: "fault-1", matched: 5, struck: 2 }]);
  });

  it("strikes by chance, the same way for the same seed", async () => {
    const pattern = async () => {
      const { telq } = await setUp({ probability: 0.5, status: 500 });
      const statuses = [];
      for (let i = 0; i < 40; i++) statuses.push((await telq.call("GET", "/networks")).status);
      return statuses.join();
    };
    expect(await pattern()).toBe(await pattern());
    expect(await pattern()).toContain("200");
    expect(await pattern()).toContain("500");
  });

  it("leaves it to the next one when it does not strike", async () => {
    const { telq } = await setUp({ times: 1, status: 500 }, { status: 503 });
    expect((await telq.call("GET", "/networks")).status).toBe(500);
    expect((await telq.call("GET", "/networks")).status).toBe(503);
  });

  it("can be taken away", async () => {
    const { sandbox, telq } = await setUp({ status: 500 });
    expect(sandbox.faults.remove("fault-1")).toBe(true);
    expect(sandbox.faults.remove("fault-1")).toBe(false);
    expect((await telq.call("GET", "/networks")).status).toBe(200);
  });

  it.each([{ statuss: 500 }, { status: 99 }, { probability: 2 }, { match: { path: "" } }, { latencyMs: -1 }])(
    "is refused when it is %j",
    async (rule) => {
      const { sandbox } = await setUp();
      expect(() => sandbox.faults.add(rule as FaultRule)).toThrow(z.ZodError);
    },
  );

  it("does not touch the control API", async () => {
    const { sandbox } = await setUp({ status: 500 });
    expect((await sandbox.fetch("http://x/_sandbox/state")).status).toBe(200);
  });
});

describe("the in-process fetch", () => {
  it("rejects at once with the signal's reason", async () => {
    const { sandbox } = await setUp();
    const reason = new Error("no longer needed");
    await expect(
      sandbox.fetch("http://x/_sandbox/state", { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
  });

  it("rejects when the signal aborts meanwhile; what was asked for happens all the same", async () => {
    const { sandbox, telq, created } = await setUp({ latencyMs: 30 });
    const authorization = `Bearer ${await telq.token()}`;
    const asked = sandbox.fetch("http://x/v2.1/client/tests", {
      method: "POST",
      body: JSON.stringify(NETWORKS),
      headers: { authorization },
      signal: AbortSignal.timeout(5),
    });
    await expect(asked).rejects.toMatchObject({ name: "TimeoutError" });
    await expect.poll(created).toBe(1);
  });

  it("takes a Request as well", async () => {
    const { sandbox, telq } = await setUp();
    const test = await telqTest(telq);
    const headers = { authorization: `Bearer ${await telq.token()}` };
    const response = await sandbox.fetch(new Request(`http://x/v2.1/client/results/${test.id}`, { headers }));
    expect(await response.json()).toEqual(await telqResult(telq, test.id));
  });
});

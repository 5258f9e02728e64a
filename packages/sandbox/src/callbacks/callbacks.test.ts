import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../sandbox.ts";
import { type TelqResult, telqClient, telqResult, telqTest, testsmsClient } from "../testing/clients.ts";

const URL_AT_HOME = "http://localhost:9/hook";

interface Received {
  readonly url: string;
  readonly authorization: string | null;
  readonly body: TelqResult & Record<string, unknown>;
}

/** A sandbox whose callbacks go to a function. */
function setUp(
  answer: (count: number) => number | "fail" = () => 200,
  options: Parameters<typeof createSandbox>[0] = {},
) {
  const received: Received[] = [];
  const sandbox = createSandbox({
    ...options,
    callbackFetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      received.push({
        url: String(input),
        authorization: headers.get("authorization"),
        body: JSON.parse(String(init?.body)),
      });
      const status = answer(received.length);
      if (status === "fail") throw new TypeError("fetch failed");
      return new Response(null, { status });
    },
  });
  return { sandbox, received, telq: telqClient(sandbox), testsms: testsmsClient(sandbox) };
}

const hook = { resultsCallbackUrl: URL_AT_HOME };
const say = (sandbox: Sandbox, test: { phoneNumber: string; testIdText: string }) =>
  sandbox.sms({ from: "ACME", to: test.phoneNumber, text: test.testIdText });

describe("TelQ's callbacks", () => {
  it("come at each change of state, with destinationNetwork in place of its details", async () => {
    const { sandbox, received, telq } = setUp();
    sandbox.network("20610", { handset: { kind: "unavailable", afterMs: 240_000 } });
    const test = await telqTest(telq, "206", "10", hook);
    await sandbox.advance(3_600_000);
    expect(received.map(({ body }) => body.testStatus)).toEqual([
      "TEST_NUMBER_NOT_AVAILABLE",
      "NOT_DELIVERED",
    ]);
    const { destinationNetworkDetails, ...result } = await telqResult(telq, test.id);
    expect(destinationNetworkDetails).toBeDefined();
    expect(received[1]?.body).toEqual({
      ...result,
      destinationNetwork: { mcc: "206", mnc: "10", portedFromMnc: null },
    });
  });

  it("carry the token of the request as a bearer token, or bare", async () => {
    const { sandbox, received, telq } = setUp();
    for (const callbackAuthorization of ["bearer", "bare"] as const) {
      sandbox.quirks.set({ telq: { callbackAuthorization } });
      say(sandbox, await telqTest(telq, "206", "10", hook, { "results-callback-token": "s3cret" }));
    }
    say(sandbox, await telqTest(telq, "206", "10", hook));
    await sandbox.settled();
    expect(received.map(({ authorization }) => authorization)).toEqual(["Bearer s3cret", "s3cret", null]);
    expect(JSON.stringify(sandbox.inspect())).not.toContain("s3cret");
  });

  it.each([
    [undefined, 3],
    [1, 1],
    [5, 5],
    [0, 1],
  ])("are tried as often as maxCallbackRetries %s says: %i times", async (maxCallbackRetries, attempts) => {
    const { sandbox, received, telq } = setUp(() => 500);
    say(sandbox, await telqTest(telq, "206", "10", { ...hook, maxCallbackRetries }));
    await sandbox.advance(3_600_000);
    expect(received).toHaveLength(attempts);
    const log = sandbox.callbacks.log();
    expect(log.map(({ attempt }) => attempt)).toEqual(Array.from({ length: attempts }, (_, i) => i + 1));
    expect(log.every(({ outcome, httpStatus }) => outcome === "refused" && httpStatus === 500)).toBe(true);
  });

  it("keep their spacing, and end with the first 2xx", async () => {
    const { sandbox, telq } = setUp((count) => (count < 3 ? "fail" : 204));
    say(sandbox, await telqTest(telq, "206", "10", { ...hook, maxCallbackRetries: 5 }));
    await sandbox.advance(3_600_000);
    expect(sandbox.callbacks.log().map(({ at, outcome }) => [at.slice(14, 19), outcome])).toEqual([
      ["00:00", "failed"],
      ["00:10", "failed"],
      ["00:40", "accepted"],
    ]);
  });

  it("tell the state at the time of the change, however late they arrive", async () => {
    const { sandbox, received, telq } = setUp((count) => (count === 1 ? 503 : 200));
    sandbox.network("20610", { handset: { kind: "unavailable", afterMs: 1000, forMs: 1000 } });
    const test = await telqTest(telq, "206", "10", hook);
    await sandbox.advance(2500);
    say(sandbox, test);
    await sandbox.advance(60_000);
    expect(received.map(({ body }) => body.testStatus)).toEqual([
      "TEST_NUMBER_NOT_AVAILABLE",
      "WAIT",
      "POSITIVE",
      "TEST_NUMBER_NOT_AVAILABLE",
    ]);
  });

  it("can come twice and out of order", async () => {
    const { sandbox, received, telq } = setUp(() => 200, { seed: 3 });
    sandbox.quirks.set({ callbacks: { duplicate: 1, reorder: 0.5 } });
    sandbox.network("20610", { handset: { kind: "unavailable", afterMs: 100, forMs: 100 } });
    for (let i = 0; i < 10; i++) await telqTest(telq, "206", "10", hook);
    await sandbox.advance(3_700_000);
    expect(received).toHaveLength(60);
    const orders = new Set<string>();
    const first = new Map<number, string[]>();
    for (const { body } of received) first.set(body.id, [...(first.get(body.id) ?? []), body.testStatus]);
    for (const statuses of first.values()) orders.add([...new Set(statuses)].join());
    expect(orders.size).toBeGreaterThan(1);
  });

  it("are never sent for a test without a URL, nor for a network that was offline from the start", async () => {
    const { sandbox, received, telq } = setUp();
    say(sandbox, await telqTest(telq));
    await telq.call("POST", "/tests", { destinationNetworks: [{ mcc: "716", mnc: "06" }], ...hook });
    await sandbox.advance(3_600_000);
    expect(received).toEqual([]);
  });
});

describe("TestSMS's callbacks", () => {
  const create = async (testsms: ReturnType<typeof testsmsClient>) => {
    const body = { networks: [{ mccmnc: "20610" }], callbackUrl: URL_AT_HOME };
    const reply = await testsms.call<{ phoneNumbers: { msisdn: string; messageId: string }[] }[]>(
      "POST",
      "/createTest",
      body,
    );
    const [test] = reply.body[0]?.phoneNumbers ?? [];
    return { phoneNumber: test?.msisdn ?? "", testIdText: test?.messageId ?? "" };
  };

  it("carry the result alone: no id, no token", async () => {
    const { sandbox, received, testsms } = setUp();
    const test = await create(testsms);
    say(sandbox, test);
    await sandbox.settled();
    expect(received[0]?.authorization).toBeNull();
    expect(received[0]?.body).toMatchObject({ receiptStatus: "POSITIVE", messageId: test.testIdText });
    expect(received[0]?.body).not.toHaveProperty("id");
  });

  it("tell of the end after two hours unless the quirk says no", async () => {
    const { sandbox, received, testsms } = setUp();
    await create(testsms);
    await sandbox.advance(7_200_000);
    expect(received[0]?.body["receiptStatus"]).toBe("NEGATIVE");
    sandbox.quirks.set({ testsms: { callbackAtLimit: false } });
    await create(testsms);
    await sandbox.advance(7_200_000);
    expect(received).toHaveLength(1);
  });
});

describe("the delivery log", () => {
  it("can replay a callback exactly as it was", async () => {
    const { sandbox, received, telq } = setUp();
    say(sandbox, await telqTest(telq, "206", "10", hook, { "results-callback-token": "t" }));
    await sandbox.settled();
    expect(sandbox.callbacks.replay("cb-1")).toBe(true);
    expect(sandbox.callbacks.replay("cb-99")).toBe(false);
    await sandbox.settled();
    expect(received).toHaveLength(2);
    expect(received[1]).toEqual(received[0]);
    expect(sandbox.callbacks.log().map(({ kind }) => kind)).toEqual(["attempt", "replay"]);
  });

  it("keeps to its bound and still counts", async () => {
    const { sandbox, telq } = setUp(() => 200, { limits: { callbacks: 3 } });
    for (let i = 0; i < 10; i++) say(sandbox, await telqTest(telq, "206", "10", hook));
    await sandbox.settled();
    expect(sandbox.callbacks.log()).toHaveLength(3);
    expect(sandbox.inspect().counts.callbackAttempts).toBe(10);
    expect(sandbox.callbacks.replay("cb-1")).toBe(false);
    expect(sandbox.callbacks.replay("cb-10")).toBe(true);
  });
});

describe("faults on the way of a callback", () => {
  it.each([
    ["before", 2],
    ["body", 3],
  ] as const)("lose the request (%s) or only its answer", async (reset, arrived) => {
    const { sandbox, received, telq } = setUp();
    sandbox.faults.add({ match: { target: "callback", path: "/hook" }, times: 1, reset });
    sandbox.faults.add({ match: { target: "telq" }, reset: "before", skip: 1000 });
    say(sandbox, await telqTest(telq, "206", "10", hook));
    await sandbox.advance(60_000);
    say(sandbox, await telqTest(telq, "206", "10", hook));
    await sandbox.advance(60_000);
    expect(received).toHaveLength(arrived);
    expect(sandbox.callbacks.log().map(({ outcome }) => outcome)).toEqual(["failed", "accepted", "accepted"]);
  });
});

describe("a real receiver", () => {
  const servers: (() => void)[] = [];
  afterEach(() => {
    for (const close of servers.splice(0)) close();
  });

  const receiver = async (answer: "never" | number | "redirect"): Promise<string> => {
    const server = createServer((request, response) => {
      if (answer === "never") return;
      request.resume();
      if (answer === "redirect") response.writeHead(302, { location: "http://example.com/" }).end();
      else response.writeHead(answer).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    servers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/hook`;
  };

  it.each([
    [201, { outcome: "accepted", httpStatus: 201, error: null }],
    [404, { outcome: "refused", httpStatus: 404, error: null }],
    ["redirect", { outcome: "refused", httpStatus: 302, error: null }],
    ["never", { outcome: "failed", httpStatus: null, error: "no answer within 50 ms" }],
  ] as const)("that answers %s is written down", async (answer, entry) => {
    const sandbox = createSandbox({ callbackTimeoutMs: answer === "never" ? 50 : 20_000 });
    const telq = telqClient(sandbox);
    const resultsCallbackUrl = await receiver(answer);
    say(sandbox, await telqTest(telq, "206", "10", { resultsCallbackUrl, maxCallbackRetries: 1 }));
    await sandbox.settled();
    expect(sandbox.callbacks.log()).toMatchObject([entry]);
  });

  it("that is not there is written down", async () => {
    const sandbox = createSandbox({ callbackTimeoutMs: 20_000 });
    const resultsCallbackUrl = await receiver(200);
    for (const close of servers.splice(0)) close();
    say(
      sandbox,
      await telqTest(telqClient(sandbox), "206", "10", { resultsCallbackUrl, maxCallbackRetries: 1 }),
    );
    await sandbox.settled();
    expect(sandbox.callbacks.log()).toMatchObject([
      { outcome: "failed", httpStatus: null, error: "ECONNREFUSED" },
    ]);
  });
});

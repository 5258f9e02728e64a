import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { describe, expect, it } from "vitest";
import { createVirtualClock } from "../contract/virtual-clock.ts";
import { createSecretVault } from "../secrets/secret-vault.ts";
import { createTokenSource } from "../token/token-source.ts";
import { apiPromise } from "./api-promise.ts";
import type { Fetch } from "./http-attempt.ts";
import { createObserver, type TransportHooks } from "./observer.ts";
import { DEFAULT_RETRY } from "./retry.ts";
import { type Call, createTransport, type TransportOptions } from "./transport.ts";

const reset = (): Error =>
  Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("x"), { code: "ECONNRESET" }),
  });
const refused = (): Error =>
  Object.assign(new TypeError("fetch failed"), {
    cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }),
  });

const read: Call = {
  operation: "networks.list",
  kind: "read",
  method: "GET",
  path: "networks",
  tokens: null,
};
const spend: Call = {
  operation: "tests.create",
  kind: "spend",
  method: "POST",
  path: "tests",
  body: { type: "application/json", text: "{}" },
  tokens: null,
  check: (sentAfter, sentBefore) => ({
    vendor: "any",
    sentence: "Look.",
    where: "there",
    sentAfter,
    sentBefore,
    destinations: [],
  }),
};

/** A transport whose server answers by the list, the last entry for ever. */
function rig(
  answers: readonly (Response | Error | (() => Promise<Response>))[],
  options: Partial<TransportOptions> = {},
  hooks: TransportHooks = {},
) {
  const clock = createVirtualClock();
  const requests: Request[] = [];
  const fetch: Fetch = async (request) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request);
    if (answer instanceof Error) throw answer;
    return typeof answer === "function" ? answer() : (answer?.clone() ?? new Response());
  };
  const transport = createTransport({
    vendor: "any",
    baseUrl: "https://api.example/v1",
    fetch,
    clock,
    random: () => 1,
    timeoutMs: 30_000,
    totalTimeoutMs: 120_000,
    maxResponseOctets: 1_000,
    retry: DEFAULT_RETRY,
    headers: {},
    observer: createObserver(hooks),
    vault: createSecretVault(),
    readFault: ({ text }) => ({ message: text === "" ? null : text }),
    ...options,
  });
  const startedAt = clock.now();
  const run = (call: Call) => clock.run(transport.call(call));
  return { transport, clock, requests, run, elapsed: () => clock.now() - startedAt };
}

describe("a read", () => {
  it("is repeated with growing pauses until it succeeds", async () => {
    const { run, requests, elapsed } = rig([reset(), new Response("", { status: 503 }), new Response("ok")]);
    expect(await run(read)).toMatchObject({ status: 200, text: "ok", attempts: 3 });
    expect(requests.map(({ url }) => url)).toEqual(Array(3).fill("https://api.example/v1/networks"));
    expect(elapsed()).toBe(500 + 1000);
  });

  it.each([408, 429, 500, 501, 502, 503, 504])(
    "is repeated after a %d, and fails with it in the end",
    async (status) => {
      const { run, requests } = rig([new Response("no", { status })]);
      await expect(run(read)).rejects.toMatchObject({ status, attempts: 4, effect: "none", retryable: true });
      expect(requests).toHaveLength(4);
    },
  );

  it.each([
    [400, "BAD_REQUEST"],
    [401, "AUTHENTICATION"],
    [402, "INSUFFICIENT_CREDITS"],
    [403, "AUTHENTICATION"],
    [404, "NOT_FOUND"],
    [405, "BAD_REQUEST"],
    [406, "BAD_REQUEST"],
    [410, "NOT_FOUND"],
  ])("is not repeated after a %d, which is %s", async (status, code) => {
    const { run, requests } = rig([new Response("", { status })]);
    await expect(run(read)).rejects.toMatchObject({ status, code, retryable: false });
    expect(requests).toHaveLength(1);
  });

  it("waits as long as Retry-After says, in seconds or as a date", async () => {
    const clock = createVirtualClock();
    const date = new Date(clock.now() + 40_000).toUTCString();
    const { run, elapsed } = rig([
      new Response("", { status: 503, headers: { "retry-after": "20" } }),
      new Response("", { status: 503, headers: { "retry-after": date } }),
      new Response("ok"),
    ]);
    await run(read);
    expect(elapsed()).toBe(40_000);
  });

  it("does not wait for a Retry-After beyond the bound, and hands it on", async () => {
    const { run, requests, elapsed } = rig([
      new Response("", { status: 429, headers: { "retry-after": "3600" } }),
    ]);
    await expect(run(read)).rejects.toMatchObject({ code: "RATE_LIMIT", retryAfterMs: 3_600_000 });
    expect([requests.length, elapsed()]).toEqual([1, 0]);
  });

  it("times out attempt by attempt and as a whole, also where fetch ignores its signal", async () => {
    const { run, requests, elapsed } = rig([() => new Promise(() => undefined)], { totalTimeoutMs: 70_000 });
    await expect(run(read)).rejects.toMatchObject({ code: "TIMEOUT" });
    expect(requests).toHaveLength(3);
    expect(elapsed()).toBe(70_000);
  });

  it("times out in the middle of a body", async () => {
    const stuck = async (): Promise<Response> =>
      new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    const { run, elapsed } = rig([stuck], { retry: { ...DEFAULT_RETRY, attempts: 1 } });
    await expect(run(read)).rejects.toMatchObject({ code: "TIMEOUT", status: 200 });
    expect(elapsed()).toBe(30_000);
  });

  it("ends with the caller's signal, in a request and in a pause", async () => {
    for (const answer of [() => new Promise<Response>(() => undefined), reset()]) {
      const { transport, clock } = rig([answer]);
      const controller = new AbortController();
      const call = transport.call({ ...read, signal: controller.signal });
      const ended = expect(call).rejects.toMatchObject({ code: "ABORTED", retryable: false });
      await clock.advance(100);
      controller.abort();
      await ended;
      expect(clock.pending).toBe(0);
    }
  });

  it("makes no request when the signal has fired before", async () => {
    const { run, requests } = rig([new Response("ok")]);
    await expect(run({ ...read, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "ABORTED" });
    expect(requests).toHaveLength(0);
  });

  it("does not follow a redirect", async () => {
    const { run, requests } = rig([
      new Response("", { status: 302, headers: { location: "https://evil.example/" } }),
    ]);
    await expect(run(read)).rejects.toMatchObject({
      code: "SERVER",
      status: 302,
      message: expect.stringContaining("not followed"),
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.redirect).toBe("manual");
  });

  it("does not read an answer beyond the bound", async () => {
    const { run, requests } = rig([new Response("x".repeat(1_001))]);
    await expect(run(read)).rejects.toMatchObject({
      code: "VALIDATION",
      message: expect.stringContaining("larger than allowed"),
    });
    expect(requests).toHaveLength(1);
  });
});

describe("a call that costs credits", () => {
  it.each([500, 501, 502, 503, 504, 408, 409, 302, 418])(
    "is not repeated after a %d, which proves nothing",
    async (status) => {
      const { run, requests } = rig([new Response("", { status })]);
      await expect(run(spend)).rejects.toMatchObject({
        effect: "unknown",
        retryable: false,
        check: { sentence: "Look." },
      });
      expect(requests).toHaveLength(1);
    },
  );

  it.each([400, 401, 402, 403, 404, 405, 406, 413, 415, 422, 429])(
    "is not repeated after a %d, which is a refusal",
    async (status) => {
      const { run, requests } = rig([new Response("", { status, headers: { "retry-after": "1" } })]);
      await expect(run(spend)).rejects.toMatchObject({ effect: "none", check: null });
      expect(requests).toHaveLength(1);
    },
  );

  it("is not repeated after a broken connection or a timeout", async () => {
    for (const answer of [reset(), () => new Promise<Response>(() => undefined)]) {
      const { run, requests } = rig([answer]);
      await expect(run(spend)).rejects.toMatchObject({ effect: "unknown", retryable: false });
      expect(requests).toHaveLength(1);
    }
  });

  it("is repeated while provably nothing was sent", async () => {
    const { run, requests } = rig([refused(), refused(), new Response("[]")]);
    expect(await run(spend)).toMatchObject({ attempts: 3 });
    expect(requests).toHaveLength(3);
    const dead = rig([refused()]);
    await expect(dead.run(spend)).rejects.toMatchObject({
      code: "CONNECTION",
      effect: "none",
      retryable: true,
      systemCode: "ECONNREFUSED",
    });
  });

  it("survives hooks and loggers that throw", async () => {
    const explode = (): never => {
      throw new Error("boom");
    };
    const { run } = rig([new Response("[]")], {}, { onRequest: explode, onResponse: explode });
    expect(await run(spend)).toMatchObject({ status: 200 });
  });

  it("was not sent when no token could be had", async () => {
    const { transport, clock, requests } = rig([new Response("", { status: 503 })]);
    const tokens = createTokenSource({
      vendor: "any",
      clock,
      fetchToken: async () => {
        await transport.call({ ...read, operation: "token", kind: "token" });
        return { value: "t", lifetimeMs: 1000 };
      },
    });
    await expect(clock.run(transport.call({ ...spend, tokens }))).rejects.toMatchObject({
      operation: "token",
      effect: "none",
      status: 503,
    });
    expect(requests.every(({ method }) => method === "GET")).toBe(true);
  });
});

describe("tokens", () => {
  function withTokens(statuses: readonly number[], tokenRefused?: "yes" | "perhaps") {
    let issued = 0;
    const seen: (string | null)[] = [];
    const clockRig = rig([new Response("ok")], {
      fetch: async (request) => {
        seen.push(request.headers.get("authorization"));
        const status = statuses[Math.min(seen.length - 1, statuses.length - 1)] ?? 200;
        return new Response("", { status });
      },
      readFault: () => ({ message: null, ...(tokenRefused && { tokenRefused }) }),
    });
    const tokens = createTokenSource({
      vendor: "any",
      clock: clockRig.clock,
      fetchToken: async () => ({ value: `t${++issued}`, lifetimeMs: 86_400_000 }),
    });
    return { ...clockRig, tokens, seen, issued: () => issued };
  }

  it("are renewed once for a read that meets a 401, and the read goes on at once", async () => {
    const { run, tokens, seen, elapsed } = withTokens([401, 200]);
    await run({ ...read, tokens });
    expect(seen).toEqual(["Bearer t1", "Bearer t2"]);
    expect(elapsed()).toBe(0);
  });

  it("are renewed once only: a second 401 is reported", async () => {
    const { run, tokens, seen } = withTokens([401]);
    await expect(run({ ...read, tokens })).rejects.toMatchObject({ code: "AUTHENTICATION", attempts: 2 });
    expect(seen).toHaveLength(2);
  });

  it("are renewed for a 500 that says so", async () => {
    const { run, tokens, seen } = withTokens([500, 200], "yes");
    await run({ ...read, tokens });
    expect(seen).toEqual(["Bearer t1", "Bearer t2"]);
  });

  it("are renewed for a 500 that may say so, unless they are new", async () => {
    const { run, tokens, clock, seen } = withTokens([200, 500, 200, 500, 200], "perhaps");
    await run({ ...read, tokens });
    await clock.advance(120_000);
    await run({ ...read, tokens });
    await run({ ...read, tokens });
    expect(seen).toEqual(["Bearer t1", "Bearer t1", "Bearer t2", "Bearer t2", "Bearer t2"]);
  });

  it("are dropped, but the call is not repeated, when a call that costs credits meets a 401", async () => {
    const { run, tokens, seen } = withTokens([401, 200]);
    await expect(run({ ...spend, tokens })).rejects.toMatchObject({ effect: "none", retryable: true });
    await run({ ...spend, tokens });
    expect(seen).toEqual(["Bearer t1", "Bearer t2"]);
  });
});

describe("what is told", () => {
  it("hooks hear of each request, answer and repetition, without headers and bodies", async () => {
    const events: [string, object][] = [];
    const { run } = rig(
      [new Response("", { status: 500, headers: { "x-request-id": "r1" } }), new Response("ok")],
      {},
      {
        onRequest: (event) => events.push(["request", event]),
        onResponse: (event) => events.push(["response", event]),
        onRetry: (event) => events.push(["retry", event]),
      },
    );
    await run(read);
    const request = {
      vendor: "any",
      operation: "networks.list",
      method: "GET",
      url: "https://api.example/v1/networks",
    };
    expect(events).toEqual([
      ["request", { ...request, attempt: 1 }],
      ["response", { ...request, attempt: 1, status: 500, requestId: "r1", elapsedMs: 0 }],
      ["retry", { ...request, attempt: 1, delayMs: 500, error: expect.objectContaining({ code: "SERVER" }) }],
      ["request", { ...request, attempt: 2 }],
      ["response", { ...request, attempt: 2, status: 200, requestId: null, elapsedMs: 0 }],
    ]);
  });

  it("an error holds the vendor's words, a capped body and the request's id", async () => {
    const { run } = rig([new Response("b".repeat(900), { status: 400, headers: { "x-request-id": "r7" } })], {
      maxResponseOctets: 10_000,
    });
    await expect(run(read)).rejects.toMatchObject({ requestId: "r7", body: "b".repeat(900) });
    const long = rig([new Response("b".repeat(9_000), { status: 400 })], { maxResponseOctets: 10_000 });
    await expect(long.run(read)).rejects.toMatchObject({ body: "b".repeat(2_048) });
  });

  it("the raw answer is to be had, its body unread", async () => {
    const { transport, clock, requests } = rig([
      new Response("[1]", { status: 200, headers: { "x-custom": "y" } }),
    ]);
    const promise = apiPromise(transport.call(read), ({ text }) => JSON.parse(text) as number[]);
    const { data, response, attempts } = await clock.run(promise.withResponse());
    expect([
      data,
      response.status,
      response.headers.get("x-custom"),
      await response.text(),
      attempts,
    ]).toEqual([[1], 200, "y", "[1]", 1]);
    expect(await promise).toEqual([1]);
    expect(requests).toHaveLength(1);
    expect(await promise.finally(() => undefined)).toEqual([1]);
    expect(await apiPromise(Promise.reject(new Error("x")), () => 1).catch(() => 2)).toBe(2);
  });
});

describe("over the global fetch", () => {
  it("works behind MSW", async () => {
    const server = setupServer(
      http.post("https://api.example/v1/tests", async ({ request }) => {
        return HttpResponse.json({ type: request.headers.get("content-type"), body: await request.text() });
      }),
    );
    server.listen({ onUnhandledRequest: "error" });
    try {
      const { run } = rig([], { fetch: (request) => fetch(request) });
      expect(JSON.parse((await run(spend)).text)).toEqual({ type: "application/json", body: "{}" });
    } finally {
      server.close();
    }
  });
});

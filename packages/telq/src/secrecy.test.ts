import { isVendorError } from "@smsproof/vendor";
import { createVirtualClock, type RigFault, secretsShown } from "@smsproof/vendor/contract";
import { describe, expect, it } from "vitest";
import { createTelqCallbackHandler } from "./callbacks.ts";
import { createTelq } from "./telq.ts";
import { createFakeTelq, delivered, FAKE_APP_KEY } from "./testing/fake-telq.ts";

const CALLBACK_TOKEN = "callback-token-that-nobody-may-see";
const request = {
  destinationNetworks: [{ mcc: "206", mnc: "10" }],
  resultsCallbackUrl: "https://me.example/x",
  resultsCallbackToken: CALLBACK_TOKEN,
};

/** Everything that a client gives out while all sorts of things go wrong. */
async function giveOut(
  appKey: string,
  tamper: (request: Request, answer: () => Promise<Response>) => Promise<Response>,
) {
  const clock = createVirtualClock();
  const fake = createFakeTelq(clock.now);
  const shown: unknown[] = [];
  const note = (...things: unknown[]): void => void shown.push(...things);
  const telq = createTelq({
    appId: 1,
    appKey,
    clock,
    environment: {},
    retry: { attempts: 2 },
    fetch: (incoming) => tamper(incoming, () => fake.fetch(incoming)),
    hooks: { onRequest: note, onResponse: note, onRetry: note },
    logger: { debug: note, warn: note },
  });
  const vendor = telq.asVendor({ callbacks: { url: "https://me.example/x", token: CALLBACK_TOKEN } });
  const destination = { kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } } as const;
  const keep = async (work: Promise<unknown>): Promise<void> => {
    note(work);
    note(await clock.run(work).catch((error: unknown) => error));
  };
  note(telq, vendor, telq.networks, telq.tests.create);
  await keep(telq.networks.list().withResponse());
  await keep(telq.networks.list());
  await keep(telq.tests.create(request).withResponse());
  await keep(telq.results.get("1"));
  await keep(vendor.createTests({ destinations: [destination] }));
  for (const test of fake.tests.values()) {
    fake.setResult(test.id, delivered("ACME", "hello"));
    await keep(telq.results.get(test.id).withResponse());
  }
  const [outcome] = await clock.run(vendor.createTests({ destinations: [destination] }));
  if (outcome?.outcome === "created") {
    fake.setResult(outcome.test.id, delivered("ACME", "hello"));
    await keep(vendor.waitForResult(outcome.test));
  }
  const handle = vendor.handleCallback ?? createTelqCallbackHandler({ token: CALLBACK_TOKEN });
  const callback = (token: string): Request =>
    new Request("https://me.example/x", {
      method: "POST",
      body: '{"id":1}',
      headers: { authorization: token },
    });
  note(handle, await handle(callback(CALLBACK_TOKEN)), await handle(callback("wrong")));
  return { shown, tokens: fake.tokens() };
}

/** What the client was sent, in a body: the worst that a vendor can do. */
async function echo(incoming: Request, status: number): Promise<Response> {
  const body = await incoming.clone().text();
  const headers = JSON.stringify([...incoming.headers]);
  return new Response(JSON.stringify({ message: `${headers} ${body}`, headers, body }), { status });
}

const faults: readonly (readonly [
  string,
  (incoming: Request, answer: () => Promise<Response>) => Promise<Response>,
])[] = [
  ["all goes well", (_, answer) => answer()],
  ...[400, 401, 403, 404, 429, 500, 503].map(
    (status) =>
      [
        `every answer is a ${status} that echoes the request`,
        (incoming: Request) => echo(incoming, status),
      ] as const,
  ),
  [
    "calls are answered with an echo, tokens are not",
    (incoming, answer) => (incoming.url.endsWith("/token") ? answer() : echo(incoming, 200)),
  ],
  [
    "calls fail with an echo, tokens do not",
    (incoming, answer) => (incoming.url.endsWith("/token") ? answer() : echo(incoming, 500)),
  ],
  [
    "the token's answer is broken",
    async (incoming, answer) =>
      incoming.url.endsWith("/token") ? new Response(`{"value":["${FAKE_APP_KEY}"]`) : answer(),
  ],
  [
    "fetch throws what it was given",
    async (incoming, answer) => {
      if (incoming.url.endsWith("/token")) return answer();
      const headers = [...incoming.headers].join();
      throw Object.assign(new TypeError(`failed with ${headers}`), {
        request: incoming,
        cause: new Error(headers),
      });
    },
  ],
];

describe("no key, token or callback token is seen", () => {
  it.each(faults)("when %s", async (_, tamper) => {
    const { shown, tokens } = await giveOut(FAKE_APP_KEY, tamper);
    const secrets = [FAKE_APP_KEY, CALLBACK_TOKEN, ...tokens];
    expect(shown.length).toBeGreaterThan(10);
    for (const thing of shown) expect(secretsShown(thing, secrets)).toEqual([]);
  });

  it("when the key has characters that JSON and URLs escape", async () => {
    const appKey = 'ä "quoted" key & more/+=';
    const { shown } = await giveOut(appKey, (incoming) => echo(incoming, 400));
    const secrets = [appKey, JSON.stringify(appKey).slice(1, -1), encodeURIComponent(appKey)];
    for (const thing of shown) expect(secretsShown(thing, secrets)).toEqual([]);
  });
});

describe("ky's own error", () => {
  it("never escapes: every error is ours and has no cause", async () => {
    const every: RigFault[] = [400, 401, 404, 429, 500, 302].map((status) => ({ kind: "status", status }));
    const clock = createVirtualClock();
    const fake = createFakeTelq(clock.now);
    const telq = createTelq({
      appId: 1,
      appKey: FAKE_APP_KEY,
      clock,
      environment: {},
      retry: { attempts: 1 },
      fetch: fake.fetch,
    });
    for (const fault of [
      ...every,
      { kind: "reset", carriedOut: false },
      { kind: "silence", carriedOut: false },
    ] as const) {
      fake.failNextCreation(fault);
      const error: unknown = await clock.run(telq.tests.create(request).catch((thrown: unknown) => thrown));
      expect(error).toMatchObject({ vendor: "telq", operation: "tests.create" });
      expect((error as Error).cause).toBeUndefined();
      expect(isVendorError(error)).toBe(true);
    }
  });
});

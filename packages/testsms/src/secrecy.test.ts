import { createVirtualClock, secretsShown } from "@smsproof/vendor/contract";
import { describe, expect, it } from "vitest";
import { createFakeTestsms, delivered, FAKE_CLIENT_SECRET, FAKE_PASSWORD } from "./testing/fake-testsms.ts";
import { createTestsms } from "./testsms.ts";

const CALLBACK_KEY = "cbk_key-that-nobody-may-ever-see-0123456";
const request = { networks: [{ mccmnc: "20610" }], callbackUrl: `https://me.example/x/${CALLBACK_KEY}` };
const flows = {
  client: { clientId: "client", clientSecret: FAKE_CLIENT_SECRET },
  user: { email: "user@example.com", password: FAKE_PASSWORD },
};

type Tamper = (incoming: Request, answer: () => Promise<Response>) => Promise<Response>;

/** Everything that a client gives out while all sorts of things go wrong. */
async function giveOut(credentials: object, tamper: Tamper) {
  const clock = createVirtualClock();
  const fake = createFakeTestsms(clock.now);
  const shown: unknown[] = [];
  const note = (...things: unknown[]): void => void shown.push(...things);
  const testsms = createTestsms({
    ...credentials,
    clock,
    environment: {},
    retry: { attempts: 2 },
    fetch: (incoming) => tamper(incoming, () => fake.fetch(incoming)),
    hooks: { onRequest: note, onResponse: note, onRetry: note },
    logger: { debug: note, warn: note },
  });
  const vendor = testsms.asVendor({ callbacks: { url: "https://me.example/x", key: CALLBACK_KEY } });
  const destination = { kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } } as const;
  const keep = async (work: Promise<unknown>): Promise<void> => {
    note(work);
    note(await clock.run(work).catch((error: unknown) => error));
  };
  note(testsms, vendor, testsms.networks, testsms.tests.create);
  await keep(testsms.networks.list().withResponse());
  await keep(testsms.tests.create(request).withResponse());
  await keep(
    testsms.tests.create({ networks: [{ mccmnc: "20610" }], callbackUrl: `nonsense/${CALLBACK_KEY}` }),
  );
  await keep(testsms.results.get("1"));
  await keep(vendor.createTests({ destinations: [destination] }));
  for (const test of fake.tests.values()) {
    fake.setResult(test.id, delivered("ACME", "hello"));
    await keep(testsms.results.get(test.id).withResponse());
  }
  const [outcome] = await clock.run(vendor.createTests({ destinations: [destination] }));
  if (outcome?.outcome === "created") {
    fake.setResult(outcome.test.id, delivered("ACME", "hello"));
    await keep(vendor.waitForResult(outcome.test));
    const body = JSON.stringify(fake.tests.get(outcome.test.id)?.result);
    const callback = (path: string): Request =>
      new Request(`https://me.example/x/${path}`, { method: "POST", body });
    note(
      await vendor.handleCallback?.(callback(CALLBACK_KEY)),
      await vendor.handleCallback?.(callback("wrong")),
    );
    await keep(vendor.waitForResult(outcome.test));
  }
  return { shown, tokens: fake.tokens() };
}

/** What the client was sent, in a body: the worst that a vendor can do. */
async function echo(incoming: Request, status: number): Promise<Response> {
  const body = await incoming.clone().text();
  const headers = JSON.stringify([...incoming.headers]);
  return new Response(JSON.stringify({ message: `${headers} ${body}`, headers, body }), { status });
}

const isToken = ({ url }: Request): boolean => url.endsWith("token");

const faults: readonly (readonly [string, Tamper])[] = [
  ["all goes well", (_, answer) => answer()],
  ...[400, 401, 404, 429, 501].map(
    (status) =>
      [
        `every answer is a ${status} that echoes the request`,
        (incoming: Request) => echo(incoming, status),
      ] as const,
  ),
  // A result is handed on as it came, so results are not tampered with here.
  [
    "calls but results are answered with an echo",
    (incoming, answer) =>
      isToken(incoming) || incoming.url.includes("/smsTest/") ? answer() : echo(incoming, 200),
  ],
  [
    "calls fail with an echo, tokens do not",
    (incoming, answer) => (isToken(incoming) ? answer() : echo(incoming, 500)),
  ],
  [
    "the token's answer is an echo",
    (incoming, answer) => (isToken(incoming) ? echo(incoming, 200) : answer()),
  ],
];

describe("no secret, password, token or callback key is seen", () => {
  for (const [flow, credentials] of Object.entries(flows)) {
    it.each(faults)(`in the ${flow} flow, when %s`, async (_, tamper) => {
      const { shown, tokens } = await giveOut(credentials, tamper);
      const secrets = [FAKE_CLIENT_SECRET, FAKE_PASSWORD, CALLBACK_KEY, ...tokens];
      expect(shown.length).toBeGreaterThan(10);
      for (const thing of shown) expect(secretsShown(thing, secrets)).toEqual([]);
    });
  }
});

import { describe, expect, it } from "vitest";
import { createSandbox } from "../sandbox.ts";
import { controlClient, telqClient, testsmsClient } from "../testing/clients.ts";

/** A request that is right, and in whose place or places of which anything else may stand. */
const RIGHT: readonly (readonly [method: string, path: string, body: unknown])[] = [
  [
    "POST",
    "/sms",
    { from: "ACME", to: "32495123456", text: "x", udh: "", encoding: "gsm7", messageClass: 1, supplier: "s" },
  ],
  ["POST", "/sms", { from: "447785016005", to: "32495123456", data: "41", encoding: "8bit", ton: 1, npi: 1 }],
  ["POST", "/advance", { ms: 1 }],
  [
    "PUT",
    "/routes",
    {
      default: ["clean", { wordReplaced: ["a", "b"] }],
      networks: { "20610": { truncated: 70 } },
      suppliers: { cheap: "upperCased" },
      script: [{ smscOf: "IN" }, { delayed: 5 }, { codePage: ["windows-1251", "windows-1252"] }],
    },
  ],
  [
    "PUT",
    "/faults",
    [
      {
        match: { target: "telq", method: "GET", path: "*/networks" },
        skip: 0,
        times: 3,
        probability: 1,
        stage: "after",
        status: 503,
        body: "json",
        headers: { "x-a": "b" },
        retryAfter: 1,
        truncate: false,
        expireToken: false,
      },
    ],
  ],
  ["PUT", "/faults", { status: 500, body: "html", retryAfter: "1" }],
  ["POST", "/quirks", { matching: "delivered", unknownStatus: "NEW", telq: { badToken: 400 } }],
  ["POST", "/quirks", { testsms: { dates: "sample" }, callbacks: { duplicate: 0.5, reorder: 1 } }],
  [
    "POST",
    "/networks",
    { "20610": { availability: "always", handset: { kind: "unavailable", afterMs: 5, forMs: 6 } } },
  ],
];

const PLAIN: readonly unknown[] = [null, true, -1, 0, 1.5, 204, 1e308, "", "x", "\n\u0000ж", "9".repeat(400)];
const NESTED: readonly unknown[] = [[], {}, [null], [[[[[[[[]]]]]]]], { a: { b: 1 } }];
const WRONG: readonly unknown[] = [...PLAIN, ...NESTED, JSON.parse('{"__proto__":{"ms":1},"constructor":7}')];

/** The value with each of its places in turn taken by something else, or gone. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* WRONG;
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) {
    const inside: unknown = Reflect.get(value, key);
    for (const other of [undefined, ...spoilt(inside)]) {
      if (Array.isArray(value)) yield value.map((one, index) => (String(index) === key ? other : one));
      else yield { ...value, [key]: other };
    }
  }
}

describe("whatever the control API is told", () => {
  it.each(RIGHT)("%s %s answers plainly, and the vendors go on", async (method, path, right) => {
    const sandbox = createSandbox();
    const control = controlClient(sandbox);
    const clients = [telqClient(sandbox), testsmsClient(sandbox)] as const;
    const seen = new Set<number>();
    expect((await control.ask(method, path, right)).status).toBe(200);
    for (const body of spoilt(right)) {
      const text = JSON.stringify(body);
      const answer = await control.ask(method, path, text, { "content-type": "application/json" });
      seen.add(answer.status);
      if (answer.status !== 200) {
        expect([text, answer.status, answer.body]).toEqual([
          text,
          400,
          { error: { field: expect.stringMatching(/./), message: expect.stringMatching(/\w+ \w+/) } },
        ]);
        continue;
      }
      // What was taken must not break the vendors either: in front of them, or behind.
      sandbox.faults.add({ match: { target: "callback" }, status: 500 });
      for (const client of clients) {
        const { status } = await client.ask("GET", client === clients[0] ? "/networks" : "/mccmnc");
        expect([text, status >= 200 && status < 600]).toEqual([text, true]);
      }
    }
    expect([...seen].sort()).toEqual([200, 400]);
  });

  it.each(["", "{", "\uFEFF{}", "[1,]", "NaN", '{"ms":1', "\u0000"])("refuses the text %j", async (text) => {
    const control = controlClient(createSandbox());
    for (const [method, path] of RIGHT) {
      const { status, body } = await control.ask(method, path, text);
      expect([status, body]).toEqual([400, { error: { field: "body", message: "is not JSON" } }]);
    }
  });

  it("refuses octets that are no UTF-8, and a body without end", async () => {
    const { fetch } = createSandbox();
    for (const [method, path] of RIGHT) {
      for (const body of [Uint8Array.of(0x22, 0xff, 0x22), new Uint8Array(1_100_000).fill(0x20)]) {
        const answer = await fetch(`http://127.0.0.1/_sandbox${path}`, { method, body });
        expect(answer.status).toBe(400);
      }
    }
  });

  it("changes nothing when a part of it cannot be", async () => {
    const sandbox = createSandbox({ faults: [{ status: 418 }] });
    const control = controlClient(sandbox);
    const refused = await control.ask("PUT", "/faults", [{ status: 500 }, { status: "500" }]);
    expect(refused.body).toMatchObject({ error: { field: "1.status" } });
    expect(sandbox.faults.list()).toMatchObject([{ status: 418 }]);
    await control.ask("POST", "/networks", { "20610": { availability: "never" }, nowhere: {} });
    expect(sandbox.inspect().networks.find(({ key }) => key === "20610")?.listed).toBe(true);
    await control.ask("POST", "/quirks", { ids: "above-2^53", telq: { badToken: 1 } });
    expect(sandbox.quirks.current.ids).toBe("small");
  });
});

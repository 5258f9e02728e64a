import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SandboxServer, startSandboxServer } from "@smsproof/sandbox";
import type { Environment } from "@smsproof/vendor";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Offer, OfferedNetworks } from "../../src/route-test/campaign-wire.ts";
import { readEvents } from "../testing/read-events.ts";
import { readLiveParties } from "./live-parties.ts";
import { routeTestApp } from "./route-test-app.ts";

const folder = mkdtempSync(join(tmpdir(), "smsproof-live-"));
const gateway = join(folder, "gateway.json");
let server: SandboxServer;

/** Vendors as they are set up by variables, with a sandbox behind their addresses. */
let telq: Environment;
let testsms: Environment;

beforeAll(async () => {
  const credentials = {
    telq: { appId: 1, appKey: "key-of-nobody" },
    testsms: {
      clientId: "client",
      clientSecret: "secret-of-nobody",
      email: "a@example.com",
      password: "pass-of-nobody",
    },
    smpp: { systemId: "sandbox", password: "smpp-pw7" },
  };
  server = await startSandboxServer({
    port: 0,
    smppPort: 0,
    realTime: true,
    transitMs: [1, 20],
    credentials,
  });
  const { ready } = server;
  writeFileSync(
    gateway,
    JSON.stringify({
      url: `${ready.control}/sms`,
      headers: { "x-key": "{env:GATEWAY_KEY}" },
      json: { from: "{from}", to: "{to}", text: "{text}" },
      messageId: "id",
    }),
  );
  telq = {
    TELQ_APP_ID: "1",
    TELQ_APP_KEY: "key-of-nobody",
    TELQ_BASE_URL: ready.telq,
    GATEWAY_KEY: "gateway-of-nobody",
    SMSPROOF_VIA: `http:${gateway}`,
  };
  testsms = {
    TESTSMS_CLIENT_ID: "client",
    TESTSMS_CLIENT_SECRET: "secret-of-nobody",
    TESTSMS_BASE_URL: ready.testsms,
    SMSPROOF_VIA: ready.smpp.replace("://", "://sandbox:smpp-pw7@"),
  };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const SECRETS = /of-nobody|smpp-pw7|"client"/;

function open(environment: Environment) {
  const { parties, vault } = readLiveParties(environment);
  const { app, campaigns } = routeTestApp({ parties, redact: vault.redact, inspector: null });
  const seen: string[] = [];
  const ask = async (path: string, body?: unknown): Promise<Response> => {
    const response = await app.request(`http://127.0.0.1:4000/${path}`, {
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (!path.endsWith("/events")) seen.push(await response.clone().text());
    return response;
  };
  const close = async (): Promise<void> => {
    await campaigns.close();
    await Promise.all(parties.map((party) => party.close()));
  };
  return { ask, seen, close };
}

function wanted(vendor: string, credits?: number) {
  return {
    id: crypto.randomUUID(),
    vendor,
    sender: "ACME",
    text: "Your code is {testText}",
    destinations: [{ network: "206-10" }, { network: "208-01" }],
    ...(credits === undefined ? {} : { confirm: { credits } }),
  };
}

const made = (vendor: "telq" | "testsms"): number =>
  server.sandbox.inspect().tests.filter((test) => test.vendor === vendor).length;

describe("real vendors", () => {
  it("are offered where the environment has credentials, and are asked for their networks", async () => {
    const { ask, seen, close } = open({ ...telq, ...testsms });
    const offer: Offer = await (await ask("route-test")).json();
    expect(offer.vendors.map(({ name, live, trouble, via }) => [name, live, trouble, via])).toEqual([
      ["telq", true, null, "SMPP"],
      ["testsms", true, null, "SMPP"],
    ]);
    for (const vendor of ["telq", "testsms"]) {
      const { networks }: OfferedNetworks = await (await ask(`vendors/${vendor}/networks`)).json();
      const belgium = networks.find(({ key }) => key === "206-10");
      expect(belgium).toMatchObject({
        operator: "Orange",
        countryName: "Belgium",
        route: null,
        proposed: false,
      });
    }
    expect(seen.join()).not.toMatch(SECRETS);
    await close();
    expect(readLiveParties({ PATH: "/bin", SMSPROOF_VIA: "smpp://a:b@c:1" }).parties).toEqual([]);
  });

  it.each([undefined, 0, 1, 3, -2])(
    "spend nothing when %j credits were agreed to for two tests",
    async (credits) => {
      const { ask, close } = open(telq);
      const before = made("telq");
      const response = await ask("campaigns", wanted("telq", credits));
      expect([response.status, (await response.json()).error]).toEqual([
        400,
        { field: "confirm", message: "2 tests at TelQ cost a credit each: agree to 2" },
      ]);
      expect(made("telq")).toBe(before);
      await close();
    },
  );

  it.each([
    ["telq", () => telq, "HTTP"],
    ["testsms", () => testsms, "SMPP"],
  ] as const)(
    "%s runs from created to compared once the credits are agreed to",
    async (vendor, environment, via) => {
      const { ask, seen, close } = open(environment());
      const before = made(vendor);
      const request = wanted(vendor, 2);
      const started = await ask("campaigns", request);
      expect(started.status).toBe(201);
      const events = await readEvents(await ask(`campaigns/${request.id}/events`));
      const news = events.map((event) => event.news);
      expect(news[0]).toMatchObject({
        type: "begun",
        campaign: { vendor: { name: vendor, live: true, via } },
      });
      const verdicts = news.flatMap((one) => (one.type === "compared" ? [one.comparison.overall] : []));
      expect(verdicts).toEqual(["SAME", "SAME"]);
      expect(made(vendor)).toBe(before + 2);
      expect(`${seen.join()}${JSON.stringify(news)}`).not.toMatch(SECRETS);
      await close();
    },
  );

  it("take no route of the sandbox", async () => {
    const { ask, close } = open(telq);
    const request = { ...wanted("telq", 1), destinations: [{ network: "206-10", route: "clean" }] };
    const response = await ask("campaigns", request);
    expect((await response.json()).error).toEqual({
      field: "destinations[0].route",
      message: "can be chosen in the sandbox only",
    });
    await close();
  });
});

describe("what is not set up", () => {
  it.each<[string, (base: Environment) => Environment, RegExp]>([
    ["no way for messages", (base) => ({ ...base, SMSPROOF_VIA: "" }), /^Set SMSPROOF_VIA to the route/],
    [
      "an unknown way",
      (base) => ({ ...base, SMSPROOF_VIA: "ftp://u:key-of-nobody@x" }),
      /^SMSPROOF_VIA begins with neither/,
    ],
    ["no key", (base) => ({ ...base, TELQ_APP_KEY: undefined }), /appKey.* TELQ_APP_KEY/],
    [
      "an address in the clear",
      (base) => ({ ...base, TELQ_BASE_URL: "http://api.example" }),
      /baseUrl.* https/,
    ],
  ])("%s is said in words, and nothing starts", async (_, change, words) => {
    const { ask, seen, close } = open(change(telq));
    const offer: Offer = await (await ask("route-test")).json();
    expect(offer.vendors[0]?.trouble).toMatch(words);
    const response = await ask("campaigns", wanted("telq", 2));
    expect(response.status).toBe(502);
    expect((await response.json()).error.message).toBe(offer.vendors[0]?.trouble);
    expect(seen.join()).not.toMatch(SECRETS);
    await close();
  });

  it.each<[string, () => string, RegExp]>([
    ["a file that is not there", () => `http:${join(folder, "none.json")}`, /the file cannot be read/],
    [
      "a file that is no JSON",
      () => {
        const file = join(folder, "broken.json");
        writeFileSync(file, "{gateway-of-nobody");
        return `http:${file}`;
      },
      /the file is not JSON/,
    ],
  ])("%s is said when the campaign starts, before anything is spent", async (_, via, words) => {
    const before = made("telq");
    const { ask, seen, close } = open({ ...telq, SMSPROOF_VIA: via() });
    const response = await ask("campaigns", wanted("telq", 2));
    expect(response.status).toBe(502);
    expect((await response.json()).error).toEqual({ field: "vendor", message: expect.stringMatching(words) });
    expect(made("telq")).toBe(before);
    expect(seen.join()).not.toMatch(SECRETS);
    await close();
  });

  it("wrong credentials are said without being repeated", async () => {
    const { ask, seen, close } = open({ ...telq, TELQ_APP_KEY: "wrong-of-nobody" });
    const response = await ask("vendors/telq/networks");
    expect(response.status).toBe(502);
    expect((await response.json()).error.message).toMatch(/telq/);
    expect(seen.join()).not.toMatch(SECRETS);
    await close();
  });
});

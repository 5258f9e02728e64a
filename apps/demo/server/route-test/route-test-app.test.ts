import { createSandbox } from "@smsproof/sandbox";
import { afterEach, describe, expect, it } from "vitest";
import type { Offer, OfferedNetworks } from "../../src/route-test/campaign-wire.ts";
import { listen } from "../listen.ts";
import { pageApp } from "../page-app.ts";
import { readEvents } from "../testing/read-events.ts";
import { MOST_RUNNING } from "./campaign-book.ts";
import { type RouteTestApp, routeTestApp } from "./route-test-app.ts";
import { createSandboxParty } from "./sandbox-party.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const ORIGIN = "http://127.0.0.1:4000";

interface Opened extends RouteTestApp {
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
}

function open(speed = 80): Opened {
  const sandbox = createSandbox({ start: Date.now(), transitMs: [2_000, 9_000] });
  const party = createSandboxParty(sandbox, speed);
  const api = routeTestApp({ parties: [party], redact: (text) => text, inspector: null });
  const page = pageApp(new Map(), api.app);
  ends.push(
    () => party.close(),
    () => api.campaigns.close(),
  );
  const ask: Opened["ask"] = async (path, init) => page.request(`${ORIGIN}/api/${path}`, init);
  return {
    ...api,
    ask,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: "POST",
        headers: { "content-type": "application/json", origin: ORIGIN, ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
  };
}

function wanted(
  destinations: readonly { network: string; route?: string }[],
  id: string = crypto.randomUUID(),
) {
  return {
    id,
    vendor: "sandbox",
    sender: "ACME",
    text: "Your code is {testText}. Café £4, see https://acme.example/x",
    destinations,
  };
}

const errorOf = async (response: Response): Promise<unknown> => [
  response.status,
  (await response.json()).error,
];

describe("what is offered", () => {
  it("is the sandbox, its routes and its networks, each with a route of its own", async () => {
    const { ask } = open();
    const offer: Offer = await (await ask("route-test")).json();
    expect(offer.vendors).toEqual([
      { name: "sandbox", label: "Sandbox", live: false, trouble: null, via: "in process" },
    ]);
    const { networks }: OfferedNetworks = await (await ask("vendors/sandbox/networks")).json();
    const proposed = networks.filter(({ proposed }) => proposed);
    expect(proposed).toHaveLength(8);
    expect(new Set(proposed.map(({ route }) => route)).size).toBe(8);
    for (const { route } of networks) expect(offer.routes.map(({ id }) => id)).toContain(route);
    expect(new Set(networks.map(({ key }) => key)).size).toBe(networks.length);
  });

  it("is kept by no cache, and no page elsewhere", async () => {
    const { ask } = open();
    const { headers } = await ask("route-test");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
  });
});

describe("a campaign", () => {
  it("goes from created to compared, and tells each step once", async () => {
    const { ask, post } = open();
    const request = wanted([
      { network: "206-10", route: "clean" },
      { network: "208-01", route: "generic-sender" },
      { network: "655-01", route: "fake-receipt" },
    ]);
    const started = await post("campaigns", request);
    expect([started.status, await started.json()]).toEqual([201, { id: request.id }]);
    const response = await ask(`campaigns/${request.id}/events`);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    const events = await readEvents(response);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => at + 1));
    const news = events.map((event) => event.news);
    expect(news[0]).toMatchObject({
      type: "begun",
      campaign: { id: request.id, sender: "ACME", rows: [{ index: 0, route: "clean" }, {}, {}] },
    });
    expect(news.at(-1)).toMatchObject({ type: "finished", stopped: false, reason: null });
    const of = (index: number) => news.filter((one) => "index" in one && one.index === index);
    const states = of(0).flatMap((one) => (one.type === "state" ? [[one.state, one.over]] : []));
    expect(states).toEqual([
      ["creating", false],
      ["created", false],
      ["sending", false],
      ["sent", false],
      ["compared", true],
    ]);
    const verdicts = (index: number) =>
      of(index).flatMap((one) =>
        one.type === "compared"
          ? [[one.comparison.sender.verdict, one.comparison.content.verdict, one.delivered]]
          : [],
      );
    expect(verdicts(0)).toEqual([["SAME", "SAME", true]]);
    expect(verdicts(1)).toEqual([["REPLACED", "SAME", true]]);
    expect(verdicts(2).at(-1)).toEqual(["UNKNOWN", "UNKNOWN", false]);
    expect(JSON.stringify(of(2))).toContain("DELIVERY_FAKE_DLR");
    expect(of(1).find(({ type }) => type === "delivered")).toMatchObject({
      sender: "INFO",
      pdus: [expect.stringMatching(/^[0-9A-F]+$/)],
    });
  });

  it("with each of the routes ends as the route's name says", async () => {
    const { ask, post } = open(80);
    const { networks }: OfferedNetworks = await (await ask("vendors/sandbox/networks")).json();
    const offer: Offer = await (await ask("route-test")).json();
    const usable = networks.filter(({ key }) => !["724-05", "716-06"].includes(key));
    const routes = offer.routes.map(({ id }) => id);
    const request = {
      ...wanted(routes.map((route, at) => ({ network: usable[at]?.key ?? "", route }))),
      ...offer.message,
    };
    expect((await post("campaigns", request)).status).toBe(201);
    const events = await readEvents(await ask(`campaigns/${request.id}/events`));
    const codes = (route: string): readonly string[] =>
      events.flatMap(({ news }) =>
        news.type === "compared" && news.index === routes.indexOf(route)
          ? news.comparison.findings.map(({ code }) => code)
          : [],
      );
    expect(codes("clean")).toEqual([]);
    expect(codes("generic-sender")).toEqual(["SENDER_REPLACED_GENERIC"]);
    expect(codes("sim-farm")).toContain("ROUTE_SIM_FARM_SUSPECTED");
    expect(codes("cut-abroad")).toEqual(expect.arrayContaining(["CONTENT_TRUNCATED", "ROUTE_SMSC_FOREIGN"]));
    expect(codes("mojibake")).toContain("ENC_UTF8_AS_LATIN1");
    expect(codes("gsm-as-ascii")).toContain("ENC_GSM7_AS_ASCII");
    expect(codes("part-lost")).toContain("EVIDENCE_PDU_INCOMPLETE");
    expect(codes("advert")).toEqual(expect.arrayContaining(["URL_SHORTENED", "CONTENT_SUFFIX_ADDED"]));
    expect(codes("fake-receipt")).toContain("DELIVERY_FAKE_DLR");
    expect(codes("accents")).toContain("CONTENT_DIACRITICS_STRIPPED");
    expect(codes("ucs2")).toContain("ROUTE_CONCAT_CHANGED");
    expect(codes("late")).toContain("DELIVERY_LATE");
    expect(codes("dropped")).not.toContain("DELIVERY_FAKE_DLR");
  });

  it("is followed from where a page was when its connection broke", async () => {
    const { ask, post } = open();
    const request = wanted([{ network: "206-10" }]);
    await post("campaigns", request);
    const first = await readEvents(
      await ask(`campaigns/${request.id}/events`),
      ({ news }) => news.type === "created",
    );
    const last = first.at(-1)?.id ?? 0;
    const rest = await readEvents(
      await ask(`campaigns/${request.id}/events`, { headers: { "last-event-id": String(last) } }),
    );
    expect(rest[0]?.id).toBe(last + 1);
    expect(rest.at(-1)?.news.type).toBe("finished");
    const whole = await readEvents(await ask(`campaigns/${request.id}/events`));
    expect(whole.map(({ id }) => id)).toEqual([...first, ...rest].map(({ id }) => id));
  });

  it("ends when it is stopped: open tests stay open, and nothing is sent any more", async () => {
    const { ask, post } = open(5);
    const request = wanted([{ network: "206-10" }, { network: "208-01" }]);
    await post("campaigns", request);
    await readEvents(
      await ask(`campaigns/${request.id}/events`),
      ({ news }) => news.type === "state" && news.state === "sent",
    );
    expect((await post(`campaigns/${request.id}/stop`, {})).status).toBe(202);
    const events = await readEvents(await ask(`campaigns/${request.id}/events`));
    expect(events.at(-1)?.news).toMatchObject({ type: "finished", stopped: true });
    expect(await (await ask(`campaigns/${request.id}`)).json()).toEqual({ ended: true });
  });

  it("starts once, however often its request comes", async () => {
    const { ask, post } = open();
    const request = wanted([{ network: "206-10" }]);
    const answers = await Promise.all([1, 2, 3].map(() => post("campaigns", request)));
    for (const answer of answers) expect((await answer.json()).id).toBe(request.id);
    const events = await readEvents(await ask(`campaigns/${request.id}/events`));
    expect(events.filter(({ news }) => news.type === "created")).toHaveLength(1);
    expect((await post("campaigns", request)).status).toBe(200);
  });

  it("shows why the vendor made no test", async () => {
    const { ask, post } = open();
    const request = wanted([{ network: "716-06" }]);
    await post("campaigns", request);
    const events = await readEvents(await ask(`campaigns/${request.id}/events`));
    expect(events.map(({ news }) => news)).toContainEqual(
      expect.objectContaining({
        type: "ended",
        state: "refused",
        reason: expect.stringContaining("OFFLINE"),
      }),
    );
  });
});

describe("a page that goes away", () => {
  it("stops nothing and frees its stream, also behind a real connection", async () => {
    const { post, ask, app, streams } = open(20);
    const server = await listen(pageApp(new Map(), app), 0);
    ends.push(server.close);
    const request = wanted([{ network: "206-10" }]);
    await post("campaigns", request);
    const leaving = new AbortController();
    const response = await fetch(`${server.url}api/campaigns/${request.id}/events`, {
      signal: leaving.signal,
    });
    await response.body?.getReader().read();
    expect(streams()).toBe(1);
    leaving.abort();
    await expect.poll(streams).toBe(0);
    const events = await readEvents(await ask(`campaigns/${request.id}/events`));
    expect(events.at(-1)?.news).toMatchObject({ type: "finished", stopped: false });
    expect(streams()).toBe(0);
  });
});

describe("what is refused", () => {
  it("says which field is wrong, and why", async () => {
    const { post } = open();
    const good = wanted([{ network: "206-10" }]);
    expect(await errorOf(await post("campaigns", { ...good, text: "no code" }))).toEqual([
      400,
      { field: "text", message: "must contain {testText}: the vendor knows the message by it" },
    ]);
    expect(await errorOf(await post("campaigns", "{"))).toEqual([
      400,
      { field: "body", message: "must be an object" },
    ]);
    expect(await errorOf(await post("campaigns", { ...good, vendor: "telq" }))).toEqual([
      400,
      { field: "vendor", message: "is not one of those offered" },
    ]);
    expect(await errorOf(await post("campaigns", wanted([{ network: "999-99" }])))).toEqual([
      400,
      { field: "destinations[0].network", message: "is not among the networks of Sandbox now" },
    ]);
    expect(await errorOf(await post("campaigns", wanted([{ network: "206-10", route: "detour" }])))).toEqual([
      400,
      { field: "destinations[0].route", message: "is not one of those offered" },
    ]);
  });

  it("what is larger than a message can be", async () => {
    const { post } = open();
    const large = { ...wanted([{ network: "206-10" }]), text: `{testText}${"x".repeat(40_000)}` };
    expect(await errorOf(await post("campaigns", large))).toEqual([
      413,
      { field: "body", message: "is larger than 32,768 octets" },
    ]);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])(
    "a body of the type %j",
    async (type) => {
      const { post } = open();
      for (const path of ["campaigns", `campaigns/${crypto.randomUUID()}/stop`])
        expect((await post(path, "{}", { "content-type": type })).status).toBe(415);
    },
  );

  it.each<Record<string, string>>([
    { origin: "https://evil.example" },
    { origin: "http://127.0.0.1:4001" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("a page elsewhere: %j", async (headers) => {
    const { ask, post } = open();
    expect((await post("campaigns", wanted([{ network: "206-10" }]), headers)).status).toBe(403);
    expect((await ask("route-test", { headers })).status).toBe(403);
  });

  it("a name that is not this machine's", async () => {
    const { app } = open();
    const response = await pageApp(new Map(), app).request("http://evil.example:4000/api/route-test");
    expect(response.status).toBe(421);
  });

  it.each([
    ["DELETE", "campaigns", "POST"],
    ["POST", "route-test", "GET"],
    ["PUT", "campaigns/1/stop", "POST"],
    ["GET", "campaigns/1/stop", "POST"],
    ["POST", "campaigns/1/events", "GET"],
  ])("%s %s", async (method, path, allow) => {
    const { ask } = open();
    const response = await ask(path, { method, headers: { "content-type": "application/json" } });
    expect([response.status, response.headers.get("allow")]).toEqual([405, allow]);
  });

  it.each(["", "nothing", "campaigns/x", "campaigns/x/events", "vendors/telq/networks"])(
    "what is not there: /api/%s",
    async (path) => {
      const { ask } = open();
      expect(await errorOf(await ask(path))).toEqual([
        404,
        { field: expect.any(String), message: expect.stringMatching(/\.$/) },
      ]);
    },
  );

  it("one campaign more than may run", async () => {
    const { post } = open(10);
    const answers = [];
    for (let at = 0; at <= MOST_RUNNING; at++)
      answers.push(await post("campaigns", wanted([{ network: "206-10" }])));
    expect(answers.map(({ status }) => status)).toEqual([...Array(MOST_RUNNING).fill(201), 429]);
    const last = answers.at(-1) ?? Response.error();
    expect((await last.json()).error.message).toBe("4 tests are running; wait for one to end.");
  });

  it("one page more than may follow, until one of them goes", async () => {
    const { ask, post, streams } = open(10);
    const request = wanted([{ network: "206-10" }]);
    await post("campaigns", request);
    const follow = (): Promise<Response> => ask(`campaigns/${request.id}/events`);
    const following = await Promise.all(Array.from({ length: 32 }, follow));
    expect(await errorOf(await follow())).toEqual([
      503,
      { field: "events", message: "32 pages are following; close one." },
    ]);
    await following[0]?.body?.cancel();
    expect(streams()).toBe(31);
    const next = await follow();
    expect(next.status).toBe(200);
    for (const response of [...following.slice(1), next]) await response.body?.cancel();
    expect(streams()).toBe(0);
  });
});

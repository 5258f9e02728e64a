import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Offer, OfferedNetworks, StartRequest } from "../../src/route-test/campaign-wire.ts";
import { jsonOnly, type PlainError, plainError, sameOriginOnly } from "../same-origin.ts";
import { type CampaignBook, createCampaignBook, MOST_RUNNING } from "./campaign-book.ts";
import { eventStream, lastEventId } from "./event-stream.ts";
import type { Party, WantedTest } from "./party.ts";
import { ROUTE_PROFILES } from "./route-profiles.ts";
import { LONGEST_TEXT, MOST_TESTS, readStartRequest } from "./start-request.ts";

/** The largest body that is read, in octets. */
const LARGEST_BODY = 32_768;

/** How many pages may follow campaigns at a time. */
const MOST_STREAMS = 32;

/** What the form holds to begin with: two parts, with letters that go wrong where encodings are mixed up. */
const MESSAGE: Offer["message"] = {
  sender: "KiwiPost",
  text: "Your KiwiPost code is {testText}. Pay £4.50 at the café counter within 10 minutes. See https://kiwipost.example/track?id=7781 for your parcel. We never ask for this code by phone, so keep it to yourself.",
};

/** What the page's API is made of. */
export interface RouteTestOptions {
  /** The first one is proposed. */
  readonly parties: readonly Party[];
  readonly redact: (text: string) => string;
  readonly inspector: string | null;
}

/** The API of the "Route test" tab. */
export interface RouteTestApp {
  readonly app: Hono;
  readonly campaigns: CampaignBook;
  /** How many pages are following now. */
  readonly streams: () => number;
}

/** Makes the API. Refusals are `{ error: { field, message } }`. */
export function routeTestApp({ parties, redact, inspector }: RouteTestOptions): RouteTestApp {
  const routes = ROUTE_PROFILES.map(({ id, name }) => ({ id, name }));
  const campaigns = createCampaignBook(redact, (id) => routes.find((route) => route.id === id)?.name ?? null);
  const offer: Offer = {
    vendors: parties.map(({ offered }) => offered),
    routes,
    message: MESSAGE,
    limits: { tests: MOST_TESTS, textLength: LONGEST_TEXT },
    inspector,
  };
  const partyOf = (name: string): Party | undefined => parties.find(({ offered }) => offered.name === name);
  let streams = 0;

  const app = new Hono();
  app.use(sameOriginOnly);
  app.use(async (context, next) => {
    await next();
    context.res.headers.set("cache-control", "no-store");
  });

  app.get("/route-test", (context) => context.json(offer));

  app.get("/vendors/:name/networks", async (context) => {
    const party = partyOf(context.req.param("name"));
    if (party === undefined) return context.json(plainError("vendor", "There is no such vendor."), 404);
    try {
      const answer: OfferedNetworks = { networks: await party.networks() };
      return context.json(answer);
    } catch (error) {
      return context.json(plainError("vendor", redact(wordsOf(error))), 502);
    }
  });

  app.post("/campaigns", jsonOnly, limitBody(), async (context) => {
    const read = readStartRequest(await context.req.json().catch(() => undefined));
    if (!read.ok) return context.json(plainError(read.field, read.message), 400);
    const { request } = read;
    if (campaigns.get(request.id) !== null) return context.json({ id: request.id }, 200);
    const party = partyOf(request.vendor);
    if (party === undefined) return context.json(plainError("vendor", "is not one of those offered"), 400);
    const wrong = confirmFault(request, party) ?? routeFault(request, party);
    if (wrong !== null) return context.json(wrong, 400);
    try {
      const wanted = await wantedTests(request, party);
      if (!wanted.ok) return context.json(wanted.fault, 400);
      const campaign = await campaigns.start(request, party, wanted.tests);
      if (campaign !== null) return context.json({ id: request.id }, 201);
      return context.json(plainError("body", `${MOST_RUNNING} tests are running; wait for one to end.`), 429);
    } catch (error) {
      return context.json(plainError("vendor", redact(wordsOf(error))), 502);
    }
  });

  app.get("/campaigns/:id", (context) => {
    const campaign = campaigns.get(context.req.param("id"));
    return campaign === null ? notKept(context) : context.json({ ended: campaign.log.ended });
  });

  app.post("/campaigns/:id/stop", jsonOnly, limitBody(), (context) => {
    const campaign = campaigns.get(context.req.param("id"));
    if (campaign === null) return notKept(context);
    campaign.stop();
    return context.json({ id: campaign.head.id }, 202);
  });

  app.get("/campaigns/:id/events", (context) => {
    const campaign = campaigns.get(context.req.param("id"));
    if (campaign === null) return notKept(context);
    if (streams >= MOST_STREAMS)
      return context.json(plainError("events", `${MOST_STREAMS} pages are following; close one.`), 503);
    streams += 1;
    const body = eventStream(campaign.log, lastEventId(context.req.header("last-event-id")), () => {
      streams -= 1;
    });
    return context.body(body, 200, { "content-type": "text/event-stream; charset=utf-8" });
  });

  for (const [path, allow] of [
    ["/route-test", "GET"],
    ["/vendors/:name/networks", "GET"],
    ["/campaigns", "POST"],
    ["/campaigns/:id", "GET"],
    ["/campaigns/:id/stop", "POST"],
    ["/campaigns/:id/events", "GET"],
  ] as const)
    app.all(path, (context) =>
      context.json(plainError("method", `Only ${allow} is understood here.`), 405, { allow }),
    );
  app.all("*", (context) => context.json(plainError("path", "There is nothing here."), 404));
  app.onError((error, context) => context.json(plainError("body", redact(error.message)), 500));
  return { app, campaigns, streams: () => streams };
}

function limitBody(): ReturnType<typeof bodyLimit> {
  return bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (context) =>
      context.json(plainError("body", `is larger than ${LARGEST_BODY.toLocaleString("en")} octets`), 413),
  });
}

function notKept(context: Context): Response {
  return context.json(plainError("id", "This test is no longer kept."), 404);
}

/** Nothing is spent on a click alone: the request says how many credits were agreed to, and they must be these. */
function confirmFault({ destinations, confirm }: StartRequest, { offered }: Party): PlainError | null {
  if (!offered.live || confirm?.credits === destinations.length) return null;
  const tests = destinations.length === 1 ? "1 test" : `${destinations.length} tests`;
  return plainError(
    "confirm",
    `${tests} at ${offered.label} cost a credit each: agree to ${destinations.length}`,
  );
}

function routeFault({ destinations }: StartRequest, { offered }: Party): PlainError | null {
  for (const [at, { route }] of destinations.entries()) {
    if (route === undefined) continue;
    const field = `destinations[${at}].route`;
    if (offered.live) return plainError(field, "can be chosen in the sandbox only");
    if (!ROUTE_PROFILES.some(({ id }) => id === route))
      return plainError(field, "is not one of those offered");
  }
  return null;
}

type Wanted =
  | { readonly ok: true; readonly tests: readonly WantedTest[] }
  | { readonly ok: false; readonly fault: PlainError };

async function wantedTests({ destinations }: StartRequest, party: Party): Promise<Wanted> {
  const networks = new Map((await party.networks()).map((network) => [network.key, network]));
  const tests: WantedTest[] = [];
  for (const [at, { network, route }] of destinations.entries()) {
    const known = networks.get(network);
    if (known === undefined) {
      const words = `is not among the networks of ${party.offered.label} now`;
      return { ok: false, fault: plainError(`destinations[${at}].network`, words) };
    }
    tests.push({ network: known, route: party.offered.live ? null : (route ?? known.route) });
  }
  return { ok: true, tests };
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : "It failed without a word.";

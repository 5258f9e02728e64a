import { type Context, Hono } from "hono";
import { judgeCallbackUrl } from "../callbacks/loopback.ts";
import { MAX_BODY_OCTETS, parseJson, readBody } from "../http/read-body.ts";
import { createBurstLimit } from "../tokens/burst-limit.ts";
import { TOKEN_LIFETIME_S, type Tokens, tokenOf } from "../tokens/tokens.ts";
import type { World } from "../world.ts";
import { createdTestJson, networkJson, resultJson } from "./result-json.ts";
import { type TelqProblem, telqErrorResponse } from "./telq-error.ts";
import type { TelqVendor } from "./telq-vendor.ts";
import { readTestsRequest } from "./tests-request.ts";

/** Where TelQ's API v2.1 stands, in the sandbox as at the vendor. */
export const TELQ_BASE_PATH = "/v2.1/client";

const TOKEN_OCTETS = 160;

/** TelQ's four calls, with the headers, statuses and bodies that they have at the vendor. */
export function createTelqApp(world: World, vendor: TelqVendor, tokens: Tokens): Hono {
  const { clock } = world;
  const bursts = createBurstLimit(clock);
  const app = new Hono().basePath(TELQ_BASE_PATH);
  const telq = (): World["quirks"]["current"]["telq"] => world.quirks.current.telq;
  let tokenCount = 0;

  const problem = (c: Context, what: TelqProblem): Response =>
    telqErrorResponse(what, { path: c.req.path, now: clock.now() }, telq().errorBody);

  app.use(async (c, next) => {
    if (!acceptsJson(c.req.header("accept"))) return problem(c, NOT_ACCEPTABLE);
    return next();
  });

  const authorized = (c: Context): boolean => tokens.check(tokenOf(c.req.raw)) === "valid";

  const badToken = (c: Context): Response =>
    problem(c, { status: telq().badToken, message: "Token is invalid or expired", shape: "plain" });

  app.post("/token", async (c) => {
    const body = await readBody(c.req.raw);
    if (body.kind === "too-large") return problem(c, TOO_LARGE);
    const credentials = body.kind === "text" ? readCredentials(parseJson(body.text), telq().appId) : null;
    if (credentials === null) {
      return problem(c, { status: 400, message: "JSON with appId and appKey is needed", shape: "plain" });
    }
    const wait = bursts.take(String(credentials.appId));
    if (wait !== null) {
      return problem(c, {
        status: 429,
        message: "Too many token requests",
        shape: "plain",
        retryAfter: wait,
      });
    }
    const { appId, appKey } = world.credentials.telq;
    if (credentials.appId !== appId || credentials.appKey !== appKey) {
      return problem(c, {
        status: telq().badCredentials,
        message: "Bad credentials exception",
        shape: "plain",
      });
    }
    tokenCount += 1;
    const value = base64(world.random.fork(`telq token ${tokenCount}`).bytes(TOKEN_OCTETS));
    tokens.add(value);
    return c.json({ ttl: TOKEN_LIFETIME_S, value });
  });

  app.get("/networks", (c) => {
    if (!authorized(c)) return badToken(c);
    const quirks = world.quirks.current;
    return c.json(world.networks.listed(clock.now()).map((site) => networkJson(site, quirks)));
  });

  app.post("/tests", async (c) => {
    if (!authorized(c)) return badToken(c);
    const body = await readBody(c.req.raw);
    if (body.kind === "too-large") return problem(c, TOO_LARGE);
    const json = body.kind === "text" ? parseJson(body.text) : undefined;
    if (typeof json !== "object" || json === null) return problem(c, NOT_JSON);
    const read = readTestsRequest(json);
    if (!read.ok) return problem(c, invalid(read.fields));
    const { callbackUrl } = read.request;
    if (callbackUrl !== null) {
      const verdict = judgeCallbackUrl(callbackUrl, world.callbackHosts);
      if (!verdict.ok) {
        const field = {
          field: "resultsCallbackUrl",
          defaultMessage: verdict.reason,
          rejectedValue: callbackUrl,
        };
        return problem(c, invalid([field]));
      }
    }
    const tests = vendor.create(read.request, c.req.header("results-callback-token") ?? null);
    if (tests === null) return problem(c, FULL);
    const quirks = world.quirks.current;
    return jsonText(`[${tests.map((test) => createdTestJson(test, quirks)).join(",")}]`);
  });

  app.get("/results/:id", (c) => {
    if (!authorized(c)) return badToken(c);
    const id = c.req.param("id");
    if (!/^\d{1,19}$/.test(id)) {
      return problem(c, { status: 400, message: `"${id}" is no id`, shape: "spring" });
    }
    const test = vendor.book.get(id);
    if (test !== null) return jsonText(resultJson(test, world.quirks.current, "result"));
    if (telq().unknownId === "200-empty") return jsonText("{}");
    if (telq().unknownId === "200-null") return jsonText("null");
    return problem(c, { status: 404, message: "Id Not Found", shape: "spring" });
  });

  for (const path of ["/token", "/networks", "/tests", "/results/:id"]) {
    app.all(path, (c) =>
      problem(c, { status: 405, message: `Request method '${c.req.method}' not supported`, shape: "spring" }),
    );
  }
  app.all("*", (c) => problem(c, { status: 404, message: "No message available", shape: "spring" }));

  return app;
}

const NOT_ACCEPTABLE: TelqProblem = {
  status: 406,
  message: "Could not find acceptable representation",
  shape: "spring",
};
const NOT_JSON: TelqProblem = { status: 400, message: "JSON parse error", shape: "spring" };
const TOO_LARGE: TelqProblem = {
  status: 413,
  message: `The body holds more than ${MAX_BODY_OCTETS} octets`,
  shape: "spring",
};
const FULL: TelqProblem = {
  status: 503,
  message: "The sandbox is full of tests that still wait: reset it, or advance its clock",
  shape: "spring",
};

const invalid = (fields: NonNullable<TelqProblem["fields"]>): TelqProblem => ({
  status: 400,
  message: `Validation failed for object='testRequest'. Error count: ${fields.length}`,
  shape: "spring",
  fields,
});

const jsonText = (text: string): Response =>
  new Response(text, { headers: { "content-type": "application/json" } });

function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === "") return true;
  return accept.split(",").some((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    if (parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) return false;
    return (
      type === "*/*" || type === "application/*" || type === "application/json" || type.endsWith("+json")
    );
  });
}

function readCredentials(body: unknown, form: "any" | "number"): { appId: number; appKey: string } | null {
  if (typeof body !== "object" || body === null) return null;
  const { appId, appKey } = body as Record<string, unknown>;
  if (typeof appKey !== "string") return null;
  if (typeof appId === "number" && Number.isSafeInteger(appId)) return { appId, appKey };
  const digits = form === "any" && typeof appId === "string" && /^\d{1,15}$/.test(appId);
  return digits ? { appId: Number(appId), appKey } : null;
}

function base64(octets: Uint8Array): string {
  let binary = "";
  for (const octet of octets) binary += String.fromCharCode(octet);
  return btoa(binary);
}

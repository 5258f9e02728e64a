import { type Context, Hono } from "hono";
import { z } from "zod";
import { MAX_ADVANCE_MS } from "../clock/clock.ts";
import { MAX_FAULTS } from "../faults/fault-board.ts";
import { type FaultRule, faultRuleSchema } from "../faults/fault-rule.ts";
import { MAX_BODY_OCTETS, parseJson, readBody } from "../http/read-body.ts";
import { networkKey } from "../networks/network-site.ts";
import { ROUTES } from "../routes/catalogue.ts";
import { routeFromSpec } from "../routes/route-spec.ts";
import { routingFromSpec, specOfRouting } from "../routes/routing-spec.ts";
import type { SandboxState } from "../state.ts";
import { networkConditionsSchema } from "./network-conditions.ts";
import { readSmsRequest } from "./sms-request.ts";
import { DEFAULT_SHOWN, viewMessage, viewState } from "./state-view.ts";

/** Where the control API stands. */
export const CONTROL_BASE_PATH = "/_sandbox";

const MAX_SHOWN = 100_000;

/** What the control API acts on. */
export interface Controlled {
  readonly state: () => SandboxState;
  readonly about: { readonly seed: number | string; readonly realTime: boolean };
  readonly reset: () => void;
}

/** The sandbox's own API. Every body is JSON; every refusal is `{ "error": { "field", "message" } }`. */
export function createControlApp({ state, about, reset }: Controlled): Hono {
  const app = new Hono().basePath(CONTROL_BASE_PATH);

  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return c.json({ error: problem }, 400);
  });

  app.get("/state", (c) => {
    const limit = Number(c.req.query("limit") ?? DEFAULT_SHOWN);
    if (!Number.isInteger(limit) || limit < 0 || limit > MAX_SHOWN) {
      throw new Refusal("limit", `must be a whole number from 0 to ${MAX_SHOWN}`);
    }
    return c.json(viewState(state(), about, limit));
  });

  app.post("/sms", async (c) => {
    const read = readSmsRequest(await jsonBody(c), "http");
    if (!read.ok) throw new Refusal(read.field, read.message);
    const { air } = state();
    if (!air.hasRoom())
      return c.json({ error: { field: "body", message: "too many messages are under way" } }, 503);
    return c.json(viewMessage(air.submit(read.submission)));
  });

  app.get("/sms/:id", (c) => {
    const record = state().air.messages.get(c.req.param("id"));
    return record === null ? notFound(c, "there is no such message") : c.json(viewMessage(record));
  });

  app.post("/advance", async (c) => {
    const { ms } = parsed(ADVANCE, await jsonBody(c));
    const { clock } = state().world;
    await clock.advance(ms);
    return c.json({ now: new Date(clock.now()).toISOString() });
  });

  app.post("/reset", (c) => {
    reset();
    return c.json({ now: new Date(state().world.clock.now()).toISOString() });
  });

  app.get("/routes", (c) => c.json({ ...specOfRouting(state().routing), known: knownRoutes() }));
  app.on(["POST", "PUT"], "/routes", async (c) => {
    state().routing = routingFromSpec(await jsonBody(c));
    return c.json(specOfRouting(state().routing));
  });
  app.delete("/routes", (c) => {
    state().routing = {};
    return c.json({});
  });

  app.get("/faults", (c) => c.json(state().world.faults.list()));
  app.on(["POST", "PUT"], "/faults", async (c) => {
    const body = await jsonBody(c);
    // All or none: a rule that cannot be must not leave the others behind, or take away what was there.
    const rules = Array.isArray(body) ? parsed(RULES, body) : [parsed(faultRuleSchema, body)];
    const { faults } = state().world;
    const kept = c.req.method === "PUT" ? 0 : faults.list().length;
    if (kept + rules.length > MAX_FAULTS) throw new Refusal("body", `there may be ${MAX_FAULTS} fault rules`);
    if (c.req.method === "PUT") faults.clear();
    return c.json(rules.map((rule) => faults.add(rule)));
  });
  app.delete("/faults", (c) => {
    state().world.faults.clear();
    return c.json([]);
  });
  app.delete("/faults/:id", (c) => {
    const { faults } = state().world;
    return faults.remove(c.req.param("id")) ? c.json(faults.list()) : notFound(c, "there is no such fault");
  });

  app.get("/quirks", (c) => c.json(state().world.quirks.current));
  app.on(["POST", "PATCH"], "/quirks", async (c) => {
    const body = await jsonBody(c);
    if (typeof body !== "object" || body === null) throw new Refusal("body", "must be an object");
    return c.json(state().world.quirks.set(body));
  });
  app.delete("/quirks", (c) => c.json(state().world.quirks.reset()));

  app.get("/networks", (c) => {
    const { networks, clock } = state().world;
    const listed = new Set(networks.listed(clock.now()));
    return c.json(
      networks.sites.map((site) => ({ ...site, ...networks.condition(site), listed: listed.has(site) })),
    );
  });
  app.post("/networks", async (c) => {
    const changes = parsed(networkConditionsSchema, await jsonBody(c));
    const { networks } = state().world;
    const known = new Set(networks.sites.map(networkKey));
    const unknown = Object.keys(changes).find((key) => !known.has(key));
    if (unknown !== undefined) throw new Refusal(unknown, "there is no such network");
    for (const [key, change] of Object.entries(changes)) networks.setCondition(key, change);
    return c.json(changes);
  });

  app.get("/callbacks", (c) => c.json(state().callbacks.log.attempts));
  app.post("/callbacks/:id/replay", (c) => {
    const id = c.req.param("id");
    return state().callbacks.replay(id) ? c.json({ replayed: id }) : notFound(c, "there is no such callback");
  });

  app.all("*", (c) => notFound(c, `${c.req.method} ${c.req.path} is not part of the control API`));
  return app;
}

const ADVANCE: z.ZodType<{ ms: number }> = z.strictObject({ ms: z.number().min(0).max(MAX_ADVANCE_MS) });

const RULES: z.ZodType<readonly FaultRule[]> = z.array(faultRuleSchema).max(MAX_FAULTS);

const notFound = (c: Context, message: string): Response =>
  c.json({ error: { field: "path", message } }, 404);

/** Something that is wrong with a request, at a place in it. */
class Refusal extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

function problemOf(error: unknown): { readonly field: string; readonly message: string } | null {
  if (error instanceof Refusal) return { field: error.field, message: error.message };
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return { field: issue?.path.join(".") || "body", message: issue?.message ?? "is not valid" };
  }
  return error instanceof RangeError ? { field: "body", message: error.message } : null;
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  return schema.parse(body);
}

async function jsonBody(c: Context): Promise<unknown> {
  const body = await readBody(c.req.raw);
  if (body.kind === "too-large") throw new Refusal("body", `holds more than ${MAX_BODY_OCTETS} octets`);
  const json = body.kind === "text" ? parseJson(body.text) : undefined;
  if (json === undefined) throw new Refusal("body", "is not JSON");
  return json;
}

function knownRoutes(): readonly object[] {
  return ROUTES.map(({ name, parameters, args }) => ({
    name,
    parameters,
    causes: routeFromSpec(args.length === 0 ? name : { [name]: args }).causes,
  }));
}

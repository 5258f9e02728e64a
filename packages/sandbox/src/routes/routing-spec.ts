import { z } from "zod";
import type { Route, RouteSpec } from "./route.ts";
import { routeFromSpec } from "./route-spec.ts";
import type { Routing } from "./routing.ts";

/** Routing as JSON: what `--routes FILE` and `/_sandbox/routes` hold. */
export interface RoutingSpec {
  readonly default?: RouteSpec;
  readonly networks?: Readonly<Record<string, RouteSpec>>;
  readonly suppliers?: Readonly<Record<string, RouteSpec>>;
  /** Taken by the messages in turn, one each. */
  readonly script?: readonly RouteSpec[];
}

const MAX_RULES = 10_000;

const schema = z.strictObject({
  default: z.unknown().exactOptional(),
  networks: z.record(z.string(), z.unknown()).exactOptional(),
  suppliers: z.record(z.string(), z.unknown()).exactOptional(),
  script: z.array(z.unknown()).max(MAX_RULES).exactOptional(),
});

/** Reads routing out of JSON. Throws a ZodError or a RangeError that names the place. */
export function routingFromSpec(spec: unknown): Routing {
  const { networks, suppliers, script, default: fallback } = schema.parse(spec);
  return {
    ...(fallback === undefined ? {} : { default: routeFromSpec(fallback, "default") }),
    ...(networks === undefined ? {} : { networks: routes(networks, "networks") }),
    ...(suppliers === undefined ? {} : { suppliers: routes(suppliers, "suppliers") }),
    ...(script === undefined
      ? {}
      : { script: script.map((one, index) => routeFromSpec(one, `script[${index}]`)) }),
  };
}

function routes(specs: Readonly<Record<string, unknown>>, place: string): Readonly<Record<string, Route>> {
  const entries = Object.entries(specs);
  if (entries.length > MAX_RULES) throw new RangeError(`${place}: at most ${MAX_RULES} rules`);
  return Object.fromEntries(entries.map(([key, spec]) => [key, routeFromSpec(spec, `${place}.${key}`)]));
}

/** The JSON of a routing. A script that is a function cannot be written down and is left out. */
export function specOfRouting({ default: fallback, networks, suppliers, script }: Routing): RoutingSpec {
  const specs = (rules: Readonly<Record<string, Route>>): Readonly<Record<string, RouteSpec>> =>
    Object.fromEntries(Object.entries(rules).map(([key, { spec }]) => [key, spec]));
  return {
    ...(fallback === undefined ? {} : { default: fallback.spec }),
    ...(networks === undefined ? {} : { networks: specs(networks) }),
    ...(suppliers === undefined ? {} : { suppliers: specs(suppliers) }),
    ...(script === undefined || typeof script === "function"
      ? {}
      : { script: script.map(({ spec }) => spec) }),
  };
}

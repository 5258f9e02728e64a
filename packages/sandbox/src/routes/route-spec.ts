import { ROUTES, type RouteEntry } from "./catalogue.ts";
import { compose, MAX_COMPOSED, type Route, type RouteArgument } from "./route.ts";

const ENTRIES: ReadonlyMap<string, RouteEntry> = new Map(ROUTES.map((entry) => [entry.name, entry]));
const MAX_DEPTH = 5;

/**
 * The route that a JSON value describes: `"clean"`, `{ "truncated": 70 }`, `{ "wordReplaced": ["a", "b"] }`,
 * or a list of such to be composed. Throws a RangeError that says where it is wrong.
 */
export function routeFromSpec(spec: unknown, place = "route", depth = 0): Route {
  if (typeof spec === "string") return make(spec, [], place);
  if (typeof spec !== "object" || spec === null) {
    throw new RangeError(`${place}: a route is a name, {"name": argument} or a list of routes`);
  }
  if (Array.isArray(spec)) {
    if (depth >= MAX_DEPTH) throw new RangeError(`${place}: lists within lists, more than ${MAX_DEPTH} deep`);
    if (spec.length > MAX_COMPOSED) throw new RangeError(`${place}: at most ${MAX_COMPOSED} routes make one`);
    return compose(...spec.map((one, index) => routeFromSpec(one, `${place}[${index}]`, depth + 1)));
  }
  const [only, ...more] = Object.entries(spec);
  if (only === undefined || more.length > 0) {
    throw new RangeError(`${place}: {"name": argument} names one route; several are a list`);
  }
  const [name, value] = only;
  const args: readonly unknown[] = Array.isArray(value) ? value : [value];
  return make(name, args, place);
}

function make(name: string, args: readonly unknown[], place: string): Route {
  const entry = ENTRIES.get(name);
  if (entry === undefined) throw new RangeError(`${place}: there is no route "${name}"`);
  const { parameters } = entry;
  if (args.length > parameters.length)
    throw new RangeError(`${place}: ${name} takes ${parameters.length} arguments`);
  for (const [index, parameter] of parameters.entries()) {
    const argument = args[index];
    if (argument === undefined && parameter.optional) continue;
    const wanted = parameter.kind === "text" ? "string" : "number";
    if (typeof argument !== wanted) {
      throw new RangeError(`${place}: ${name} needs a ${wanted} as ${parameter.name}`);
    }
  }
  try {
    return (entry.make as (...args: readonly RouteArgument[]) => Route)(
      ...(args as readonly RouteArgument[]),
    );
  } catch (error) {
    throw new RangeError(`${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

import type { RouteEntry, RouteSpec } from "@smsproof/sandbox";
import { nearest } from "../command-line/nearest.ts";
import { UsageError } from "../exit-status.ts";

/**
 * What `--route` says: the name of a route, with the sandbox's own sample arguments where it needs some, or a route as
 * JSON.
 */
export function sandboxRoute(
  text: string,
  routes: readonly Pick<RouteEntry, "name" | "parameters" | "args">[],
): RouteSpec {
  if (/^\s*[[{"]/.test(text)) return jsonRoute(text);
  const entry = routes.find(({ name }) => name === text);
  if (entry === undefined) throw unknownRoute(text, routes);
  if (entry.parameters.every(({ optional }) => optional)) return entry.name;
  return { [entry.name]: [...entry.args] };
}

function jsonRoute(text: string): RouteSpec {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError("--route takes the name of a route, or one as JSON; this is no JSON");
  }
}

function unknownRoute(text: string, routes: readonly { readonly name: string }[]): UsageError {
  const names = routes.map(({ name }) => name);
  const meant = nearest(text, names);
  const hint = meant ? `did you mean ${meant}?` : `there are ${names.join(", ")}`;
  return new UsageError(`There is no route "${text}"; ${hint}`);
}

import type { Part } from "../handset/part.ts";
import type { Envelope, Journey, MessageOnRoute, RouteContext, RouteStages } from "./message.ts";

/** A finding of @smsproof/compare, by its code. */
export type FindingCode =
  | `SENDER_${string}`
  | `CONTENT_${string}`
  | `ENC_${string}`
  | `URL_${string}`
  | `CODE_${string}`
  | `ROUTE_${string}`
  | `DELIVERY_${string}`
  | `EVIDENCE_${string}`;

/** What a route's argument may be: it must survive JSON. */
export type RouteArgument = string | number;

/** A route as JSON: its name, its name with arguments, or several to be composed. */
export type RouteSpec =
  | string
  | { readonly [name: string]: RouteArgument | readonly RouteArgument[] }
  | readonly RouteSpec[];

/**
 * What lies between a sender and a handset. A plain value: it can be composed, printed and sent as JSON.
 */
export interface Route {
  /** The JSON that `routeFromSpec` makes this route from. */
  readonly spec: RouteSpec;
  /** The findings it must cause, on a message that has what it changes. */
  readonly causes: readonly FindingCode[];
  readonly stages: RouteStages;
  /** Whether the handset never gets the message. */
  readonly drops: boolean;
}

/** Makes a route out of what it does. */
export function route(
  name: string,
  args: readonly RouteArgument[],
  causes: readonly FindingCode[],
  stages: RouteStages,
  drops = false,
): Route {
  const [first, ...more] = args;
  const spec: RouteSpec = first === undefined ? name : { [name]: more.length === 0 ? first : args };
  return { spec, causes, stages, drops };
}

/** The route that changes nothing. */
export const clean: Route = { spec: "clean", causes: [], stages: {}, drops: false };

/** How many routes may be composed into one. */
export const MAX_COMPOSED = 50;

/**
 * Several routes, one behind the other. Within each stage (message, parts, envelope, journey) they act in
 * their order. Where one of them drops the message, nothing that the others do is ever seen.
 */
export function compose(...routes: readonly Route[]): Route {
  const parts = routes.filter(({ spec }) => spec !== "clean");
  if (parts.length > MAX_COMPOSED) throw new RangeError(`at most ${MAX_COMPOSED} routes make one`);
  const [only, ...more] = parts;
  if (only === undefined) return clean;
  if (more.length === 0) return only;
  return {
    spec: parts.flatMap(({ spec }) => (Array.isArray(spec) ? (spec as readonly RouteSpec[]) : [spec])),
    causes: composedCauses(parts),
    drops: parts.some(({ drops }) => drops),
    stages: {
      message: (message, context) => fold(parts, "message", message, context),
      parts: (list, context) => fold(parts, "parts", list, context),
      envelope: (envelope, context) => fold(parts, "envelope", envelope, context),
      journey: (journey, context) => fold(parts, "journey", journey, context),
    },
  };
}

interface StageValues {
  readonly message: MessageOnRoute;
  readonly parts: readonly Part[];
  readonly envelope: Envelope;
  readonly journey: Journey;
}

function fold<K extends keyof StageValues>(
  routes: readonly Route[],
  stage: K,
  start: StageValues[K],
  context: RouteContext,
): StageValues[K] {
  let value = start;
  for (const { stages } of routes) {
    const step = stages[stage] as
      | ((value: StageValues[K], context: RouteContext) => StageValues[K])
      | undefined;
    if (step !== undefined) value = step(value, context);
  }
  return value;
}

function composedCauses(routes: readonly Route[]): readonly FindingCode[] {
  const all = [...new Set(routes.flatMap(({ causes }) => causes))];
  return routes.some(({ drops }) => drops) ? all.filter((code) => code.startsWith("DELIVERY_FAKE")) : all;
}

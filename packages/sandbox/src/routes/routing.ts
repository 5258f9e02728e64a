import { type NetworkSite, networkKey } from "../networks/network-site.ts";
import { clean, type Route } from "./route.ts";

/** What a choice of route can hang on. */
export interface RoutedMessage {
  readonly from: string;
  readonly to: string;
  readonly text: string | null;
  readonly supplier: string | null;
  readonly network: NetworkSite | null;
  /** 0 for the first message since the start that reached a network; a message of many parts counts once. */
  readonly number: number;
}

/** Chooses for one message, or leaves it to the other rules. */
export type RouteScript = (message: RoutedMessage) => Route | undefined;

/**
 * Which message takes which route: what `script` says, else the route of its supplier, else of its network
 * (`20610`, `26202/26207`; or a country, `DE`), else `default`.
 */
export interface Routing {
  readonly default?: Route;
  readonly networks?: Readonly<Record<string, Route>>;
  readonly suppliers?: Readonly<Record<string, Route>>;
  /** A function, or routes that the messages take in turn; the last one is followed by the other rules. */
  readonly script?: RouteScript | readonly Route[];
}

/** The route of a message. */
export function chooseRoute(routing: Routing, message: RoutedMessage): Route {
  const { script, suppliers, networks } = routing;
  const scripted = typeof script === "function" ? script(message) : script?.[message.number];
  if (scripted !== undefined) return scripted;
  const bySupplier = message.supplier === null ? undefined : own(suppliers, message.supplier);
  if (bySupplier !== undefined) return bySupplier;
  const { network } = message;
  const byNetwork =
    network === null ? undefined : (own(networks, networkKey(network)) ?? own(networks, network.country));
  return byNetwork ?? routing.default ?? clean;
}

// Names come from outside: `constructor` is no supplier.
const own = (routes: Readonly<Record<string, Route>> | undefined, name: string): Route | undefined =>
  routes !== undefined && Object.hasOwn(routes, name) ? routes[name] : undefined;

import {
  asUcs2,
  clean,
  compose,
  delayed,
  diacriticsStripped,
  dropped,
  gsmAsAscii,
  linkShortened,
  partLost,
  type Route,
  receiptLies,
  senderReplaced,
  simFarm,
  smscOf,
  suffixed,
  truncated,
  utf8AsLatin1,
} from "@smsproof/sandbox";

/** A way that the sandbox treats messages, under a name for people. */
export interface RouteProfile {
  readonly id: string;
  readonly name: string;
  readonly route: Route;
}

/** The routes that the page offers. */
export const ROUTE_PROFILES: readonly RouteProfile[] = [
  { id: "clean", name: "clean", route: clean },
  { id: "generic-sender", name: "sender replaced by INFO", route: senderReplaced("INFO") },
  { id: "sim-farm", name: "SIM farm, local sender", route: simFarm() },
  {
    id: "cut-abroad",
    name: "text cut, foreign SMSC",
    route: compose(truncated(70), smscOf("TR")),
  },
  { id: "mojibake", name: "UTF-8 read as Latin-1", route: utf8AsLatin1() },
  { id: "gsm-as-ascii", name: "GSM 7-bit read as ASCII", route: gsmAsAscii() },
  { id: "part-lost", name: "second part lost", route: partLost(2) },
  {
    id: "advert",
    name: "link shortened, opt-out",
    route: compose(linkShortened(), suffixed(" Reply STOP to opt out")),
  },
  { id: "fake-receipt", name: "dropped, receipt lies", route: receiptLies() },
  { id: "accents", name: "accents stripped", route: diacriticsStripped() },
  { id: "ucs2", name: "sent on in UCS-2", route: asUcs2() },
  { id: "late", name: "more than a minute late", route: delayed(65_000) },
  { id: "dropped", name: "dropped", route: dropped() },
];

/** The networks that are ticked to begin with, by key, and the route that each is given. */
export const PROPOSED_ROUTES: ReadonlyMap<string, string> = new Map([
  ["206-10", "clean"],
  ["208-01", "generic-sender"],
  ["262-02", "sim-farm"],
  ["222-01", "cut-abroad"],
  ["234-15", "mojibake"],
  ["286-01", "part-lost"],
  ["404-45", "advert"],
  ["655-01", "fake-receipt"],
]);

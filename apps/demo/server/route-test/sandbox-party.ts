import { createInProcessSender } from "@smsproof/campaign";
import { type Route, type Sandbox, SITES } from "@smsproof/sandbox";
import { createTelq } from "@smsproof/telq";
import { networkKey, type Sender, sleep, type Vendor } from "@smsproof/vendor";
import type { OfferedNetwork } from "../../src/route-test/campaign-wire.ts";
import { createPacedClock, type PacedClock } from "./paced-clock.ts";
import type { Party } from "./party.ts";
import { PROPOSED_ROUTES, ROUTE_PROFILES } from "./route-profiles.ts";

/** How long a message is waited for, in seconds of the sandbox. */
const TIME_TO_LIVE_SECONDS = 100;

/** How long the sandbox's gateway takes to accept a message, in milliseconds of the sandbox. */
const GATEWAY_MS = 1_500;

/** How long its vendor takes for a request for tests, in real milliseconds at a speed of one. */
const CREATION_MS = 3_000;

/** Most routes of ended campaigns that are remembered: a message may still be under way. */
const ROUTINGS_KEPT = 50;

/** The sandbox as whoever owns the handsets: with routes to choose from, without credits. */
export function createSandboxParty(sandbox: Sandbox, speed: number): Party {
  const clock = createPacedClock(sandbox, speed);
  const client = createTelq({
    appId: sandbox.credentials.telq.appId,
    appKey: sandbox.credentials.telq.appKey,
    baseUrl: "http://127.0.0.1/v2.1/client",
    fetch: sandbox.fetch,
    clock,
    // Requests are answered in this process, in real time, however fast the sandbox's time flows.
    timeoutMs: 30_000 * speed,
    totalTimeoutMs: 120_000 * speed,
    environment: {},
  });
  const vendor: Vendor = {
    ...client.asVendor({ schedule: { minMs: 1_000, maxMs: 3_000, share: 0.05 }, maxPollsPerSecond: 100 }),
    name: "sandbox",
  };
  const routings = new Map<string, ReadonlyMap<string, Route>>();
  const profiles = new Map(ROUTE_PROFILES.map(({ id, route }) => [id, route]));
  sandbox.faults.add({
    match: { target: "telq", method: "POST", path: "/v2.1/client/tests" },
    latencyMs: Math.round(CREATION_MS / speed),
  });

  return {
    offered: { name: "sandbox", label: "Sandbox", live: false, trouble: null, via: "in process" },
    networks: async () => sandboxNetworks(),
    async prepare(campaign, tests) {
      routings.set(
        campaign,
        new Map(
          tests.flatMap(({ network, route }) => {
            const chosen = profiles.get(route ?? network.route ?? "clean");
            return chosen === undefined ? [] : [[network.key, chosen] as const];
          }),
        ),
      );
      const [oldest] = routings.keys();
      if (routings.size > ROUTINGS_KEPT && oldest !== undefined) routings.delete(oldest);
      // Set anew for each run: the sandbox's own page can set other ones.
      sandbox.routes.set({
        script: ({ supplier, network }) =>
          supplier === null || network === null ? undefined : routings.get(supplier)?.get(keyOf(network)),
      });
      const flowEnds = clock.hold();
      const sender = gateway(sandbox, campaign, clock);
      return {
        vendor,
        sender,
        clock,
        timeToLiveSeconds: TIME_TO_LIVE_SECONDS,
        async release() {
          flowEnds();
          await sender.close?.();
        },
      };
    },
    close: () => sandbox.close(),
  };
}

function gateway(sandbox: Sandbox, campaign: string, clock: PacedClock): Sender {
  const sender = createInProcessSender(sandbox, { supplier: campaign, receiptEveryMs: 50 });
  return {
    ...sender,
    async send(message) {
      await sleep(clock, GATEWAY_MS);
      return sender.send(message);
    },
  };
}

const keyOf = ({ mcc, mnc, portedFrom }: (typeof SITES)[number]): string =>
  networkKey({ mcc, mnc, portedFrom: portedFrom === null ? null : { mcc, mnc: portedFrom.mnc } });

function sandboxNetworks(): readonly OfferedNetwork[] {
  const all = SITES.map((site): OfferedNetwork => {
    const key = keyOf(site);
    const route = PROPOSED_ROUTES.get(key);
    return {
      key,
      operator: site.providerName,
      portedFromOperator: site.portedFrom?.providerName ?? null,
      countryName: site.countryName,
      country: site.country,
      route: route ?? "clean",
      proposed: route !== undefined,
    };
  });
  const place = [...PROPOSED_ROUTES.keys()];
  const rank = ({ key, proposed }: OfferedNetwork): number => (proposed ? place.indexOf(key) : place.length);
  return all.toSorted((one, other) => rank(one) - rank(other));
}

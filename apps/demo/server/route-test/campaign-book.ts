import {
  type CampaignPlan,
  createMemoryStore,
  END_STATES,
  runCampaign,
  type TestState,
} from "@smsproof/campaign";
import type { CampaignHead, StartRequest } from "../../src/route-test/campaign-wire.ts";
import { createNewsLog, type NewsLog } from "./news-log.ts";
import type { CampaignParties, Party, WantedTest } from "./party.ts";
import { rowNewsOf } from "./row-news.ts";
import { watchSteps } from "./watched-store.ts";

/** How many campaigns may run at a time. */
export const MOST_RUNNING = 4;

/** How many are kept, so that a page that is loaded anew finds its own; the oldest that have ended go. */
export const MOST_KEPT = 20;

/** How many tests are being created or sent at a time: more would all be seen at once. */
const CONCURRENCY = 3;

/** A campaign that was started from the page. */
interface RunningCampaign {
  readonly head: CampaignHead;
  readonly log: NewsLog;
  /** Takes no further step. What is under way is finished first. */
  stop(): void;
  /** Resolves when it is over. */
  readonly over: Promise<void>;
}

/** Every campaign since the server began. */
export interface CampaignBook {
  get(id: string): RunningCampaign | null;
  /**
   * Starts a campaign; the one of this id where there is one already; null where there is no room. Throws an `Error` whose
   * message can be shown when the vendor or the sender cannot be used.
   */
  start(request: StartRequest, party: Party, tests: readonly WantedTest[]): Promise<RunningCampaign | null>;
  /** Stops all of them and waits until they are over. */
  close(): Promise<void>;
}

/** An empty book. `redact` takes credentials out of reasons; `routeName` knows routes by their ids. */
export function createCampaignBook(
  redact: (text: string) => string,
  routeName: (id: string) => string | null,
): CampaignBook {
  const campaigns = new Map<string, RunningCampaign>();
  const starting = new Map<string, Promise<RunningCampaign>>();
  const running = (): number =>
    starting.size + [...campaigns.values()].filter(({ log }) => !log.ended).length;

  function makeRoom(): void {
    for (const [id, { log }] of campaigns) {
      if (campaigns.size < MOST_KEPT) break;
      if (log.ended) campaigns.delete(id);
    }
  }

  return {
    get: (id) => campaigns.get(id) ?? null,
    async start(request, party, tests) {
      // Between this look and the entry below nothing is waited for: one id never starts twice.
      const known = campaigns.get(request.id) ?? starting.get(request.id);
      if (known !== undefined) return known;
      if (running() >= MOST_RUNNING) return null;
      const started = party.prepare(request.id, tests).then((parties) => {
        makeRoom();
        const campaign = begin(request, party, tests, parties);
        campaigns.set(request.id, campaign);
        return campaign;
      });
      starting.set(request.id, started);
      try {
        return await started;
      } finally {
        starting.delete(request.id);
      }
    },
    async close() {
      for (const { stop } of campaigns.values()) stop();
      await Promise.all([...campaigns.values()].map(({ over }) => over));
    },
  };

  function begin(
    { id, sender, text }: StartRequest,
    party: Party,
    tests: readonly WantedTest[],
    parties: CampaignParties,
  ): RunningCampaign {
    const log = createNewsLog();
    const stop = new AbortController();
    const now = (): string => new Date(parties.clock.now()).toISOString();
    const head: CampaignHead = {
      id,
      vendor: party.offered,
      sender,
      text,
      startedAt: now(),
      rows: tests.map(({ network, route }, index) => ({
        index,
        network,
        route: route === null ? null : routeName(route),
      })),
    };
    log.add({ type: "begun", at: head.startedAt, campaign: head });
    const states = new Map<number, TestState>();
    const run = runCampaign({
      id,
      plan: planOf(head, parties),
      vendors: [parties.vendor],
      senders: [parties.sender],
      clock: parties.clock,
      signal: stop.signal,
      store: watchSteps(createMemoryStore(), (index, state, at) => {
        states.set(index, state);
        log.add({ type: "state", index, state, over: END_STATES.has(state), at });
      }),
    });

    async function follow(): Promise<void> {
      let reason: string | null = null;
      try {
        for await (const event of run) {
          const news = rowNewsOf(event, redact);
          if (news !== null) log.add({ ...news, index: event.index, at: event.at });
        }
      } catch (error) {
        reason = redact(error instanceof Error ? error.message : "the run failed without a word");
      }
      await parties.release();
      const open = tests.length - [...states.values()].filter((state) => END_STATES.has(state)).length;
      log.add({ type: "finished", at: now(), stopped: stop.signal.aborted && open > 0, reason });
      log.end();
    }

    return { head, log, stop: () => stop.abort(), over: follow() };
  }
}

function planOf({ sender, text, rows }: CampaignHead, parties: CampaignParties): CampaignPlan {
  return {
    vendors: [parties.vendor.name],
    senders: [parties.sender.name],
    destinations: rows.map(({ network }) => ({ kind: "network", network: targetOf(network.key) })),
    messages: [{ sender, text }],
    budget: rows.length,
    pacing: { concurrency: CONCURRENCY },
    ...(parties.timeToLiveSeconds === undefined ? {} : { timeToLiveSeconds: parties.timeToLiveSeconds }),
  };
}

/** `222-01<222-99` as the codes that it is made of. */
function targetOf(key: string): {
  readonly mcc: string;
  readonly mnc: string;
  readonly portedFrom: { readonly mcc: string; readonly mnc: string } | null;
} {
  const [own = "", from] = key.split("<");
  const code = (text: string) => ({ mcc: text.slice(0, 3), mnc: text.slice(4) });
  return { ...code(own), portedFrom: from === undefined ? null : code(from) };
}

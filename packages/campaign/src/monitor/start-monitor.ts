import PgBoss from "pg-boss";
import { isCampaignError } from "../errors/campaign-error.ts";
import { partyOf } from "../run/run-context.ts";
import type { Database } from "../store/database.ts";
import { createRounds, MONITOR_CAMPAIGN, type RoundOptions } from "./rounds.ts";

/** What a monitor works with. Its `database` stays open when it stops. */
export interface MonitorOptions extends RoundOptions {
  /** Hears what went wrong and is tried again. */
  readonly onError?: (error: unknown) => void;
  /** How often the queue is asked for work. Default 2 s. */
  readonly pollingSeconds?: number;
}

/** A monitor that runs. */
export interface Monitor {
  /** Has a round of the route run now, by this or another process. */
  runNow(route: string): Promise<void>;
  /** Takes no more rounds. Those under way are stopped between two steps, and gone on with by whoever starts next. */
  stop(): Promise<void>;
}

const SCHEMA = "smsproof_queue";
const QUEUE = "route-";

/**
 * Tests routes by their schedules: on Postgres in as many processes as wanted, on PGlite in one. A round is a campaign
 * named by its job, so that a job which runs twice goes on with the round instead of making another one. Alerts are raised
 * for a change of verdict and of lateness, per route and network.
 */
export async function startMonitor(options: MonitorOptions): Promise<Monitor> {
  const { database, onError = () => undefined } = options;
  const vendors = new Map(options.vendors.map((vendor) => [vendor.name, vendor]));
  const halt = new AbortController();
  const { config, store, run, post } = await createRounds(options, halt.signal);
  const underWay = new Set<Promise<unknown>>();

  const boss = new PgBoss({
    schema: SCHEMA,
    db: { executeSql: (text, values) => executeSql(database, text, values) },
  });
  boss.on("error", onError);

  function track<T>(round: Promise<T>): Promise<T> {
    underWay.add(round);
    const forget = (): void => void underWay.delete(round);
    round.then(forget, forget);
    return round;
  }

  /** A killed process leaves rounds behind, whose jobs the queue gives out again only when their time is over. */
  async function resumeRounds(): Promise<void> {
    for (const { id, finishedAt } of await store.campaigns(1000)) {
      const [kind, name] = id.split(":");
      const route = kind === MONITOR_CAMPAIGN ? config.routes.find((one) => one.name === name) : undefined;
      if (route === undefined || finishedAt !== null) continue;
      track(run(route, id)).catch((error: unknown) => {
        // Another process has it, or the route was changed since.
        if (!isCampaignError(error, "CAMPAIGN_BUSY") && !isCampaignError(error, "PLAN_CHANGED"))
          onError(error);
      });
    }
  }

  await boss.start();
  const queues = new Set(config.routes.map(({ name }) => QUEUE + name));
  for (const { name } of await boss.getSchedules())
    if (name.startsWith(QUEUE) && !queues.has(name)) await boss.unschedule(name);
  for (const route of config.routes) {
    const queue = QUEUE + route.name;
    const { limits } = partyOf(vendors, "vendor", route.vendor);
    const waitSeconds = route.timeToLiveSeconds ?? limits.timeToLiveSeconds.default;
    const work = {
      expireInSeconds: Math.ceil(waitSeconds + limits.waitMarginMs / 1000 + 1800),
      retryLimit: 5,
      retryDelay: 30,
    };
    await boss.createQueue(queue, { name: queue, ...work });
    await boss.schedule(queue, route.cron, {}, { tz: route.timeZone ?? "UTC", ...work });
    await boss.work(queue, { pollingIntervalSeconds: options.pollingSeconds ?? 2 }, async (jobs) => {
      for (const { id } of jobs) await track(run(route, `${MONITOR_CAMPAIGN}:${route.name}:${id}`));
    });
  }
  await resumeRounds();
  await post();

  return {
    async runNow(route) {
      await boss.send(QUEUE + route, {});
    },
    async stop() {
      halt.abort();
      await Promise.allSettled([...underWay]);
      await boss.stop({ graceful: true, wait: true, timeout: 5000, close: false });
    },
  };
}

/** pg-boss hands over one statement with values, or many without. */
async function executeSql(
  database: Database,
  text: string,
  values: unknown[] | undefined,
): Promise<{ rows: Record<string, unknown>[] }> {
  const given = values !== undefined && values.length > 0 ? values : undefined;
  return { rows: [...(await database.query(text, given))] };
}

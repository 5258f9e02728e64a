import type { Sender, Vendor } from "@smsproof/vendor";
import type { CampaignReport } from "../report/campaign-report.ts";
import type { CampaignEvent } from "../run/campaign-event.ts";
import { runCampaign } from "../run/run-campaign.ts";
import { partyOf } from "../run/run-context.ts";
import type { CampaignStore } from "../store/campaign-store.ts";
import type { Database } from "../store/database.ts";
import { createSqlStore } from "../store/sql-store.ts";
import { type Alert, postAlerts, recordRound } from "./alert-book.ts";
import { judgeRound } from "./judge-round.ts";
import { type MonitorConfig, type MonitoredRoute, planOf, readMonitorConfig } from "./monitor-config.ts";

/** What campaigns of monitors are called: `monitor:route:id`. */
export const MONITOR_CAMPAIGN = "monitor";

/** What rounds are run with. */
export interface RoundOptions {
  /** A `MonitorConfig` as JSON. */
  readonly config: unknown;
  /** Stays open. */
  readonly database: Database;
  readonly vendors: readonly Vendor[];
  readonly senders: readonly Sender[];
  /** `globalThis.fetch` where absent; posts alerts. */
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly onEvent?: (route: string, event: CampaignEvent) => void;
  readonly onAlert?: (alert: Alert) => void;
  readonly onRound?: (route: string, report: CampaignReport) => void;
}

/** Runs rounds: a campaign, its verdict per network, and an alert for each change. */
export interface Rounds {
  readonly config: MonitorConfig;
  readonly store: CampaignStore;
  /** Runs a round, or goes on with one. Rejects when it was stopped before it was done. */
  run(route: MonitoredRoute, campaign: string): Promise<CampaignReport>;
  /** Posts the alerts that nobody has taken yet, where there is a webhook. */
  post(): Promise<void>;
}

/** Makes what rounds are run with. `stop` ends them between two steps. Throws `CONFIG_INVALID` and `PARTY_MISSING`. */
export async function createRounds(options: RoundOptions, stop: AbortSignal): Promise<Rounds> {
  const config = readMonitorConfig(options.config);
  const { database, fetch = (request: Request) => globalThis.fetch(request) } = options;
  const vendors = new Map(options.vendors.map((vendor) => [vendor.name, vendor]));
  const senders = new Map(options.senders.map((sender) => [sender.name, sender]));
  for (const { vendor, sender } of config.routes) {
    partyOf(vendors, "vendor", vendor);
    partyOf(senders, "sender", sender);
  }
  const store = await createSqlStore(database);

  async function post(): Promise<void> {
    if (config.webhook !== undefined) await postAlerts(database, { webhook: config.webhook, fetch });
  }

  return {
    config,
    store,
    post,
    async run(route, campaign) {
      const run = runCampaign({
        id: campaign,
        plan: planOf(route),
        vendors: options.vendors,
        senders: options.senders,
        store,
        signal: stop,
      });
      for await (const event of run) options.onEvent?.(route.name, event);
      const report = await run.report();
      if (report.finishedAt === null) throw new Error(`the round ${campaign} is not finished`);
      for (const round of judgeRound(report.tests, route.latencySeconds)) {
        const where = { route: route.name, campaign, at: report.finishedAt };
        for (const alert of await recordRound(database, where, round)) options.onAlert?.(alert);
      }
      options.onRound?.(route.name, report);
      await post();
      return report;
    },
  };
}

/**
 * One round of each route, now and in this process, one route after the other: for whoever has a schedule of his own.
 * States and alerts are the same as those of a monitor that runs on. The signal ends it between two steps.
 */
export async function runRoundsOnce(
  options: RoundOptions,
  signal: AbortSignal,
): Promise<readonly CampaignReport[]> {
  const rounds = await createRounds(options, signal);
  const reports: CampaignReport[] = [];
  for (const route of rounds.config.routes) {
    if (signal.aborted) break;
    const id = `${MONITOR_CAMPAIGN}:${route.name}:${globalThis.crypto.randomUUID()}`;
    reports.push(await rounds.run(route, id));
  }
  return reports;
}

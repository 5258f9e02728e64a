import pRetry from "p-retry";
import type { Database } from "../store/database.ts";
import { textOf } from "../store/test-row.ts";
import type { NetworkRound } from "./judge-round.ts";
import type { MonitorConfig } from "./monitor-config.ts";

/** Something that changed. What is posted to the webhook, with its `id`. */
export interface Alert {
  readonly schema: 1;
  /** `verdict`: what arrives is another than before. `latency`: it got late, or is in time again. */
  readonly kind: "verdict" | "latency";
  readonly route: string;
  readonly network: string;
  readonly before: string;
  readonly after: string;
  readonly latencySeconds: number | null;
  readonly why: string;
  readonly campaign: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** The state of the network and the alerts are written together, and only by the first who has this round's. */
const WRITE = `
  with written as (
    insert into smsproof.route_state (route, network, verdict, latency_seconds, late, campaign, at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (route, network) do update set verdict = excluded.verdict,
      latency_seconds = excluded.latency_seconds, late = excluded.late, campaign = excluded.campaign, at = excluded.at
    where smsproof.route_state.campaign <> excluded.campaign
    returning 1
  )
  insert into smsproof.alert (campaign, route, network, kind, alert, created_at)
  select $6, $1, $2, raised.kind, raised.alert, $7
  from unnest($8::text[], $9::text[]) as raised (kind, alert)
  where exists (select 1 from written)
  on conflict do nothing`;

/** Writes down what a network did, and an alert for each change. A round that is written twice raises nothing twice. */
export async function recordRound(
  database: Database,
  where: { readonly route: string; readonly campaign: string; readonly at: string },
  round: NetworkRound,
): Promise<readonly Alert[]> {
  const { route, campaign, at } = where;
  const [before] = await database.query(
    "select verdict, late, campaign from smsproof.route_state where route = $1 and network = $2",
    [route, round.network],
  );
  if (before?.["campaign"] === campaign) return [];
  const verdict = before === undefined ? "SAME" : textOf(before, "verdict");
  const late = before?.["late"] === true;
  const common = {
    schema: 1,
    route,
    network: round.network,
    latencySeconds: round.latencySeconds,
    campaign,
    at,
  } as const;
  const alerts: Alert[] = [];
  if (verdict !== round.verdict)
    alerts.push({ ...common, kind: "verdict", before: verdict, after: round.verdict, why: round.why });
  if (late !== round.late && round.latencySeconds !== null) {
    const words = (isLate: boolean): string => (isLate ? "late" : "in time");
    const why = `the median delay is ${round.latencySeconds} s`;
    alerts.push({ ...common, kind: "latency", before: words(late), after: words(round.late), why });
  }
  // A round in which nothing arrived says nothing of the delay.
  const lateNow = round.latencySeconds === null ? late : round.late;
  await database.query(WRITE, [
    route,
    round.network,
    round.verdict,
    round.latencySeconds,
    lateNow,
    campaign,
    at,
    alerts.map(({ kind }) => kind),
    alerts.map((alert) => JSON.stringify(alert)),
  ]);
  return alerts;
}

/** What posts alerts. */
export interface AlertPosting {
  readonly webhook: NonNullable<MonitorConfig["webhook"]>;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Tries of one alert in one go. Default 3. */
  readonly attempts?: number;
  /** Pause after the first. Default 1000 ms. */
  readonly retryMs?: number;
}

const TIMEOUT_MS = 10_000;

/**
 * Posts every alert that has not been taken yet, the oldest first; gives the number that was. At least once: two processes
 * may post the same one, which is why each carries its `id`. The first that is not taken ends it, so that order is kept.
 */
export async function postAlerts(database: Database, posting: AlertPosting): Promise<number> {
  const rows = await database.query(
    "select id::text as id, alert from smsproof.alert where delivered_at is null order by smsproof.alert.id limit 100",
    [],
  );
  let taken = 0;
  for (const row of rows) {
    const id = textOf(row, "id");
    const body = JSON.stringify({ id, ...JSON.parse(textOf(row, "alert")) });
    try {
      await pRetry(() => post(posting, body), {
        retries: (posting.attempts ?? 3) - 1,
        minTimeout: posting.retryMs ?? 1000,
      });
    } catch {
      await database.query("update smsproof.alert set attempts = attempts + 1 where id = $1", [id]);
      return taken;
    }
    await database.query(
      "update smsproof.alert set delivered_at = now(), attempts = attempts + 1 where id = $1",
      [id],
    );
    taken += 1;
  }
  return taken;
}

async function post({ webhook, fetch }: AlertPosting, body: string): Promise<void> {
  const response = await fetch(
    new Request(webhook.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...webhook.headers },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
}

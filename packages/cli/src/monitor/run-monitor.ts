import type { CampaignReport } from "@smsproof/campaign";
import { openDatabase, type RoundOptions, runRoundsOnce, startMonitor } from "@smsproof/campaign/node";
import { ExitStatus, UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";
import { wordsOf } from "../route-test/pretty-report.ts";
import { inPlainWords } from "../storage/plain-failures.ts";
import { storageOf, whileOpening } from "../storage/storage.ts";
import { printable } from "../terminal/printable.ts";
import { type MonitorFile, readMonitorFile } from "./monitor-file.ts";
import { realMonitorParties, sandboxMonitorParties } from "./monitor-parties.ts";

/** What `smsproof monitor` was told. */
export interface MonitorCall {
  readonly config: string;
  readonly save: string | undefined;
  /** One round of each route, then the end. */
  readonly once: boolean;
  readonly sandbox: boolean;
}

/** Runs rounds by their schedules until it is told to stop, or one of each. Alerts go to the standard output. */
export function runMonitor(call: MonitorCall, host: Host): Promise<ExitStatus> {
  return inPlainWords(async () => {
    const file = await readMonitorFile(call.config, host.env, call.sandbox);
    const storage = storageOf(call.save ?? file.save, call.sandbox ? {} : host.env);
    if (storage === null)
      throw new UsageError(
        "Where are rounds to be kept? Give --save, save in the configuration, or DATABASE_URL",
      );
    const stop = new AbortController();
    const stopped = host.untilStopped().then(() => stop.abort());
    const parties = call.sandbox ? await sandboxMonitorParties(file) : await realMonitorParties(file, host);
    try {
      const database = await whileOpening(storage, host, () => openDatabase(storage.where));
      try {
        const options = { ...talk(host), config: file.config, database, ...parties };
        if (call.once) return await once(options, stop.signal);
        const say = (error: unknown): void => {
          const words = error instanceof Error ? error.message : String(error);
          host.stderr.write(`${printable(`${words}; it is tried again.`)}\n`);
        };
        const monitor = await startMonitor({ ...options, onError: say });
        host.stderr.write(`${printable(startWords(file, storage.shown))}\n`);
        await stopped;
        await monitor.stop();
        return ExitStatus.ok;
      } finally {
        await database.close();
      }
    } finally {
      await parties.close();
    }
  });
}

/** A round's words on the standard error, an alert as a line of JSON on the standard output. */
function talk(host: Host): Pick<RoundOptions, "onRound" | "onAlert"> {
  return {
    onRound: (route, report) => host.stderr.write(`${printable(`${route}: ${wordsOf(report)}`)}\n`),
    onAlert: (alert) => host.stdout.write(`${JSON.stringify(alert)}\n`),
  };
}

async function once(options: RoundOptions, signal: AbortSignal): Promise<ExitStatus> {
  let reports: readonly CampaignReport[];
  try {
    reports = await runRoundsOnce(options, signal);
  } catch (error) {
    // A round that was stopped is not finished, and nothing is wrong with it.
    if (signal.aborted) return ExitStatus.interrupted;
    throw error;
  }
  if (signal.aborted) return ExitStatus.interrupted;
  if (reports.some(({ outcome }) => outcome === "altered")) return ExitStatus.failures;
  return reports.every(({ outcome }) => outcome === "same") ? ExitStatus.ok : ExitStatus.missing;
}

function startWords({ config }: MonitorFile, shown: string): string {
  const routes = Object(config).routes as readonly unknown[];
  return `${routes.length} ${routes.length === 1 ? "route is" : "routes are"} tested by schedule; rounds are kept in ${shown}. Ctrl-C ends it.`;
}

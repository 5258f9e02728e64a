import {
  type CampaignPlan,
  type CampaignReport,
  type CampaignStore,
  END_STATES,
  expandPlan,
  readPlan,
  renderJson,
  renderJunit,
  renderMarkdown,
  renderNdjson,
  runCampaign,
} from "@smsproof/campaign";
import { ExitStatus, UsageError } from "../exit-status.ts";
import type { Host } from "../host.ts";
import { blockWriter } from "../output/writer.ts";
import { inPlainWords } from "../storage/plain-failures.ts";
import { expectKept, openStorage } from "../storage/storage.ts";
import { printable } from "../terminal/printable.ts";
import { styleFor } from "../terminal/style.ts";
import { columnsOf } from "../terminal/width.ts";
import { liveTable } from "./live-table.ts";
import { type Parties, realParties } from "./parties.ts";
import { prettyReport } from "./pretty-report.ts";
import type { RouteTestCall } from "./route-test-call.ts";
import { sandboxParties } from "./sandbox-parties.ts";
import { maySpend } from "./spending.ts";

/** Columns where the output is no terminal that tells. */
const WIDTH = 160;

/** Tests routes and says what became of the messages. */
export function runRouteTest(call: RouteTestCall, host: Host): Promise<ExitStatus> {
  return inPlainWords(async () => {
    const { campaign } = call;
    // What is wrong with a plan is said before anything is opened.
    if (campaign.kind === "new") readPlan({ ...campaign.plan, vendors: ["-"], senders: ["-"] });
    if (call.campaign.kind === "resume" && call.storage !== null) expectKept(call.storage);
    const store = await openStorage(call.storage, host);
    try {
      return await runIn(store, call, host);
    } finally {
      await store.close();
    }
  });
}

async function runIn(store: CampaignStore, call: RouteTestCall, host: Host): Promise<ExitStatus> {
  const { campaign } = call;
  const stored = campaign.kind === "resume" ? await store.campaign(campaign.id) : null;
  if (campaign.kind === "resume" && stored === null)
    throw new UsageError(`No campaign ${campaign.id} is kept in ${call.storage?.shown ?? "memory"}`);
  const parties = await partiesOf(call, stored?.plan, host);
  try {
    const id = campaign.kind === "resume" ? campaign.id : globalThis.crypto.randomUUID();
    const plan: CampaignPlan | undefined =
      campaign.kind === "resume"
        ? undefined
        : { ...campaign.plan, vendors: [parties.vendor.name], senders: [parties.sender.name] };
    const tests = plan === undefined ? await store.tests(id) : expandPlan(plan);
    if (call.parties.kind === "real") {
      const open =
        plan === undefined ? (await store.tests(id)).filter(({ state }) => state === "planned") : tests;
      const cost = { tests: open.length, vendor: parties.vendor.name, yes: call.parties.yes };
      if (!(await maySpend(cost, host))) {
        host.stderr.write("Nothing was done.\n");
        return ExitStatus.ok;
      }
    }
    if (call.storage !== null)
      host.stderr.write(`${printable(`Campaign ${id} is kept in ${call.storage.shown}.`)}\n`);
    const stop = new AbortController();
    void host.untilStopped().then(() => stop.abort());
    const report = await follow({ store, parties, id, plan, tests, signal: stop.signal }, host);
    await write(report, call, host);
    return afterwards(report, call, stop.signal.aborted, host);
  } finally {
    await parties.close();
  }
}

function partiesOf(call: RouteTestCall, plan: CampaignPlan | undefined, host: Host): Promise<Parties> {
  if (call.parties.kind === "sandbox") return sandboxParties(call.parties);
  const known = plan?.vendors[0];
  const vendor = call.parties.vendor ?? (known === "telq" || known === "testsms" ? known : undefined);
  if (vendor === undefined)
    throw new UsageError("At which vendor? Give --vendor, or --sandbox to try it out");
  return realParties({ vendor, via: call.parties.via, name: plan?.senders[0] }, host);
}

interface Run {
  readonly store: CampaignStore;
  readonly parties: Parties;
  readonly id: string;
  readonly plan: CampaignPlan | undefined;
  readonly tests: Parameters<typeof liveTable>[0];
  readonly signal: AbortSignal;
}

async function follow({ store, parties, id, plan, tests, signal }: Run, host: Host): Promise<CampaignReport> {
  const live = liveTable(tests, host);
  try {
    const run = runCampaign({
      id,
      ...(plan === undefined ? {} : { plan }),
      vendors: [parties.vendor],
      senders: [parties.sender],
      store,
      signal,
      ...(parties.clock === undefined ? {} : { clock: parties.clock }),
    });
    for await (const event of run) live.event(event);
    return await run.report();
  } finally {
    live.erase();
  }
}

async function write(report: CampaignReport, { format }: RouteTestCall, host: Host): Promise<void> {
  const writer = blockWriter(host.stdout);
  switch (format) {
    case "json":
      writer.write(renderJson(report));
      break;
    case "ndjson":
      for (const line of renderNdjson(
        report.tests.map((record) => ({ campaign: report.campaign, record })),
      )) {
        writer.write(line);
        if (writer.full) await writer.flush();
      }
      break;
    case "markdown":
      writer.write(renderMarkdown(report));
      break;
    case "junit":
      writer.write(renderJunit(report));
      break;
    case "pretty":
      writer.write(
        prettyReport(report, {
          style: styleFor(host.stdout, host.env),
          width: columnsOf(host.stdout, WIDTH),
        }),
      );
  }
  await writer.flush();
}

/** The worst counts: altered before missing. Tests are open only where the run was stopped, or a vendor not to be read. */
function afterwards(
  report: CampaignReport,
  { storage }: RouteTestCall,
  stopped: boolean,
  host: Host,
): ExitStatus {
  const open = report.tests.filter(({ state }) => !END_STATES.has(state)).length;
  if (open > 0) {
    const words = `${open} of ${report.tests.length} tests ${open === 1 ? "is" : "are"} still open.`;
    const hint =
      storage === null
        ? "Nothing was kept: --save keeps tests, so that they can be gone on with."
        : `smsproof test --resume ${report.campaign} goes on.`;
    host.stderr.write(`${printable(`${words} ${hint}`)}\n`);
    if (stopped) return ExitStatus.interrupted;
  }
  switch (report.outcome) {
    case "altered":
      return ExitStatus.failures;
    case "unfinished":
    case "missing":
      return ExitStatus.missing;
    case "same":
      return ExitStatus.ok;
  }
}

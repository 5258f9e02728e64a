import { type Clock, type Sender, systemClock, type Vendor } from "@smsproof/vendor";
import PQueue from "p-queue";
import { CampaignError } from "../errors/campaign-error.ts";
import { type CampaignPlan, readPlan } from "../plan/campaign-plan.ts";
import { expandPlan } from "../plan/expand-plan.ts";
import { type CampaignReport, reportOf } from "../report/campaign-report.ts";
import type { CampaignStore, StoredCampaign } from "../store/campaign-store.ts";
import { createBudget } from "./budget.ts";
import type { CampaignEvent } from "./campaign-event.ts";
import { createEventQueue } from "./event-queue.ts";
import { openReceiptBook } from "./receipt-book.ts";
import { DEFAULT_STEP_RETRY, nowOf, partyOf, type RetrySettings, type RunContext } from "./run-context.ts";
import { runTest, type Submit } from "./run-test.ts";
import { END_STATES, type TestRecord } from "./test-record.ts";

/** What a campaign is run with. */
export interface CampaignOptions {
  /** Name of the campaign, to go on with it later. A random one where absent. */
  readonly id?: string;
  /** Absent: the campaign of this id is stored, and is gone on with. */
  readonly plan?: CampaignPlan;
  readonly vendors: readonly Vendor[];
  readonly senders: readonly Sender[];
  readonly store: CampaignStore;
  /** Ends the run: no further step is taken, the one under way is finished and written down. Resume goes on from there. */
  readonly signal?: AbortSignal;
  /** The machine's clock where absent. */
  readonly clock?: Clock;
  /** Parts that are absent are those of `DEFAULT_STEP_RETRY`. */
  readonly retry?: Partial<RetrySettings>;
}

/** A campaign that runs. */
export interface CampaignRun extends AsyncIterable<CampaignEvent> {
  readonly id: string;
  /**
   * What came of it, once all tests have ended or the signal has fired. Rejects with a `CampaignError`. May be called
   * without reading the events, and more than once.
   */
  report(): Promise<CampaignReport>;
}

/**
 * Runs a campaign, or goes on with one: creates tests, sends messages, waits, compares. Each step is written to the
 * store before the next one is taken. Creating and sending are never repeated on a doubt; such tests are reported as
 * `create-unknown` and `send-unknown`.
 *
 * It begins at once. Its events can be iterated once, as they happen; the iteration throws what `report` rejects with:
 * `PLAN_INVALID`, `PLAN_CHANGED`, `CAMPAIGN_NOT_FOUND`, `CAMPAIGN_BUSY`, `PARTY_MISSING`, `STORE_CONFLICT`,
 * `STORE_FAILED`.
 */
export function runCampaign(options: CampaignOptions): CampaignRun {
  const id = options.id ?? globalThis.crypto.randomUUID();
  const events = createEventQueue<CampaignEvent>();
  const report = run(id, options, events.push);
  report.then(
    () => events.end(),
    (error: unknown) => events.end(error),
  );
  return { id, report: () => report, [Symbol.asyncIterator]: () => events[Symbol.asyncIterator]() };
}

async function run(
  id: string,
  options: CampaignOptions,
  emit: (event: CampaignEvent) => void,
): Promise<CampaignReport> {
  const { store, clock = systemClock } = options;
  const vendors = new Map(options.vendors.map((vendor) => [vendor.name, vendor]));
  const senders = new Map(options.senders.map((sender) => [sender.name, sender]));
  const lock = await store.lock(id);
  if (lock === null)
    throw new CampaignError("CAMPAIGN_BUSY", `campaign ${id} is being run by another process`);
  const stop = new AbortController();
  const halt = (): void => stop.abort();
  if (options.signal?.aborted || lock.lost.aborted) halt();
  options.signal?.addEventListener("abort", halt, { once: true });
  lock.lost.addEventListener("abort", halt, { once: true });
  try {
    const campaign = await openCampaign(id, options, nowOf({ clock }));
    const { plan } = campaign;
    for (const name of plan.vendors) partyOf(vendors, "vendor", name);
    for (const name of plan.senders) partyOf(senders, "sender", name);
    const tests = await store.tests(id);
    const context: RunContext = {
      campaign: id,
      plan,
      store,
      vendors,
      senders,
      budget: createBudget(plan.budget, tests.filter(mayHaveCost).length),
      clock,
      stop: stop.signal,
      retry: { ...DEFAULT_STEP_RETRY, ...options.retry },
      records: new Map(tests.map((record) => [record.index, record])),
      emit,
    };
    await runTests(context, halt);
    if (lock.lost.aborted)
      throw new CampaignError("STORE_CONFLICT", `the lock of campaign ${id} was lost with its connection`);
    const records = [...context.records.values()];
    const finished = records.every(({ state }) => END_STATES.has(state));
    const finishedAt = finished ? (campaign.finishedAt ?? nowOf(context)) : null;
    if (finishedAt !== null) await store.finish(id, finishedAt);
    return reportOf({ ...campaign, finishedAt }, records);
  } finally {
    options.signal?.removeEventListener("abort", halt);
    lock.lost.removeEventListener("abort", halt);
    await lock.release();
  }
}

/** Takes all tests as far as they go. A failure of the store ends every one, and is thrown once they have. */
async function runTests(context: RunContext, halt: () => void): Promise<void> {
  const { pacing = {} } = context.plan;
  const submissions = new PQueue({
    concurrency: pacing.concurrency ?? 4,
    ...(pacing.testsPerMinute === undefined
      ? {}
      : { intervalCap: 1, interval: 60_000 / pacing.testsPerMinute }),
  });
  const open = new PQueue({ concurrency: pacing.maxOpen ?? 1000 });
  const failures: unknown[] = [];
  const failed = (error: unknown): void => {
    failures.push(error);
    halt();
  };
  const receipts = openReceiptBook(context, failed);
  const stopped = new Promise<void>((resolve) => {
    if (context.stop.aborted) resolve();
    context.stop.addEventListener("abort", () => resolve(), { once: true });
  });
  const submit: Submit = async (step) => {
    let begun = false;
    const done = submissions.add(async () => {
      begun = true;
      if (!context.stop.aborted) await step();
    });
    // A step under way is waited for; one that has not begun is not.
    await Promise.race([done, stopped.then(() => (begun ? done : undefined))]);
  };
  for (const record of context.records.values()) {
    receipts.expect(record);
    if (END_STATES.has(record.state)) continue;
    void open.add(async () => {
      if (!context.stop.aborted) await runTest(context, submit, receipts, record).catch(failed);
    });
  }
  await open.onIdle();
  await receipts.settled();
  receipts.close();
  // What had not begun when the run was stopped would only wait for its turn to do nothing.
  submissions.clear();
  if (failures.length > 0) throw failures[0];
}

async function openCampaign(
  id: string,
  { store, plan: wanted }: CampaignOptions,
  at: string,
): Promise<StoredCampaign> {
  const plan = wanted === undefined ? null : readPlan(wanted);
  if (plan !== null) await store.begin(id, plan, expandPlan(plan), at);
  const stored = await store.campaign(id);
  if (stored === null) throw new CampaignError("CAMPAIGN_NOT_FOUND", `no campaign ${id} is stored`);
  if (plan !== null && JSON.stringify(readPlan(stored.plan)) !== JSON.stringify(plan))
    throw new CampaignError("PLAN_CHANGED", `campaign ${id} is stored with another plan: give it another id`);
  return stored;
}

/** Whatever a vendor may have charged for. */
const mayHaveCost = ({ state, test }: TestRecord): boolean =>
  test !== null || state === "creating" || state === "create-unknown";

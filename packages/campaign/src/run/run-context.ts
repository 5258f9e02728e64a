import type { Clock, Sender, Vendor } from "@smsproof/vendor";
import { CampaignError } from "../errors/campaign-error.ts";
import type { CampaignPlan } from "../plan/campaign-plan.ts";
import type { CampaignStore } from "../store/campaign-store.ts";
import type { Budget } from "./budget.ts";
import type { CampaignEvent, CampaignEventDetail } from "./campaign-event.ts";
import type { TestChange, TestRecord, TestState } from "./test-record.ts";

/** What every step of a run works with. */
export interface RunContext {
  readonly campaign: string;
  readonly plan: CampaignPlan;
  readonly store: CampaignStore;
  readonly vendors: ReadonlyMap<string, Vendor>;
  readonly senders: ReadonlyMap<string, Sender>;
  readonly budget: Budget;
  readonly clock: Clock;
  /** Fires when no further step shall be taken. Steps under way are finished: cut off, their outcome were unknown. */
  readonly stop: AbortSignal;
  readonly retry: RetrySettings;
  /** The tests as they are now, by index. */
  readonly records: Map<number, TestRecord>;
  readonly emit: (event: CampaignEvent) => void;
}

/** How often a step that provably had no effect is tried, and how long is waited in between. */
export interface RetrySettings {
  /** Tries of a step in one run, the first one included. */
  readonly attempts: number;
  /** Pause after the first try; doubled after each further one. */
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
}

/** The settings where none are given. */
export const DEFAULT_STEP_RETRY: RetrySettings = { attempts: 5, baseDelayMs: 1000, maxDelayMs: 60_000 };

/** The present, ISO 8601 in UTC. */
export const nowOf = ({ clock }: Pick<RunContext, "clock">): string => new Date(clock.now()).toISOString();

/** Writes a step down, with its event; only then does it count and is the event given out. */
export async function moveTest(
  context: RunContext,
  record: TestRecord,
  to: TestState,
  change: TestChange = {},
  detail?: CampaignEventDetail,
): Promise<TestRecord> {
  const at = nowOf(context);
  const event = detail === undefined ? undefined : eventOf(context, record.index, detail, at);
  await context.store.step(
    context.campaign,
    record.index,
    { from: record.state, to, change, ...(event === undefined ? {} : { event }) },
    at,
  );
  // Receipts come in between: what they changed is in the latest record, not in the one that the step began with.
  const latest = context.records.get(record.index) ?? record;
  const moved: TestRecord = { ...latest, ...change, state: to, updatedAt: at };
  context.records.set(record.index, moved);
  if (event !== undefined) context.emit(event);
  return moved;
}

/** Writes an event down that moves nothing, and gives it out. */
export async function noteEvent(
  context: RunContext,
  index: number,
  detail: CampaignEventDetail,
  change: Pick<TestChange, "receipt" | "result" | "comparison"> = {},
): Promise<void> {
  const event = eventOf(context, index, detail, nowOf(context));
  await context.store.note(event, change);
  const latest = context.records.get(index);
  if (latest !== undefined) context.records.set(index, { ...latest, ...change });
  context.emit(event);
}

function eventOf(
  { campaign }: RunContext,
  index: number,
  detail: CampaignEventDetail,
  at: string,
): CampaignEvent {
  return { ...detail, campaign, index, at };
}

/** Milliseconds until the next try. */
export function delayBefore(retry: RetrySettings, tries: number, askedForMs: number | null): number {
  const own = retry.baseDelayMs * 2 ** (tries - 1);
  return Math.min(Math.max(own, askedForMs ?? 0), retry.maxDelayMs);
}

/** A vendor or sender by its name. Throws `PARTY_MISSING`. */
export function partyOf<T>(parties: ReadonlyMap<string, T>, kind: "vendor" | "sender", name: string): T {
  const party = parties.get(name);
  if (party === undefined)
    throw new CampaignError("PARTY_MISSING", `the plan names the ${kind} ${name}, which was not handed over`);
  return party;
}

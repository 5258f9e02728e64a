import type { CampaignPlan } from "../plan/campaign-plan.ts";
import type { PlannedTest } from "../plan/expand-plan.ts";
import type { CampaignEvent } from "../run/campaign-event.ts";
import type { TestChange, TestRecord, TestState } from "../run/test-record.ts";

/** The right to run a campaign, held by one process at a time. */
export interface CampaignLock {
  /** Fires when the right was lost: the connection that held it is gone. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** A campaign as it is stored. */
export interface StoredCampaign {
  readonly id: string;
  readonly plan: CampaignPlan;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  /** ISO 8601 in UTC; `null` while tests are open. */
  readonly finishedAt: string | null;
}

/** One step: the state a test goes into, from which, and what is learnt by it. */
export interface TestStep {
  readonly from: TestState;
  readonly to: TestState;
  readonly change?: TestChange;
  /** Written in the same statement as the step. */
  readonly event?: CampaignEvent;
}

/** Which tests a report is of. */
export interface TestQuery {
  readonly campaign?: string | undefined;
  /** Tests of campaigns begun at this moment or later, ISO 8601. */
  readonly since?: string | undefined;
  /** And before this one. */
  readonly until?: string | undefined;
  /** The newest so many. Default 100,000. */
  readonly limit?: number | undefined;
}

/** A test and the campaign it belongs to. */
export interface StoredTest {
  readonly campaign: string;
  readonly record: TestRecord;
}

/** Where campaigns are kept, so that a killed process loses nothing. Throws `CampaignError`s with `STORE_` codes. */
export interface CampaignStore {
  /** The right to run the campaign; `null` while another one holds it. */
  lock(campaign: string): Promise<CampaignLock | null>;
  campaign(id: string): Promise<StoredCampaign | null>;
  campaigns(limit?: number): Promise<readonly StoredCampaign[]>;
  /** Writes a campaign and all its tests, or neither. A campaign of this id that is there already stays as it is. */
  begin(id: string, plan: CampaignPlan, tests: readonly PlannedTest[], at: string): Promise<void>;
  tests(campaign: string): Promise<readonly TestRecord[]>;
  /**
   * Takes a test from one state to the next and writes the event, both or neither. Throws `STORE_CONFLICT` when the test
   * is in another state: somebody else moved it.
   */
  step(campaign: string, index: number, step: TestStep, at: string): Promise<void>;
  /** Writes down an event that moves nothing. */
  note(event: CampaignEvent, change?: Pick<TestChange, "receipt" | "result" | "comparison">): Promise<void>;
  /** All events of a campaign, in the order in which they were written. */
  events(campaign: string): Promise<readonly CampaignEvent[]>;
  finish(campaign: string, at: string): Promise<void>;
  query(query: TestQuery): Promise<readonly StoredTest[]>;
  close(): Promise<void>;
}

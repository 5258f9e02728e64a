import type { ComparisonResult } from "@smsproof/compare";
import type { DeliveryResult, OutcomeCheck, RouteTest, SendOutcome } from "@smsproof/vendor";
import type { PlannedTest } from "../plan/expand-plan.ts";

const OPEN = [
  /** Nothing has happened. */
  "planned",
  "creating",
  /** The vendor waits for the message; it was not sent. */
  "created",
  "sending",
  /** The sender took it, or nobody knows: `send` says which. The result is waited for. */
  "sent",
] as const;

const ENDS = [
  /** Compared with what was sent, or with nothing where nothing was delivered. */
  "compared",
  /** The vendor's time is over and it never gave a final result, or its result could not be compared. */
  "missing",
  /** The vendor made no test. */
  "refused",
  /** Nobody knows whether the vendor made a test. */
  "create-unknown",
  /** The sender did not take the message. */
  "rejected",
  /** Beyond the budget. */
  "skipped",
] as const;

/**
 * Where a test stands. `creating` and `sending` are written before the request leaves: a process that finds one of
 * them cannot know whether it left, and repeats nothing.
 */
export type TestState = (typeof OPEN)[number] | (typeof ENDS)[number];

/** All of them, in the order in which a test takes them. */
export const TEST_STATES: readonly TestState[] = [...OPEN, ...ENDS];

/** States that nothing leads out of. */
export const END_STATES: ReadonlySet<TestState> = new Set<TestState>(ENDS);

/** A receipt of the sender's side. */
export interface TestReceipt {
  /** SMPP's word, for example `DELIVRD`. */
  readonly status: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A test with all that is known of it. Plain JSON. */
export interface TestRecord extends PlannedTest {
  readonly state: TestState;
  /** Requests that were tried and provably had no effect, creations and submissions together. */
  readonly attempts: number;
  /** The vendor's test, once there is one. */
  readonly test: RouteTest | null;
  /** Text as it went out. */
  readonly sentText: string | null;
  /** When it was handed to the sender, ISO 8601 in UTC by this machine's clock. */
  readonly sentAt: string | null;
  readonly send: SendOutcome | null;
  readonly receipt: TestReceipt | null;
  /** The last result seen, final or not. */
  readonly result: DeliveryResult | null;
  readonly comparison: ComparisonResult | null;
  /** Why it ended as it did, where it is not `compared`. */
  readonly reason: string | null;
  /** Where to look after `create-unknown`. */
  readonly check: OutcomeCheck | null;
  /** When the state was last written, ISO 8601 in UTC. */
  readonly updatedAt: string;
}

/** What a step writes down. Absent keys stay as they are. */
export type TestChange = Partial<
  Pick<
    TestRecord,
    | "attempts"
    | "test"
    | "sentText"
    | "sentAt"
    | "send"
    | "receipt"
    | "result"
    | "comparison"
    | "reason"
    | "check"
  >
>;

/** A test that nothing has happened to. */
export function freshRecord(planned: PlannedTest, updatedAt: string): TestRecord {
  return {
    ...planned,
    state: "planned",
    attempts: 0,
    test: null,
    sentText: null,
    sentAt: null,
    send: null,
    receipt: null,
    result: null,
    comparison: null,
    reason: null,
    check: null,
    updatedAt,
  };
}

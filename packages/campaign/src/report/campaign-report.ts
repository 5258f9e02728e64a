import type { Verdict } from "@smsproof/compare";
import type { CampaignPlan } from "../plan/campaign-plan.ts";
import { END_STATES, TEST_STATES, type TestRecord, type TestState } from "../run/test-record.ts";
import type { StoredCampaign } from "../store/campaign-store.ts";

/**
 * What a campaign came to, the worst first.
 * - `altered`: a sender or a text that arrived is not what was sent.
 * - `unfinished`: nothing altered so far, and tests are open.
 * - `missing`: nothing altered, and not every test has a delivery to compare.
 * - `same`: every test was delivered as it was sent, or so that a reader sees no difference.
 */
export type CampaignOutcome = "altered" | "unfinished" | "missing" | "same";

/** What came of a campaign. Plain JSON. */
export interface CampaignReport {
  readonly schema: 1;
  readonly campaign: string;
  readonly plan: CampaignPlan;
  readonly startedAt: string;
  /** `null` while tests are open. */
  readonly finishedAt: string | null;
  readonly outcome: CampaignOutcome;
  readonly states: Readonly<Record<TestState, number>>;
  /** Of the tests that were compared. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly delivered: number;
  /** Tests whose message may have gone out, or not; they are counted under their state as well. */
  readonly sendUnknown: number;
  readonly tests: readonly TestRecord[];
}

const VERDICTS: readonly Verdict[] = ["SAME", "EQUIVALENT", "ALTERED", "REPLACED", "MISSING", "UNKNOWN"];

/** Counts the tests of a campaign. */
export function reportOf(
  { id, plan, createdAt, finishedAt }: StoredCampaign,
  tests: readonly TestRecord[],
): CampaignReport {
  const states = Object.fromEntries(TEST_STATES.map((state) => [state, 0])) as Record<TestState, number>;
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { state, comparison } of tests) {
    states[state] += 1;
    if (comparison !== null) verdicts[comparison.overall] += 1;
  }
  return {
    schema: 1,
    campaign: id,
    plan,
    startedAt: createdAt,
    finishedAt,
    outcome: outcomeOf(tests),
    states,
    verdicts,
    delivered: tests.filter(({ result }) => result?.status.delivered === true).length,
    sendUnknown: tests.filter(({ send }) => send?.outcome === "unknown").length,
    tests,
  };
}

/** Whether what arrived is not what was sent. */
export function isAltered({ comparison, result }: Pick<TestRecord, "comparison" | "result">): boolean {
  return (
    result?.status.delivered === true &&
    (comparison?.overall === "ALTERED" ||
      comparison?.overall === "REPLACED" ||
      comparison?.overall === "MISSING")
  );
}

function outcomeOf(tests: readonly TestRecord[]): CampaignOutcome {
  if (tests.some(isAltered)) return "altered";
  if (tests.some(({ state }) => !END_STATES.has(state))) return "unfinished";
  const good = tests.every(
    ({ result, comparison }) =>
      result?.status.delivered === true && comparison !== null && comparison.overall !== "UNKNOWN",
  );
  return good && tests.length > 0 ? "same" : "missing";
}

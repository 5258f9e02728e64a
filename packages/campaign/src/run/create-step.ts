import {
  type CreateOutcome,
  describeDestination,
  isVendorError,
  type OutcomeCheck,
  sleep,
  type Vendor,
} from "@smsproof/vendor";
import { delayBefore, moveTest, noteEvent, nowOf, partyOf, type RunContext } from "./run-context.ts";
import type { TestRecord } from "./test-record.ts";

/**
 * Has the vendor make a test that is `planned`. One request for one test: what is unknown after a crash is one test, not
 * a whole batch. Asked again only where the vendor provably made nothing and says that asking again may help.
 */
export async function createTest(context: RunContext, planned: TestRecord): Promise<TestRecord> {
  if (!(await context.budget.take())) {
    const reason = `the budget of ${context.plan.budget} tests is used up`;
    return moveTest(context, planned, "skipped", { reason }, { type: "skipped", reason });
  }
  let spent = false;
  try {
    const vendor = partyOf(context.vendors, "vendor", planned.vendor);
    let record = planned;
    for (let tries = 1; ; tries++) {
      if (context.stop.aborted) return record;
      record = await moveTest(context, record, "creating");
      const { outcome, unasked } = await askVendor(vendor, context, record);
      for (const test of unasked) await noteEvent(context, record.index, { type: "unasked", test });
      switch (outcome.outcome) {
        case "created":
          spent = true;
          return await moveTest(
            context,
            record,
            "created",
            { test: outcome.test },
            { type: "created", test: outcome.test },
          );
        case "unknown":
          spent = true;
          return await createUnknown(context, record, outcome.error.message, outcome.check);
        case "thrown":
          spent = true;
          return await createUnknown(context, record, outcome.reason);
        case "refused":
        case "not-sent": {
          const reason = outcome.outcome === "refused" ? outcome.reason : outcome.error.message;
          const again = outcome.error?.retryable === true && tries < context.retry.attempts;
          if (!again)
            return await moveTest(context, record, "refused", { reason }, { type: "refused", reason });
          record = await moveTest(
            context,
            record,
            "planned",
            { attempts: record.attempts + 1 },
            { type: "failed", stage: "create", reason, retrying: true },
          );
          await sleep(
            context.clock,
            delayBefore(context.retry, tries, outcome.error?.retryAfterMs ?? null),
            context.stop,
          );
        }
      }
    }
  } finally {
    if (spent) context.budget.spend();
    else context.budget.giveBack();
  }
}

/** Ends a test whose creation was cut off. */
export function createUnknown(
  context: RunContext,
  record: TestRecord,
  reason: string,
  check: OutcomeCheck | null = null,
): Promise<TestRecord> {
  const where = check ?? {
    vendor: record.vendor,
    sentence: "Look whether the vendor made a test for this destination between these moments.",
    where: `the list of tests at ${record.vendor}`,
    sentAfter: record.updatedAt,
    sentBefore: nowOf(context),
    destinations: [describeDestination(record.destination)],
  };
  return moveTest(
    context,
    record,
    "create-unknown",
    { reason, check: where },
    { type: "create-unknown", reason, check: where },
  );
}

interface Asked {
  readonly outcome: CreateOutcome | { readonly outcome: "thrown"; readonly reason: string };
  readonly unasked: readonly Extract<CreateOutcome, { outcome: "created" }>["test"][];
}

/** The request is handed no signal: cut off, its outcome were unknown. The vendor's own time limits end it. */
async function askVendor(vendor: Vendor, { plan }: RunContext, record: TestRecord): Promise<Asked> {
  const { destination } = record;
  try {
    const outcomes = await vendor.createTests({
      destinations: [destination],
      ...(plan.testText === undefined ? {} : { testText: plan.testText }),
      ...(plan.timeToLiveSeconds === undefined ? {} : { timeToLiveSeconds: plan.timeToLiveSeconds }),
    });
    const own = outcomes.find(({ index }) => index === 0) ?? outcomes[0];
    if (own === undefined) throw new Error(`${vendor.name} answered no outcome.`);
    const unasked = outcomes.flatMap((other) =>
      other !== own && other.outcome === "created" ? [other.test] : [],
    );
    return { outcome: own, unasked };
  } catch (error) {
    if (isVendorError(error) && error.effect === "none")
      return {
        outcome: { outcome: "refused", index: 0, destination, reason: error.message, error, raw: null },
        unasked: [],
      };
    // Against the contract of vendors. Whether a test was made is unknown all the same.
    const reason = error instanceof Error ? error.message : "the vendor failed without a word";
    return { outcome: { outcome: "thrown", reason }, unasked: [] };
  }
}

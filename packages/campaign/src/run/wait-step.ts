import { type DeliveryResult, isVendorError, type RouteTest } from "@smsproof/vendor";
import { compareTest } from "./compare-test.ts";
import { moveTest, noteEvent, partyOf, type RunContext } from "./run-context.ts";
import type { TestChange, TestRecord } from "./test-record.ts";

/** Waits for the result of a test that is `sent`, writes down each new state, and compares the last one. */
export async function awaitResult(context: RunContext, sent: TestRecord): Promise<TestRecord> {
  const { test, index } = sent;
  if (test === null) return sent;
  if (!test.resultExpected) return missing(context, sent, "the vendor reports no results for this number");
  const read = await follow(context, sent, test);
  if (read.failed !== null) {
    if (read.failed.end) return missing(context, sent, read.failed.reason);
    if (!context.stop.aborted)
      await noteEvent(context, index, {
        type: "failed",
        stage: "wait",
        reason: read.failed.reason,
        retrying: false,
      });
    return current(context, sent);
  }
  const result = read.last;
  if (result === null || !(result.status.final || result.status.delivered))
    return missing(context, sent, "the vendor's time is over and it reported no final result");
  const known = current(context, sent);
  const compared = compareTest({ ...known, result }, context.plan);
  if (compared.kind === "nothing") return known;
  if (compared.kind === "failed") return missing(context, known, compared.reason, { result });
  const { comparison } = compared;
  return moveTest(
    context,
    known,
    "compared",
    { result, comparison },
    { type: "compared", comparison, delivered: result.status.delivered },
  );
}

interface Followed {
  readonly last: DeliveryResult | null;
  /** `end`: there is nothing more to wait for. Otherwise reading can go on in another run. */
  readonly failed: { readonly reason: string; readonly end: boolean } | null;
}

async function follow(
  context: RunContext,
  { index, vendor }: TestRecord,
  test: RouteTest,
): Promise<Followed> {
  let last: DeliveryResult | null = null;
  const results = partyOf(context.vendors, "vendor", vendor).updates(test, { signal: context.stop });
  const iterator = results[Symbol.asyncIterator]();
  for (;;) {
    let step: IteratorResult<DeliveryResult>;
    try {
      step = await iterator.next();
    } catch (error) {
      // Only what the vendor throws ends here: a failure of the store must end the run.
      const reason = error instanceof Error ? error.message : "the vendor failed without a word";
      return { last, failed: { reason, end: isVendorError(error, "TIMEOUT") } };
    }
    if (step.done) return { last, failed: null };
    const result = step.value;
    const arrived = result.status.delivered && last?.status.delivered !== true;
    last = result;
    await noteEvent(context, index, { type: arrived ? "delivered" : "status", result }, { result });
  }
}

function missing(
  context: RunContext,
  record: TestRecord,
  reason: string,
  change: TestChange = {},
): Promise<TestRecord> {
  return moveTest(context, record, "missing", { ...change, reason }, { type: "missing", reason });
}

const current = (context: RunContext, record: TestRecord): TestRecord =>
  context.records.get(record.index) ?? record;

import { createTest, createUnknown } from "./create-step.ts";
import type { ReceiptBook } from "./receipt-book.ts";
import type { RunContext } from "./run-context.ts";
import { SEND_CUT_OFF, sendMessage, sendUnknown } from "./send-step.ts";
import type { TestRecord } from "./test-record.ts";
import { awaitResult } from "./wait-step.ts";

/** Runs a step when it is its turn; returns without running it once the run is stopped. */
export type Submit = (step: () => Promise<void>) => Promise<void>;

/**
 * Takes a test as far as it goes, from wherever it stands. `submit` bounds how many tests are being created or sent
 * at a time, and how many a minute; waiting is not bounded by it.
 */
export async function runTest(
  context: RunContext,
  submit: Submit,
  receipts: ReceiptBook,
  start: TestRecord,
): Promise<void> {
  let record = await settleCutOff(context, start);
  if (record.state === "planned" || record.state === "created") {
    await submit(async () => {
      if (record.state === "planned") record = await createTest(context, record);
      if (record.state === "created") record = await sendMessage(context, record);
    });
  }
  receipts.expect(record);
  if (record.state === "sent" && !context.stop.aborted) await awaitResult(context, record);
}

/** A state that only a process that died leaves behind. What it was doing is not done again. */
async function settleCutOff(context: RunContext, record: TestRecord): Promise<TestRecord> {
  if (record.state === "creating")
    return createUnknown(context, record, "the process ended while the vendor was being asked for the test");
  if (record.state === "sending") return sendUnknown(context, record, SEND_CUT_OFF);
  return record;
}

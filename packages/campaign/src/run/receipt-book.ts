import type { SenderReceipt } from "@smsproof/vendor";
import { compareTest } from "./compare-test.ts";
import { noteEvent, type RunContext } from "./run-context.ts";
import type { TestReceipt, TestRecord } from "./test-record.ts";

/** Brings receipts of the sender's side to their tests. */
export interface ReceiptBook {
  /** Resolves when every receipt that came so far is written down. */
  settled(): Promise<void>;
  /** To be called when a sender has taken a message: receipts may have come before its answer. */
  expect(record: TestRecord): void;
  close(): void;
}

/** Receipts that no message is known for yet, at most: an unrelated flood must not fill the memory. */
const MAX_EARLY = 10_000;

/** Listens to all senders of a run. `onError` hears when the store fails. */
export function openReceiptBook(context: RunContext, onError: (error: unknown) => void): ReceiptBook {
  const tests = new Map<string, number>();
  const early = new Map<string, SenderReceipt>();
  const parts = new Map<number, Map<string, TestReceipt>>();
  let work: Promise<void> = Promise.resolve();

  const keyOf = (sender: string, messageId: string): string => `${sender}\n${messageId}`;

  function heard(sender: string, receipt: SenderReceipt): void {
    const key = keyOf(sender, receipt.messageId);
    const index = tests.get(key);
    if (index === undefined) {
      early.delete(key);
      early.set(key, receipt);
      const [oldest] = early.keys();
      if (early.size > MAX_EARLY && oldest !== undefined) early.delete(oldest);
      return;
    }
    const received = parts.get(index) ?? new Map<string, TestReceipt>();
    parts.set(index, received);
    received.set(receipt.messageId, { status: receipt.status, at: receipt.receivedAt });
    work = work.then(() => write(index, received)).catch(onError);
  }

  async function write(index: number, received: ReadonlyMap<string, TestReceipt>): Promise<void> {
    const record = context.records.get(index);
    if (record === undefined || record.send?.outcome !== "accepted") return;
    const receipt = receiptOfAll(record.send.messageIds, received);
    if (receipt === null || receipt.status === record.receipt?.status) return;
    await noteEvent(context, index, { type: "receipt", receipt }, { receipt });
    // A receipt that comes late may be a lie all the same: nothing was delivered, and it says otherwise.
    if (record.state !== "compared" || record.result?.status.delivered === true) return;
    const compared = compareTest({ ...record, receipt }, context.plan);
    if (compared.kind === "failed")
      await noteEvent(context, index, {
        type: "failed",
        stage: "compare",
        reason: compared.reason,
        retrying: false,
      });
    if (compared.kind !== "compared") return;
    const { comparison } = compared;
    await noteEvent(context, index, { type: "compared", comparison, delivered: false }, { comparison });
  }

  const stops = [...context.senders].flatMap(
    ([name, sender]) => sender.onReceipt?.((receipt) => heard(name, receipt)) ?? [],
  );
  return {
    settled: () => work,
    expect({ index, sender, send }) {
      if (send?.outcome !== "accepted") return;
      for (const id of send.messageIds) tests.set(keyOf(sender, id), index);
      for (const id of send.messageIds) {
        const receipt = early.get(keyOf(sender, id));
        early.delete(keyOf(sender, id));
        if (receipt !== undefined) heard(sender, receipt);
      }
    },
    close() {
      for (const stop of stops) stop();
    },
  };
}

/** One word for all parts: a failure of any, or `DELIVRD` once it was said of every one; `null` until then. */
function receiptOfAll(
  messageIds: readonly string[],
  received: ReadonlyMap<string, TestReceipt>,
): TestReceipt | null {
  const all = [...received.values()];
  const failed = all.find(({ status }) => !/^(?:DELIVRD|DELIVERED|ACCEPTD|ENROUTE)$/i.test(status));
  if (failed !== undefined) return failed;
  const last = all.at(-1) ?? null;
  return messageIds.every((id) => received.has(id)) ? last : null;
}

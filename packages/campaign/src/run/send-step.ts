import { type OutgoingMessage, type Sender, type SendOutcome, sleep } from "@smsproof/vendor";
import { textWith } from "../plan/expand-plan.ts";
import { delayBefore, moveTest, nowOf, partyOf, type RunContext } from "./run-context.ts";
import type { TestRecord } from "./test-record.ts";

/** Why a message whose sending was cut off by the end of the process is not sent again. */
export const SEND_CUT_OFF = "the process ended while the message was being handed over";

/** Sends the message of a test that is `created`. Sent again only where the sender provably took nothing. */
export async function sendMessage(context: RunContext, created: TestRecord): Promise<TestRecord> {
  const { test } = created;
  if (test === null) return created;
  const sender = partyOf(context.senders, "sender", created.sender);
  const text = textWith(created.message, test.testText);
  let record = created;
  for (let tries = 1; ; tries++) {
    if (context.stop.aborted) return record;
    if (context.clock.now() >= Date.parse(test.expiresAt)) {
      const reason = "the vendor's time was over before the message could be sent";
      return moveTest(context, record, "rejected", { reason }, { type: "rejected", reason });
    }
    record = await moveTest(context, record, "sending", { sentText: text, sentAt: nowOf(context) });
    const send = await handOver(sender, {
      from: record.message.sender,
      to: test.msisdn,
      text,
      encoding: record.message.encoding ?? "auto",
    });
    if (send.outcome === "accepted")
      return moveTest(context, record, "sent", { send }, { type: "sent", text, send });
    if (send.outcome === "unknown") return sendUnknown(context, record, send.reason);
    const { reason } = send;
    if (!send.retryable || tries >= context.retry.attempts)
      return moveTest(context, record, "rejected", { send, reason }, { type: "rejected", reason });
    record = await moveTest(
      context,
      record,
      "created",
      { attempts: record.attempts + 1 },
      { type: "failed", stage: "send", reason, retrying: true },
    );
    await sleep(context.clock, delayBefore(context.retry, tries, null), context.stop);
  }
}

/** Goes on to wait for the result: the message may be on its way. */
export function sendUnknown(context: RunContext, record: TestRecord, reason: string): Promise<TestRecord> {
  const send: SendOutcome = { outcome: "unknown", reason };
  return moveTest(context, record, "sent", { send }, { type: "send-unknown", reason });
}

/** The sender is handed no signal: cut off, the outcome were unknown. */
async function handOver(sender: Sender, message: OutgoingMessage): Promise<SendOutcome> {
  try {
    return await sender.send(message);
  } catch (error) {
    // Against the contract of senders. Whether it went out is unknown all the same.
    return { outcome: "unknown", reason: error instanceof Error ? error.message : "the sender failed" };
  }
}

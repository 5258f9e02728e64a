import type { CampaignEvent } from "@smsproof/campaign";
import type { DeliveryResult } from "@smsproof/vendor";
import type { RowNews } from "../../src/route-test/campaign-wire.ts";

/**
 * What the page is told of an event. Vendors' raw objects stay here: nobody knows what is in them. Reasons go through
 * `redact`. Null for what is of no use to the page.
 */
export function rowNewsOf(event: CampaignEvent, redact: (text: string) => string): RowNews | null {
  switch (event.type) {
    case "created": {
      const { id, msisdn, testText } = event.test;
      return { type: "created", testId: id, msisdn, testText };
    }
    case "sent":
      return {
        type: "sent",
        text: event.text,
        parts: event.send.outcome === "accepted" ? event.send.parts : null,
      };
    case "receipt":
      return { type: "receipt", status: event.receipt.status, receiptAt: event.receipt.at };
    case "status":
      return { type: "status", status: event.result.status.name, meaning: event.result.status.meaning };
    case "delivered":
      return deliveredNews(event.result);
    case "compared":
      return { type: "compared", comparison: event.comparison, delivered: event.delivered };
    case "send-unknown":
      return { type: "send-unknown", reason: redact(event.reason) };
    case "failed":
      return {
        type: "failed",
        stage: event.stage,
        reason: redact(event.reason),
        retrying: event.retrying,
      };
    case "create-unknown": {
      const where = event.check === null ? null : redact(event.check.sentence);
      return { type: "ended", state: "create-unknown", reason: redact(event.reason), where };
    }
    case "refused":
    case "rejected":
    case "missing":
    case "skipped":
      return { type: "ended", state: event.type, reason: redact(event.reason), where: null };
    case "unasked":
      return {
        type: "failed",
        stage: "create",
        reason: `The vendor made a test that nobody asked for: ${event.test.id}.`,
        retrying: false,
      };
  }
}

function deliveredNews({ status, sender, text, pdus, times }: DeliveryResult): RowNews {
  const receivedAt = (times.receivedAt ?? times.arrivedAt)?.instant ?? null;
  return { type: "delivered", status: status.name, sender, text, pdus, receivedAt };
}

import type { ComparisonResult } from "@smsproof/compare";
import type { DeliveryResult, OutcomeCheck, RouteTest, SendOutcome } from "@smsproof/vendor";
import type { TestReceipt } from "./test-record.ts";

/** What happened. */
export type CampaignEventDetail =
  | { readonly type: "created"; readonly test: RouteTest }
  /** The vendor made no test. */
  | { readonly type: "refused"; readonly reason: string }
  /** Nobody knows whether the vendor made a test. It is not asked again. */
  | { readonly type: "create-unknown"; readonly reason: string; readonly check: OutcomeCheck | null }
  /** The vendor made a test that nobody asked for. It is not used, and counts against the budget. */
  | { readonly type: "unasked"; readonly test: RouteTest }
  | { readonly type: "sent"; readonly text: string; readonly send: SendOutcome }
  /** Nobody knows whether the message went out. It is not sent again; the result is waited for. */
  | { readonly type: "send-unknown"; readonly reason: string }
  /** The sender did not take the message. */
  | { readonly type: "rejected"; readonly reason: string }
  /** The sender's side got a delivery receipt. */
  | { readonly type: "receipt"; readonly receipt: TestReceipt }
  /** The vendor reports a new state. */
  | { readonly type: "status"; readonly result: DeliveryResult }
  /** The message is on the handset. */
  | { readonly type: "delivered"; readonly result: DeliveryResult }
  | { readonly type: "compared"; readonly comparison: ComparisonResult; readonly delivered: boolean }
  /** The vendor's time is over and there is no final result, or its result could not be compared. */
  | { readonly type: "missing"; readonly reason: string }
  /** Beyond the budget. */
  | { readonly type: "skipped"; readonly reason: string }
  /**
   * A step could not be taken, and nothing was spent by it. `retrying`: it is taken again soon. Otherwise the test stays
   * as it is until the campaign is resumed.
   */
  | {
      readonly type: "failed";
      readonly stage: "create" | "send" | "wait" | "compare";
      readonly reason: string;
      readonly retrying: boolean;
    };

/** Something that happened to a test of a campaign. Plain JSON; the text of a message is in it. */
export type CampaignEvent = CampaignEventDetail & {
  readonly campaign: string;
  /** `TestRecord.index`. */
  readonly index: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
};

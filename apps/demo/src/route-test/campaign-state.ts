import type { TestState } from "@smsproof/campaign";
import type { ComparisonResult } from "@smsproof/compare";
import type { CampaignHead, CampaignNews, PlannedRow, RowNews } from "./campaign-wire.ts";

/** What a handset showed. */
type Delivery = Omit<Extract<RowNews, { type: "delivered" }>, "type">;

/** Moments of a test, ISO 8601. */
interface Moments {
  readonly created: string | null;
  /** When the message was handed to the sender. */
  readonly handedOver: string | null;
  /** When the sender took it. */
  readonly sent: string | null;
  /** When the result was seen. */
  readonly reported: string | null;
  /** When the test ended, however it ended. */
  readonly ended: string | null;
}

/** One test as it is now. */
export interface Row {
  readonly planned: PlannedRow;
  readonly state: TestState;
  /** Whether its state is its last. */
  readonly over: boolean;
  readonly msisdn: string | null;
  readonly testText: string | null;
  readonly sentText: string | null;
  /** The vendor's last word. */
  readonly status: string | null;
  readonly receipt: { readonly status: string; readonly at: string } | null;
  readonly delivery: Delivery | null;
  readonly comparison: ComparisonResult | null;
  /** Why it ended as it did, or what went wrong on the way. */
  readonly reason: string | null;
  /** Where to look where the outcome is unknown. */
  readonly where: string | null;
  readonly at: Moments;
}

/** A campaign as it is now. */
export interface CampaignState {
  readonly head: CampaignHead;
  readonly rows: readonly Row[];
  readonly finished: { readonly stopped: boolean; readonly reason: string | null } | null;
}

/** The campaign after one more piece of news. News about a campaign that has not begun is none. */
export function after(state: CampaignState | null, news: CampaignNews): CampaignState | null {
  if (news.type === "begun")
    return { head: news.campaign, rows: news.campaign.rows.map(freshRow), finished: null };
  if (state === null) return null;
  if (news.type === "finished") return { ...state, finished: { stopped: news.stopped, reason: news.reason } };
  return {
    ...state,
    rows: state.rows.map((row) => (row.planned.index === news.index ? rowAfter(row, news) : row)),
  };
}

function freshRow(planned: PlannedRow): Row {
  return {
    planned,
    state: "planned",
    over: false,
    msisdn: null,
    testText: null,
    sentText: null,
    status: null,
    receipt: null,
    delivery: null,
    comparison: null,
    reason: null,
    where: null,
    at: { created: null, handedOver: null, sent: null, reported: null, ended: null },
  };
}

function rowAfter(row: Row, news: RowNews & { readonly at: string }): Row {
  const at = (moments: Partial<Moments>): Moments => ({ ...row.at, ...moments });
  switch (news.type) {
    case "state":
      return {
        ...row,
        state: news.state,
        over: news.over,
        at: at({
          ...(news.state === "sending" ? { handedOver: news.at } : {}),
          ...(news.over ? { ended: news.at } : {}),
        }),
      };
    case "created":
      return { ...row, msisdn: news.msisdn, testText: news.testText, at: at({ created: news.at }) };
    case "sent":
      return { ...row, sentText: news.text, reason: null, at: at({ sent: news.at }) };
    case "send-unknown":
      return { ...row, reason: news.reason, at: at({ sent: news.at }) };
    case "receipt":
      return { ...row, receipt: { status: news.status, at: news.receiptAt } };
    case "status":
      return { ...row, status: news.status };
    case "delivered": {
      const { type: _, ...delivery } = news;
      return { ...row, status: news.status, delivery, at: at({ reported: news.at }) };
    }
    case "compared":
      return { ...row, comparison: news.comparison };
    case "ended":
      return { ...row, state: news.state, over: true, reason: news.reason, where: news.where };
    case "failed":
      return { ...row, reason: news.reason };
  }
}

/** The steps of a test, in order. */
export const STEPS = ["creating", "sending", "waiting", "decoding", "comparing"] as const;

/** Which step a test is in: -1 before the first, the number of steps when it has ended. */
export function stepOf({ state, delivery, comparison }: Row): number {
  switch (state) {
    case "planned":
      return -1;
    case "creating":
      return 0;
    case "created":
    case "sending":
      return 1;
    case "sent":
      return delivery === null ? 2 : 3;
    case "compared":
      return comparison === null ? 4 : STEPS.length;
    default:
      return STEPS.length;
  }
}

/** What became of a test. `open`: nothing yet, or it was stopped on the way. */
export type RowOutcome =
  | { readonly kind: "open" }
  | { readonly kind: "compared"; readonly comparison: ComparisonResult }
  | { readonly kind: "not-delivered"; readonly comparison: ComparisonResult }
  | { readonly kind: "ended"; readonly state: TestState; readonly reason: string | null };

/** What became of a test. */
export function outcomeOf({ state, over, delivery, comparison, reason }: Row): RowOutcome {
  if (comparison !== null && state === "compared")
    return { kind: delivery === null ? "not-delivered" : "compared", comparison };
  return over && state !== "compared" ? { kind: "ended", state, reason } : { kind: "open" };
}

/** How many tests came to what. */
export interface Tally {
  readonly same: number;
  readonly altered: number;
  readonly replaced: number;
  readonly notDelivered: number;
  /** Ended without a result. */
  readonly without: number;
  readonly open: number;
}

/** Counts what became of the tests. A text or sender that arrived empty counts as replaced. */
export function tallyOf(rows: readonly Row[]): Tally {
  const tally = { same: 0, altered: 0, replaced: 0, notDelivered: 0, without: 0, open: 0 };
  for (const row of rows) {
    const outcome = outcomeOf(row);
    if (outcome.kind === "open") tally.open += 1;
    else if (outcome.kind === "ended") tally.without += 1;
    else if (outcome.kind === "not-delivered") tally.notDelivered += 1;
    else if (outcome.comparison.overall === "UNKNOWN") tally.without += 1;
    else if (outcome.comparison.overall === "ALTERED") tally.altered += 1;
    else if (["REPLACED", "MISSING"].includes(outcome.comparison.overall)) tally.replaced += 1;
    else tally.same += 1;
  }
  return tally;
}

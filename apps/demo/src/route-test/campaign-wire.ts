import type { TestState } from "@smsproof/campaign";
import type { ComparisonResult } from "@smsproof/compare";

/** What the server tells the page, and the page the server. Plain JSON, without any credential. */

/** A network that can be tested. */
export interface OfferedNetwork {
  /** `206-10`, or `222-01<222-99` for a number ported from 222-99. */
  readonly key: string;
  readonly operator: string | null;
  readonly portedFromOperator: string | null;
  readonly countryName: string | null;
  /** ISO 3166-1 alpha-2, where it is known. */
  readonly country: string | null;
  /** The route that the sandbox proposes for it; null for real vendors, whose routes are what is tested. */
  readonly route: string | null;
  /** Whether it is ticked to begin with. */
  readonly proposed: boolean;
}

/** A way that the sandbox can treat a message. */
export interface OfferedRoute {
  readonly id: string;
  readonly name: string;
}

/** Whoever owns the handsets. */
export interface OfferedVendor {
  readonly name: string;
  readonly label: string;
  /** Real: its tests cost credits. */
  readonly live: boolean;
  /** Why it cannot be used, in words; null where it can. */
  readonly trouble: string | null;
  /** Where its messages go out: `in process`, `SMPP`, `HTTP`. */
  readonly via: string | null;
}

/** What `GET /api/route-test` answers. */
export interface Offer {
  readonly vendors: readonly OfferedVendor[];
  readonly routes: readonly OfferedRoute[];
  readonly message: { readonly sender: string; readonly text: string };
  readonly limits: { readonly tests: number; readonly textLength: number };
  /** Where the sandbox can be watched, null when it does not listen. */
  readonly inspector: string | null;
}

/** What `GET /api/vendors/NAME/networks` answers. */
export interface OfferedNetworks {
  readonly networks: readonly OfferedNetwork[];
}

/** What `POST /api/campaigns` takes. */
export interface StartRequest {
  /** A UUID that the page makes up: a request that is repeated by the way starts nothing twice. */
  readonly id: string;
  readonly vendor: string;
  readonly sender: string;
  /** With `{testText}`. */
  readonly text: string;
  readonly destinations: readonly {
    readonly network: string;
    /** In the sandbox alone. */
    readonly route?: string;
  }[];
  /** For real vendors: how many credits whoever clicked agreed to spend. */
  readonly confirm?: { readonly credits: number };
}

/** What a refused request is answered with. */
export interface Refusal {
  readonly error: { readonly field: string; readonly message: string };
}

/** One test of a campaign as it begins. */
export interface PlannedRow {
  readonly index: number;
  readonly network: OfferedNetwork;
  /** The route's name in the sandbox, null elsewhere. */
  readonly route: string | null;
}

/** A campaign as it begins. */
export interface CampaignHead {
  readonly id: string;
  readonly vendor: OfferedVendor;
  readonly sender: string;
  readonly text: string;
  readonly startedAt: string;
  readonly rows: readonly PlannedRow[];
}

/** What happened to one test. */
export type RowNews =
  /** The campaign wrote it down. `over`: nothing leads out of this state. */
  | { readonly type: "state"; readonly state: TestState; readonly over: boolean }
  | { readonly type: "created"; readonly testId: string; readonly msisdn: string; readonly testText: string }
  | { readonly type: "sent"; readonly text: string; readonly parts: number | null }
  | { readonly type: "receipt"; readonly status: string; readonly receiptAt: string }
  | { readonly type: "status"; readonly status: string; readonly meaning: string }
  | {
      readonly type: "delivered";
      readonly status: string;
      readonly sender: string | null;
      readonly text: string | null;
      readonly pdus: readonly string[];
      readonly receivedAt: string | null;
    }
  | { readonly type: "compared"; readonly comparison: ComparisonResult; readonly delivered: boolean }
  /** It ended otherwise, or nobody knows how. `where`: where to look, after an outcome that is unknown. */
  | {
      readonly type: "ended";
      readonly state: TestState;
      readonly reason: string;
      readonly where: string | null;
    }
  | { readonly type: "send-unknown"; readonly reason: string }
  /** A step failed without an effect. */
  | { readonly type: "failed"; readonly stage: string; readonly reason: string; readonly retrying: boolean };

/** One event of `GET /api/campaigns/ID/events`. */
export type CampaignNews =
  | { readonly type: "begun"; readonly at: string; readonly campaign: CampaignHead }
  | (RowNews & { readonly at: string; readonly index: number })
  /** The last one. `reason`: why the whole run failed, null otherwise. */
  | {
      readonly type: "finished";
      readonly at: string;
      readonly stopped: boolean;
      readonly reason: string | null;
    };

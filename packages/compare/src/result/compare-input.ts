/** What was sent, what arrived, where. Unknown extra keys are ignored. */
export interface CompareInput {
  readonly sent: {
    readonly sender: string;
    readonly text: string;
    /** The alphabet that was asked for, where it is known. */
    readonly encoding?: "GSM7" | "UCS2" | "auto" | undefined;
    /** The code, one-time password or test id in the text whose loss or change matters most. */
    readonly testId?: string | undefined;
    /** ISO 8601. */
    readonly sentAt?: string | undefined;
  };
  readonly delivered: {
    /** Null: not reported. Empty: reported as empty. */
    readonly sender: string | null;
    readonly text: string | null;
    /** SMS-DELIVER PDUs, hex, in any order. */
    readonly pdus?: readonly string[] | undefined;
    /** When the handset had it, ISO 8601. */
    readonly receivedAt?: string | undefined;
    /** Every time the same message came, where the vendor says so. */
    readonly receipts?: readonly string[] | undefined;
    /** The vendor's own status, word for word. */
    readonly vendorStatus?: string | undefined;
    /** The service centre's number as the vendor reports it. */
    readonly smsc?: string | undefined;
    /** `NOT_DELIVERED`: the handset was there for the whole time to live and got nothing. */
    readonly receipt?: "DELIVERED" | "NOT_DELIVERED" | undefined;
  };
  readonly destination: {
    /** ISO 3166-1 alpha-2. Where it is missing, `mcc` tells. */
    readonly country?: string | undefined;
    readonly mcc?: string | undefined;
    readonly mnc?: string | undefined;
  };
  /** The supplier's delivery receipt (SMPP `stat`). */
  readonly dlr?: { readonly status: string; readonly at?: string | undefined } | undefined;
}

/** Limits of a comparison. */
export interface CompareOptions {
  /** Seconds from submission to receipt above which a delivery is late. Default 60. */
  readonly lateAfterSeconds?: number | undefined;
}

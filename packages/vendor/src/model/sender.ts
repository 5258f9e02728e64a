import type { CallOptions } from "./vendor.ts";

/** A message to be submitted. */
export interface OutgoingMessage {
  /** Sender as the handset shall show it: digits or up to 11 characters. */
  readonly from: string;
  /** E.164 digits without plus: `RouteTest.msisdn`. */
  readonly to: string;
  /** Contains `RouteTest.testText`. */
  readonly text: string;
  /** `auto`: the cheapest alphabet that holds the text. */
  readonly encoding?: "auto" | "gsm7" | "ucs2";
}

/** What became of a submission. */
export type SendOutcome =
  /** Taken over. One id for each part, in order. */
  | { readonly outcome: "accepted"; readonly messageIds: readonly string[]; readonly parts: number }
  /** Refused; nothing went out. `retryable`: the same message may be taken later. */
  | { readonly outcome: "rejected"; readonly reason: string; readonly retryable: boolean }
  /** Nobody can tell whether it went out. It is never sent again by itself. */
  | { readonly outcome: "unknown"; readonly reason: string };

/** A delivery receipt that the sender's side got. */
export interface SenderReceipt {
  /** One of `SendOutcome.messageIds`. */
  readonly messageId: string;
  /** SMPP's word, for example `DELIVRD` or `UNDELIV`. */
  readonly status: string;
  /** When it came, ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly raw: unknown;
}

/** Whatever submits messages: SMPP, an HTTP gateway, a sandbox. */
export interface Sender {
  readonly name: string;
  /** Submits one message. Never throws for the far side's failures: they are outcomes. */
  send(message: OutgoingMessage, options?: CallOptions): Promise<SendOutcome>;
  /** Calls the listener for each delivery receipt; returns a function that ends it. Absent where there are none. */
  onReceipt?(listener: (receipt: SenderReceipt) => void): () => void;
  /** Lets go of connections. */
  close?(): Promise<void>;
}

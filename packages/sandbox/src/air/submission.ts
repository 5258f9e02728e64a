import type { HeaderElement, PartPlace } from "../handset/part.ts";
import type { SenderAddress } from "../handset/sender-address.ts";

/** What the sender of a message hands over. */
export interface Submission {
  readonly sender: SenderAddress;
  /** E.164 digits without `+`. */
  readonly to: string;
  readonly content: SubmittedContent;
  /** Header elements without the concatenation. */
  readonly elements: readonly HeaderElement[];
  /** Set where the sender cut the message himself and this is one part of it. */
  readonly place: PartPlace | null;
  readonly messageClass: 0 | 1 | 2 | 3 | null;
  readonly protocolIdentifier: number;
  /** Which of the sender's suppliers carries it; routes can be chosen by it. */
  readonly supplier: string | null;
  readonly via: "http" | "smpp" | "code";
}

/** Text in the alphabet the sender asks for, or octets. */
export type SubmittedContent =
  | { readonly kind: "text"; readonly text: string; readonly alphabet: "auto" | "gsm7" | "ucs2" }
  | { readonly kind: "octets"; readonly octets: Uint8Array };

/** What became of a message, as SMPP 3.4 names it in a delivery receipt (appendix B). */
export type ReceiptState = "DELIVRD" | "EXPIRED" | "UNDELIV";

/** A delivery receipt. */
export interface Receipt {
  readonly state: ReceiptState;
  readonly at: number;
  /** Three digits of the network's own error code. */
  readonly error: string;
}

/** A message as the sandbox keeps it. */
export interface MessageRecord {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly text: string | null;
  readonly via: Submission["via"];
  readonly supplier: string | null;
  state: "waiting-for-parts" | "under-way" | "held" | "delivered" | "dropped" | "nobody-there";
  /** The JSON of the route it took; null until it is chosen. */
  route: unknown;
  /** The findings that the route must cause. */
  causes: readonly string[];
  test: { readonly vendor: string; readonly id: string } | null;
  pdus: readonly string[];
  receipt: Receipt | null;
}

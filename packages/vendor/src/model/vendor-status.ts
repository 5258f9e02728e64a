/** What a status means, in words that hold for any vendor. */
export type StatusMeaning =
  /** The vendor waits for the message. */
  | "waiting"
  /** The test number cannot be reached for now; the vendor tries again. */
  | "number-unavailable"
  /** The message is on the handset. Says nothing about its sender or text. */
  | "delivered"
  /** The vendor waited as long as it does, and no message came. */
  | "not-delivered"
  /** The test number or its network is gone for good. */
  | "offline"
  /** The vendor failed. */
  | "vendor-error"
  /** The vendor never reports on this test. */
  | "no-result"
  /** A status that no document lists: kept raw, never final. */
  | "unknown";

/** A vendor's status. */
export interface VendorStatus {
  /** As it came: a name, a number, or anything else. */
  readonly raw: unknown;
  /** The vendor's documented name for it, or the raw value as text. */
  readonly name: string;
  readonly meaning: StatusMeaning;
  /** The vendor will not change it again. */
  readonly final: boolean;
  /** A message reached the handset. */
  readonly delivered: boolean;
  /** Whether the vendor charges for the test in this state; `null` where its document does not say. */
  readonly billed: boolean | null;
}

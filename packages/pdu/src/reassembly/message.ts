import type { Address } from "../address.ts";
import type { Alphabet } from "../data-coding.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { ServiceCentreTimeStamp } from "../service-centre-time-stamp.ts";
import type { SmsDeliver } from "../sms-deliver.ts";
import type { SmscAddress } from "../smsc-address.ts";

/** What all parts of a concatenated message share. */
export interface MessageReference {
  readonly reference: number;
  readonly bits: 8 | 16;
  readonly total: number;
}

interface MessageContent {
  readonly originator: Address;
  readonly smsc: SmscAddress | null;
  /** That of the part with the lowest sequence number. */
  readonly timestamp: ServiceCentreTimeStamp;
  readonly alphabet: Alphabet;
  /** Null for a message that came in one piece without a concatenation element. */
  readonly concatenation: MessageReference | null;
  /** The joined text, null when no part has one. A gap of an incomplete message leaves nothing behind. */
  readonly text: string | null;
  /** The joined data, upper-case hex, null when no part has any. */
  readonly data: string | null;
  /** The parts in the order of their sequence numbers. */
  readonly parts: readonly SmsDeliver[];
  /** How many times a part came again. */
  readonly duplicates: number;
  /** What is odd about the joined text; the parts keep their own. Offsets count in the part's own PDU. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A whole message. */
export interface Message extends MessageContent {
  readonly type: "message";
}

/** A message that was given up with parts missing. */
export interface IncompleteMessage extends MessageContent {
  readonly type: "incomplete";
  /** The sequence numbers that never came, ascending. */
  readonly missing: readonly number[];
  /** `flushed` by the caller, `timeout`, or `evicted` to keep within `maxPending`. */
  readonly reason: "flushed" | "timeout" | "evicted";
}

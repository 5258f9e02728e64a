import type { IncompleteMessage, Message, SmsDeliver } from "@smsproof/pdu";
import type { InputKind } from "../input/input-record.ts";

/** A PDU as it stood in the input. */
export interface SourcePdu {
  /** Its number among all records of the input, from 0. */
  readonly index: number;
  readonly input: string;
  readonly place: string;
}

/** A PDU that was decoded. */
export interface DecodedPdu extends SourcePdu {
  readonly value: SmsDeliver;
}

/** Why a record gave no message: the codes of `PduError`, `NOT_JSON` or `NO_PDU_FIELD`. */
export interface RecordError {
  readonly code: string;
  readonly message: string;
  readonly field: string;
  /** Octet of the PDU, null where the record is no PDU at all. */
  readonly offset: number | null;
}

/** A message with the PDUs that its parts came in. */
export interface MessageEntry {
  readonly kind: "message";
  readonly first: number;
  readonly message: Message | IncompleteMessage;
  /** In the order of `message.parts`. */
  readonly parts: readonly DecodedPdu[];
  /** Parts that came once more. */
  readonly repeated: readonly DecodedPdu[];
}

/** A record that could not be decoded, in its place among the messages. */
export interface FailureEntry {
  readonly kind: "failure";
  readonly first: number;
  readonly source: SourcePdu;
  readonly error: RecordError;
}

export type Entry = MessageEntry | FailureEntry;

/** What became of an input. */
export interface DecodeReport {
  readonly kind: InputKind;
  readonly notice: string | null;
  /** In the order of the input, no more than the limit. */
  readonly entries: readonly Entry[];
  /** All there were, shown or not. */
  readonly totals: Totals;
  /** The PDUs as the address bar holds them, null when there are too many for a link. */
  readonly link: string | null;
}

interface Totals {
  readonly records: number;
  readonly messages: number;
  readonly incomplete: number;
  readonly failures: number;
}

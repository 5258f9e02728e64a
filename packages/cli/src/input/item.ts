/** Where in an input something stood. */
export interface Place {
  /** The line on which the record begins, from 1; 0 for a PDU given as an argument. */
  readonly line: number;
  /** The record, from 1: a line, a row, a vendor's result. */
  readonly record: number;
  /** Which of the record's PDUs, from 0. */
  readonly index: number;
  /** The field within the record, such as `pdusDelivered[0]`; empty for a plain line. */
  readonly path: string;
}

/** Text that is to be decoded as a PDU. Nothing has been checked yet. */
export interface PduItem extends Place {
  readonly kind: "pdu";
  readonly pdu: string;
  /**
   * Among which PDUs the other parts of its message are looked for: those of its own record, or all loose
   * PDUs of the run (hex lines, arguments, bare JSON strings).
   */
  readonly unit: "record" | "loose";
}

/** Why no PDU could be taken from a record. Codes are only ever added. */
export type FaultCode =
  | "NOT_JSON"
  | "NO_PDU_FIELD"
  | "NOT_A_STRING"
  | "NESTED_TOO_DEEP"
  | "RECORD_TOO_LONG"
  | "QUOTE_NOT_CLOSED";

/** A record, or a part of one, from which no PDU could be taken. */
export interface FaultItem extends Place {
  readonly kind: "fault";
  readonly code: FaultCode;
  /** One plain sentence. */
  readonly message: string;
  /** The record as it stood; its beginning where it is longer than the limit. */
  readonly input: string;
}

/** What a reader hands on. */
export type Item = PduItem | FaultItem;

/** What one piece of the input gave. */
export interface Batch {
  readonly items: readonly Item[];
  /** Records that ended so far, those without any PDU included. */
  readonly records: number;
}

/** A reader's result: in input order, a batch for each piece of input. */
export type Batches = AsyncIterable<Batch>;

/** How text arrives: in pieces, cut anywhere. */
export type TextPieces = AsyncIterable<string> | Iterable<string>;

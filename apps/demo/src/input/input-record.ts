/** One thing found in the input that is, or should have been, a PDU. */
export type InputRecord = PduRecord | UnreadableRecord;

interface Placed {
  /** What stood there, as it stood. */
  readonly input: string;
  /** Where it stood, in words: `line 3`, `results[0].pdusDelivered[1]`. */
  readonly place: string;
  /**
   * PDUs of one unit are joined with each other only. Unit 0 is the input as a whole (a list of PDUs); each
   * vendor result and each cell with several PDUs is a unit of its own. Units above 0 come without gaps.
   */
  readonly unit: number;
}

/** A string handed to the decoder. */
interface PduRecord extends Placed {
  readonly kind: "pdu";
}

/** A record in which no PDU could be looked for. */
interface UnreadableRecord extends Placed {
  readonly kind: "unreadable";
  readonly code: "NOT_JSON" | "NO_PDU_FIELD";
  readonly message: string;
}

/** What the input turned out to be. */
export type InputKind = "empty" | "lines" | "json" | "ndjson" | "csv";

/** The records of an input, and what has to be said about the input as a whole. */
export interface ReadInput {
  readonly kind: InputKind;
  readonly notice: string | null;
  readonly records: Iterable<InputRecord>;
}

/** How the fields are called under which vendors and tables keep PDUs, in lower case. */
export const PDU_FIELDS: readonly string[] = ["pdusdelivered", "pdu", "pdus", "hex"];

import type { IncompleteMessage, Message, SmsDeliver } from "@smsproof/pdu";

/** Where a PDU came from, as `--source` prints it. */
export interface SourcePlace {
  /** The file as it was named, `stdin`, or null for an argument. */
  readonly file: string | null;
  /** From 1; 0 for an argument. */
  readonly line: number;
  /** From 1. */
  readonly record: number;
  /** Which of the record's PDUs, from 0. */
  readonly index: number;
}

/** What stands in the place of a PDU that could not be decoded. */
export interface ErrorRecord {
  readonly error: {
    readonly code: string;
    /** One plain sentence. */
    readonly message: string;
    /** The field of the PDU, null where it never came to reading one. */
    readonly field: string | null;
    /** The octet of the PDU, null where it never came to reading one. */
    readonly offset: number | null;
  };
  /** What was to be decoded, as it stood. */
  readonly input: string;
}

/** A decoded PDU. */
export interface DeliverResult {
  readonly kind: "deliver";
  readonly value: SmsDeliver;
  readonly source: SourcePlace;
}

/** A message joined from its parts, or what there is of it; one source for each part. */
export interface MessageResult {
  readonly kind: "message";
  readonly value: Message | IncompleteMessage;
  readonly sources: readonly SourcePlace[];
}

/** Something that could not be decoded. */
export interface ErrorResult {
  readonly kind: "error";
  readonly value: ErrorRecord;
  readonly source: SourcePlace;
  /** The field within the record, empty for a plain line. */
  readonly path: string;
}

export type Result = DeliverResult | MessageResult | ErrorResult;

/** The place of an error in words: `results.ndjson:1207: pdusDelivered[0]`. */
export function placeInWords({ source, path }: ErrorResult): string {
  if (source.file === null) return path;
  const place = `${source.file}:${source.line}`;
  return path === "" ? place : `${place}: ${path}`;
}

/** An error in words, with the octet: `TP-OA says 20 digits but 3 octets are left (octet 9).` */
export function errorInWords({ error }: ErrorRecord): string {
  if (error.offset === null) return error.message;
  return `${error.message.replace(/\.$/, "")} (octet ${error.offset}).`;
}

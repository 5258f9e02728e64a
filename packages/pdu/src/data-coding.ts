/** How the octets of TP-UD become characters. */
export type Alphabet = "gsm7" | "8bit" | "ucs2" | "ksc5601";

/** The coding group of TP-DCS (3GPP TS 23.038, clause 4). */
export type DataCodingGroup =
  | "general"
  | "auto-delete"
  | "reserved"
  | "message-waiting-discard"
  | "message-waiting-store"
  | "message-waiting-store-ucs2"
  | "data-coding-class";

/** A message waiting indication carried in TP-DCS. */
export interface MessageWaiting {
  readonly active: boolean;
  readonly kind: "voicemail" | "fax" | "email" | "other";
  /** Whether the message is to be kept as well as the indication set. */
  readonly store: boolean;
}

/** TP-DCS (3GPP TS 23.038, clause 4). */
export interface DataCoding {
  readonly value: number;
  readonly group: DataCodingGroup;
  readonly alphabet: Alphabet;
  readonly messageClass: 0 | 1 | 2 | 3 | null;
  readonly compressed: boolean;
  readonly autoDelete: boolean;
  readonly messageWaiting: MessageWaiting | null;
  readonly reserved: boolean;
}

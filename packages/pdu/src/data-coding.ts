import { diagnose, type Reading, takeOctet } from "./reading.ts";

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

const WAITING_KINDS = ["voicemail", "fax", "email", "other"] as const;
const MESSAGE_CLASSES = [0, 1, 2, 3] as const;
const ALPHABET_BITS = ["gsm7", "8bit", "ucs2", "gsm7"] as const;
const WAITING_GROUPS = [
  "message-waiting-discard",
  "message-waiting-store",
  "message-waiting-store-ucs2",
] as const;

/** Korean networks use this reserved value for KS C 5601 text. */
const KSC5601 = 0x84;

const PLAIN: Omit<DataCoding, "value" | "group"> = {
  alphabet: "gsm7",
  messageClass: null,
  compressed: false,
  autoDelete: false,
  messageWaiting: null,
  reserved: false,
};

function interpret(value: number): DataCoding {
  const messageClass = MESSAGE_CLASSES[value & 3] ?? null;
  const group = value >> 4;
  if (group < 8) {
    const autoDelete = group >= 4;
    return {
      value,
      group: autoDelete ? "auto-delete" : "general",
      alphabet: ALPHABET_BITS[(value >> 2) & 3] ?? "gsm7",
      messageClass: (value & 0x10) !== 0 ? messageClass : null,
      compressed: (value & 0x20) !== 0,
      autoDelete,
      messageWaiting: null,
      reserved: (value & 0x0c) === 0x0c,
    };
  }
  if (group < 12)
    return {
      value,
      group: "reserved",
      ...PLAIN,
      alphabet: value === KSC5601 ? "ksc5601" : "gsm7",
      reserved: true,
    };
  if (group === 15)
    return {
      value,
      group: "data-coding-class",
      ...PLAIN,
      alphabet: (value & 4) !== 0 ? "8bit" : "gsm7",
      messageClass,
      reserved: (value & 8) !== 0,
    };
  return {
    value,
    group: WAITING_GROUPS[group - 12] ?? "message-waiting-store",
    ...PLAIN,
    alphabet: group === 14 ? "ucs2" : "gsm7",
    messageWaiting: Object.freeze({
      active: (value & 8) !== 0,
      kind: WAITING_KINDS[value & 3] ?? "other",
      store: group !== 12,
    }),
    reserved: (value & 4) !== 0,
  };
}

const DATA_CODINGS: readonly DataCoding[] = Array.from({ length: 256 }, (_, value) =>
  Object.freeze(interpret(value)),
);

/**
 * What a TP-DCS octet says (3GPP TS 23.038, clause 4). Reserved codings are GSM 7-bit, as a receiver shall take
 * them. The objects are shared and frozen.
 */
export function dataCodingOf(octet: number): DataCoding {
  const coding = DATA_CODINGS[octet];
  if (coding === undefined) throw new RangeError(`not an octet: ${octet}`);
  return coding;
}

/** Reads TP-DCS. Throws `CUT`. */
export function readDataCoding(reading: Reading): DataCoding {
  const coding = dataCodingOf(takeOctet(reading, "TP-DCS", "TP-DCS"));
  if (coding.reserved)
    diagnose(
      reading,
      "RESERVED_DATA_CODING",
      "TP-DCS",
      reading.position - 1,
      1,
      coding.alphabet === "ksc5601"
        ? "TP-DCS 132 is reserved; Korean networks use it for KS C 5601."
        : `TP-DCS ${coding.value} has reserved bits set: read as ${coding.alphabet === "gsm7" ? "GSM 7-bit" : coding.alphabet}.`,
    );
  return coding;
}

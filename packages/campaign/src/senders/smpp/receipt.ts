/** A delivery receipt as a deliver_sm carries it. */
export interface SmppReceipt {
  readonly messageId: string;
  /** Word of SMPP 3.4, appendix B: `DELIVRD`, `EXPIRED`, `UNDELIV` ... */
  readonly status: string;
  /** The text of the receipt, as it came. */
  readonly text: string;
}

/** message_state (SMPP 3.4, 5.2.28) as the words of appendix B. */
const STATES: Readonly<Record<number, string>> = {
  1: "ENROUTE",
  2: "DELIVRD",
  3: "EXPIRED",
  4: "DELETED",
  5: "UNDELIV",
  6: "ACCEPTD",
  7: "UNKNOWN",
  8: "REJECTD",
};

/** esm_class, bits 5 to 2: a delivery receipt, or an intermediate notification. */
const RECEIPT_BITS = 0x3c;

/**
 * Reads a receipt out of the parameters of a deliver_sm: from its optional parameters where they are there, otherwise
 * from its text in the form of appendix B. `null` for a message that is no receipt, and for one that names no message.
 */
export function readReceipt(parameters: Readonly<Record<string, unknown>>): SmppReceipt | null {
  const { esm_class: esmClass, receipted_message_id: id, message_state: state } = parameters;
  const text = textOf(parameters["short_message"]) || textOf(parameters["message_payload"]);
  const isReceipt = typeof esmClass === "number" && (esmClass & RECEIPT_BITS) !== 0;
  if (!isReceipt && typeof id !== "string") return null;
  const messageId = typeof id === "string" && id !== "" ? id : (/\bid:(\S+)/i.exec(text)?.[1] ?? null);
  const word = /\bstat:(\w+)/i.exec(text)?.[1]?.toUpperCase();
  const status = word ?? (typeof state === "number" ? STATES[state] : undefined);
  return messageId === null || status === undefined
    ? null
    : { messageId: messageId.replace(/\0/g, ""), status, text };
}

/**
 * The spellings under which a receipt may name a message. Many service centres answer a submit_sm in hexadecimal and name
 * the message in decimal in the receipt, or the other way round.
 */
export function spellingsOf(messageId: string): readonly string[] {
  const spellings = new Set([messageId]);
  if (/^\d{1,20}$/.test(messageId)) {
    const hex = BigInt(messageId).toString(16);
    spellings.add(hex).add(hex.toUpperCase()).add(hex.toUpperCase().padStart(8, "0"));
  }
  if (/^[0-9a-f]{1,16}$/i.test(messageId)) spellings.add(BigInt(`0x${messageId}`).toString());
  return [...spellings];
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) return Array.from(value, (octet) => String.fromCharCode(octet)).join("");
  if (typeof value === "object" && value !== null) return textOf(Reflect.get(value, "message"));
  return "";
}

import type { Tpdu } from "../tpdu.ts";
import { octetOf } from "./octets-of.ts";

/** A flag of a first octet: its bit, and whether that bit is 0 when the flag is true. */
interface Flag {
  readonly name: string;
  readonly bit: number;
  readonly inverted?: true;
}

const MORE_MESSAGES: Flag = { name: "moreMessagesToSend", bit: 0x04, inverted: true };
const LOOP_PREVENTION: Flag = { name: "loopPrevention", bit: 0x08 };
const STATUS_REPORT_REQUEST: Flag = { name: "statusReportRequest", bit: 0x20 };
const REPLY_PATH: Flag = { name: "replyPath", bit: 0x80 };

interface FirstOctetRule {
  /** TP-MTI. */
  readonly messageType: number;
  readonly flags: readonly Flag[];
  /** Bits that other fields decide: the header's flag, and TP-VPF. */
  readonly derived: number;
}

/** The first octet of each message type (3GPP TS 23.040, 9.2.2). */
const RULES: Readonly<Record<Tpdu["type"], FirstOctetRule>> = {
  "SMS-DELIVER": {
    messageType: 0,
    flags: [MORE_MESSAGES, LOOP_PREVENTION, { name: "statusReportIndication", bit: 0x20 }, REPLY_PATH],
    derived: 0x40,
  },
  "SMS-DELIVER-REPORT": { messageType: 0, flags: [], derived: 0x40 },
  "SMS-SUBMIT": {
    messageType: 1,
    flags: [{ name: "rejectDuplicates", bit: 0x04 }, STATUS_REPORT_REQUEST, REPLY_PATH],
    derived: 0x58,
  },
  "SMS-SUBMIT-REPORT": { messageType: 1, flags: [], derived: 0x40 },
  "SMS-STATUS-REPORT": {
    messageType: 2,
    flags: [MORE_MESSAGES, LOOP_PREVENTION, { name: "statusReportQualifier", bit: 0x20 }],
    derived: 0x40,
  },
  "SMS-COMMAND": { messageType: 2, flags: [STATUS_REPORT_REQUEST], derived: 0x40 },
};

/**
 * The first octet: a flag that is given counts, else its bit in `value`, else false. Bits without a name keep what
 * `value` has; `derived` are those that follow from the other fields.
 */
export function encodeFirstOctet(
  type: Tpdu["type"],
  description: object | undefined,
  derived: number,
): number {
  const { messageType, flags, derived: derivedBits } = RULES[type];
  const given = new Map<string, unknown>(Object.entries(description ?? {}));
  const value = given.get("value");
  const base = flags.reduce((octet, { bit, inverted }) => (inverted ? octet | bit : octet), 0);
  let octet = typeof value === "number" ? octetOf("TP-MTI", value, 0) : base;
  for (const { name, bit, inverted = false } of flags) {
    const flag = given.get(name);
    if (typeof flag === "boolean") octet = flag === inverted ? octet & ~bit : octet | bit;
  }
  return (octet & ~(3 | derivedBits)) | messageType | derived;
}

import { type Address, readAddress } from "./address.ts";
import { type DataCoding, readDataCoding } from "./data-coding.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { PduError } from "./pdu-error.ts";
import { type ProtocolIdentifier, readProtocolIdentifier } from "./protocol-identifier.ts";
import { diagnose, noteOctetsAfterEnd, type Reading, takeFirstOctet } from "./reading.ts";
import { readTimeStamp, type ServiceCentreTimeStamp } from "./service-centre-time-stamp.ts";
import type { SmscAddress } from "./smsc-address.ts";
import type { ReadOptions } from "./tpdu.ts";
import { readUserData } from "./user-data.ts";
import type { Concatenation, NationalLanguage, Ports, UserDataHeader } from "./user-data-header.ts";

/** The first octet of an SMS-DELIVER, bit by bit (3GPP TS 23.040, 9.2.2.1). */
export interface DeliverFirstOctet {
  /** The octet itself, 0 to 255. */
  readonly value: number;
  /** TP-MMS. The bit is 0 when more messages wait: this is already turned into its meaning. */
  readonly moreMessagesToSend: boolean;
  /** TP-LP: the message was forwarded or spawned. */
  readonly loopPrevention: boolean;
  /** TP-SRI: a status report will be returned to the sender. */
  readonly statusReportIndication: boolean;
  /** TP-UDHI: the user data begins with a header. */
  readonly userDataHeaderIndicator: boolean;
  /** TP-RP: a reply path is offered. */
  readonly replyPath: boolean;
}

/**
 * One SMS-DELIVER, every field of it (3GPP TS 23.040, 9.2.2.1). Plain data: it survives JSON, spread and
 * structured clone. Parts that repeat from message to message (first octet, TP-PID, TP-DCS, addresses) may
 * be one frozen object shared by many results.
 */
export interface SmsDeliver {
  readonly type: "SMS-DELIVER";
  /** The service centre in front of the TPDU (3GPP TS 24.011, 8.2.5.1), null when there is none. */
  readonly smsc: SmscAddress | null;
  readonly firstOctet: DeliverFirstOctet;
  /** TP-OA. */
  readonly originator: Address;
  /** TP-PID. */
  readonly protocolIdentifier: ProtocolIdentifier;
  /** TP-DCS. */
  readonly dataCoding: DataCoding;
  /** TP-SCTS. */
  readonly timestamp: ServiceCentreTimeStamp;
  /** TP-UDL as it stands: septets for uncompressed GSM 7-bit, octets for all else. */
  readonly userDataLength: number;
  /** The header, null when there is none or when it had to be ignored (see the diagnostics). */
  readonly userDataHeader: UserDataHeader | null;
  readonly concatenation: Concatenation | null;
  readonly ports: Ports | null;
  readonly nationalLanguage: NationalLanguage | null;
  /** The text; null for 8-bit data, compressed data and what could not be decoded. */
  readonly text: string | null;
  /** The user data octets after the header, upper-case hex, wherever they are not GSM 7-bit or UCS2 text. */
  readonly data: string | null;
  /** What was odd, in the order of its place. Empty for a clean message. */
  readonly diagnostics: readonly Diagnostic[];
}

const FIRST_OCTETS: readonly DeliverFirstOctet[] = Array.from({ length: 256 }, (_, value) =>
  Object.freeze({
    value,
    moreMessagesToSend: (value & 0x04) === 0,
    loopPrevention: (value & 0x08) !== 0,
    statusReportIndication: (value & 0x20) !== 0,
    userDataHeaderIndicator: (value & 0x40) !== 0,
    replyPath: (value & 0x80) !== 0,
  }),
);

/** What the first octet of an SMS-DELIVER says. The objects are shared and frozen. */
export function deliverFirstOctetOf(octet: number): DeliverFirstOctet {
  const first = FIRST_OCTETS[octet];
  if (first === undefined) throw new RangeError(`not an octet: ${octet}`);
  return first;
}

/** Reads an SMS-DELIVER behind its service centre. Throws `WRONG_MESSAGE_TYPE` or `CUT`. */
export function readDeliver(reading: Reading, smsc: SmscAddress | null, options: ReadOptions): SmsDeliver {
  const firstOctet = readFirstOctet(reading);
  const originator = readAddress(reading, "TP-OA");
  const protocolIdentifier = readProtocolIdentifier(reading);
  const dataCoding = readDataCoding(reading);
  const timestamp = readTimeStamp(reading, options.century, "TP-SCTS");
  const userData = readUserData(reading, dataCoding, firstOctet.userDataHeaderIndicator, options.charset);
  noteOctetsAfterEnd(reading);
  return {
    type: "SMS-DELIVER",
    smsc,
    firstOctet,
    originator,
    protocolIdentifier,
    dataCoding,
    timestamp,
    ...userData,
    diagnostics: reading.diagnostics,
  };
}

/** Message types to a mobile other than SMS-DELIVER, by TP-MTI (3GPP TS 23.040, 9.2.3.1). */
const OTHER_TYPES = ["", "an SMS-SUBMIT-REPORT", "an SMS-STATUS-REPORT"] as const;

function readFirstOctet(reading: Reading): DeliverFirstOctet {
  const offset = reading.position;
  const firstOctet = deliverFirstOctetOf(takeFirstOctet(reading, "SMS-DELIVER"));
  const messageType = firstOctet.value & 3;
  const other = OTHER_TYPES[messageType];
  if (other) throw new PduError("WRONG_MESSAGE_TYPE", "TP-MTI", offset, `This is ${other}, no SMS-DELIVER.`);
  if (messageType === 3)
    diagnose(
      reading,
      "RESERVED_MESSAGE_TYPE",
      "TP-MTI",
      offset,
      1,
      "TP-MTI 3 is reserved: read as an SMS-DELIVER, as a mobile shall.",
    );
  return firstOctet;
}

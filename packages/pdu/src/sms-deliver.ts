import type { Address } from "./address.ts";
import type { DataCoding } from "./data-coding.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Concatenation, NationalLanguage, Ports, UserDataHeader } from "./user-data-header.ts";
import type { ProtocolIdentifier } from "./protocol-identifier.ts";
import type { ServiceCentreTimeStamp } from "./service-centre-time-stamp.ts";
import type { SmscAddress } from "./smsc-address.ts";

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

import { type Address, readAddress } from "./address.ts";
import { type DataCoding, readDataCoding } from "./data-coding.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { type ProtocolIdentifier, readProtocolIdentifier } from "./protocol-identifier.ts";
import { noteOctetsAfterEnd, type Reading, takeFirstOctet, takeOctet } from "./reading.ts";
import type { SmscAddress } from "./smsc-address.ts";
import type { ReadOptions } from "./tpdu.ts";
import { readUserData, type UserData } from "./user-data.ts";
import {
  readValidityPeriod,
  VALIDITY_PERIOD_FORMATS,
  type ValidityPeriod,
  type ValidityPeriodFormat,
} from "./validity-period.ts";

/** The first octet of an SMS-SUBMIT, bit by bit (3GPP TS 23.040, 9.2.2.2). */
export interface SubmitFirstOctet {
  readonly value: number;
  /** TP-RD: the service centre shall refuse a message that it still holds. */
  readonly rejectDuplicates: boolean;
  /** TP-VPF. */
  readonly validityPeriodFormat: ValidityPeriodFormat;
  /** TP-SRR: a status report is wanted. */
  readonly statusReportRequest: boolean;
  /** TP-UDHI. */
  readonly userDataHeaderIndicator: boolean;
  /** TP-RP. */
  readonly replyPath: boolean;
}

/** One SMS-SUBMIT, from a mobile to its service centre (3GPP TS 23.040, 9.2.2.2). */
export interface SmsSubmit extends UserData {
  readonly type: "SMS-SUBMIT";
  readonly smsc: SmscAddress | null;
  readonly firstOctet: SubmitFirstOctet;
  /** TP-MR. */
  readonly messageReference: number;
  /** TP-DA. */
  readonly destination: Address;
  readonly protocolIdentifier: ProtocolIdentifier;
  readonly dataCoding: DataCoding;
  /** TP-VP. */
  readonly validityPeriod: ValidityPeriod | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the first octet of an SMS-SUBMIT says. */
function submitFirstOctetOf(value: number): SubmitFirstOctet {
  return {
    value,
    rejectDuplicates: (value & 0x04) !== 0,
    validityPeriodFormat: VALIDITY_PERIOD_FORMATS[(value >> 3) & 3] ?? "none",
    statusReportRequest: (value & 0x20) !== 0,
    userDataHeaderIndicator: (value & 0x40) !== 0,
    replyPath: (value & 0x80) !== 0,
  };
}

/** Reads an SMS-SUBMIT behind its service centre. Throws `CUT`. */
export function readSubmit(reading: Reading, smsc: SmscAddress | null, options: ReadOptions): SmsSubmit {
  const firstOctet = submitFirstOctetOf(takeFirstOctet(reading, "SMS-SUBMIT"));
  const messageReference = takeOctet(reading, "TP-MR", "TP-MR");
  const destination = readAddress(reading, "TP-DA");
  const protocolIdentifier = readProtocolIdentifier(reading);
  const dataCoding = readDataCoding(reading);
  const validityPeriod = readValidityPeriod(reading, firstOctet.validityPeriodFormat, options.century);
  const userData = readUserData(reading, dataCoding, firstOctet.userDataHeaderIndicator, options.charset);
  noteOctetsAfterEnd(reading);
  return {
    type: "SMS-SUBMIT",
    smsc,
    firstOctet,
    messageReference,
    destination,
    protocolIdentifier,
    dataCoding,
    validityPeriod,
    ...userData,
    diagnostics: reading.diagnostics,
  };
}

import { type Address, readAddress } from "./address.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { octetAt } from "./octets.ts";
import {
  type OptionalParameters,
  readOptionalParameters,
  readParameterIndicator,
} from "./parameter-indicator.ts";
import { noteOctetsAfterEnd, type Reading, takeFirstOctet, takeOctet } from "./reading.ts";
import { readTimeStamp, type ServiceCentreTimeStamp } from "./service-centre-time-stamp.ts";
import type { SmscAddress } from "./smsc-address.ts";
import { readStatus, type Status } from "./status.ts";
import type { ReadOptions } from "./tpdu.ts";

/** The first octet of an SMS-STATUS-REPORT, bit by bit (3GPP TS 23.040, 9.2.2.3). */
export interface StatusReportFirstOctet {
  readonly value: number;
  /** TP-MMS, turned into its meaning. */
  readonly moreMessagesToSend: boolean;
  /** TP-LP. */
  readonly loopPrevention: boolean;
  /** TP-SRQ: the report answers an SMS-COMMAND, not an SMS-SUBMIT. */
  readonly statusReportQualifier: boolean;
  /** TP-UDHI. */
  readonly userDataHeaderIndicator: boolean;
}

/** One SMS-STATUS-REPORT: what became of a message (3GPP TS 23.040, 9.2.2.3). */
export interface SmsStatusReport extends OptionalParameters {
  readonly type: "SMS-STATUS-REPORT";
  readonly smsc: SmscAddress | null;
  readonly firstOctet: StatusReportFirstOctet;
  /** TP-MR of the message reported on. */
  readonly messageReference: number;
  /** TP-RA. */
  readonly recipient: Address;
  /** TP-SCTS: when the service centre took the message. */
  readonly timestamp: ServiceCentreTimeStamp;
  /** TP-DT: when it was delivered, or last tried. */
  readonly dischargeTime: ServiceCentreTimeStamp;
  /** TP-ST. */
  readonly status: Status;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the first octet of an SMS-STATUS-REPORT says. */
function statusReportFirstOctetOf(value: number): StatusReportFirstOctet {
  return {
    value,
    moreMessagesToSend: (value & 0x04) === 0,
    loopPrevention: (value & 0x08) !== 0,
    statusReportQualifier: (value & 0x20) !== 0,
    userDataHeaderIndicator: (value & 0x40) !== 0,
  };
}

/** Reads an SMS-STATUS-REPORT behind its service centre. Throws `CUT`. */
export function readStatusReport(
  reading: Reading,
  smsc: SmscAddress | null,
  options: ReadOptions,
): SmsStatusReport {
  const firstOctet = statusReportFirstOctetOf(takeFirstOctet(reading, "SMS-STATUS-REPORT"));
  const messageReference = takeOctet(reading, "TP-MR", "TP-MR");
  const recipient = readAddress(reading, "TP-RA");
  const timestamp = readTimeStamp(reading, options.century, "TP-SCTS");
  const dischargeTime = readTimeStamp(reading, options.century, "TP-DT");
  const status = readStatus(reading);
  const indicator = isPadding(reading) ? null : readParameterIndicator(reading);
  const parameters = readOptionalParameters(
    reading,
    indicator,
    firstOctet.userDataHeaderIndicator,
    options.charset,
  );
  noteOctetsAfterEnd(reading);
  return {
    type: "SMS-STATUS-REPORT",
    smsc,
    firstOctet,
    messageReference,
    recipient,
    timestamp,
    dischargeTime,
    status,
    ...parameters,
    diagnostics: reading.diagnostics,
  };
}

/** Whether nothing follows, or only the FF octets that fill a record of the SIM. */
function isPadding({ octets, position }: Reading): boolean {
  for (let i = position; i < octets.length; i++) if (octetAt(octets, i) !== 0xff) return false;
  return true;
}

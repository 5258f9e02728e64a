import type { Diagnostic } from "./diagnostic.ts";
import { type FailureCause, readFailureCause } from "./failure-cause.ts";
import {
  type OptionalParameters,
  readOptionalParameters,
  readParameterIndicator,
} from "./parameter-indicator.ts";
import { noteOctetsAfterEnd, type Reading, takeFirstOctet } from "./reading.ts";
import type { SmscAddress } from "./smsc-address.ts";
import type { ReadOptions } from "./tpdu.ts";

/** The first octet of a report on an SMS-DELIVER or SMS-SUBMIT (3GPP TS 23.040, 9.2.2.1a and 9.2.2.2a). */
export interface ReportFirstOctet {
  readonly value: number;
  /** TP-UDHI. */
  readonly userDataHeaderIndicator: boolean;
}

/** Whether a report rides on an RP-ACK or on an RP-ERROR. */
export type ReportOutcome = "ack" | "error";

/** One SMS-DELIVER-REPORT, the mobile's answer to an SMS-DELIVER (3GPP TS 23.040, 9.2.2.1a). */
export interface SmsDeliverReport extends OptionalParameters {
  readonly type: "SMS-DELIVER-REPORT";
  readonly smsc: SmscAddress | null;
  readonly outcome: ReportOutcome;
  readonly firstOctet: ReportFirstOctet;
  /** TP-FCS, null when acknowledged. */
  readonly failureCause: FailureCause | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the first octet of a report says. */
export function reportFirstOctetOf(value: number): ReportFirstOctet {
  return { value, userDataHeaderIndicator: (value & 0x40) !== 0 };
}

/** Reads an SMS-DELIVER-REPORT of a known outcome. Throws `CUT`. */
export function readDeliverReport(
  reading: Reading,
  smsc: SmscAddress | null,
  options: ReadOptions,
  outcome: ReportOutcome,
): SmsDeliverReport {
  const firstOctet = reportFirstOctetOf(takeFirstOctet(reading, "SMS-DELIVER-REPORT"));
  const failureCause = outcome === "error" ? readFailureCause(reading) : null;
  const indicator = readParameterIndicator(reading);
  const parameters = readOptionalParameters(
    reading,
    indicator,
    firstOctet.userDataHeaderIndicator,
    options.charset,
  );
  noteOctetsAfterEnd(reading);
  return {
    type: "SMS-DELIVER-REPORT",
    smsc,
    outcome,
    firstOctet,
    failureCause,
    ...parameters,
    diagnostics: reading.diagnostics,
  };
}

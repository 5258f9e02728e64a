import type { Diagnostic } from "./diagnostic.ts";
import { type FailureCause, readFailureCause } from "./failure-cause.ts";
import {
  type OptionalParameters,
  readOptionalParameters,
  readParameterIndicator,
} from "./parameter-indicator.ts";
import { noteOctetsAfterEnd, type Reading, takeFirstOctet } from "./reading.ts";
import { readTimeStamp, type ServiceCentreTimeStamp } from "./service-centre-time-stamp.ts";
import { type ReportFirstOctet, type ReportOutcome, reportFirstOctetOf } from "./sms-deliver-report.ts";
import type { SmscAddress } from "./smsc-address.ts";
import type { ReadOptions } from "./tpdu.ts";

/** One SMS-SUBMIT-REPORT, the service centre's answer to an SMS-SUBMIT (3GPP TS 23.040, 9.2.2.2a). */
export interface SmsSubmitReport extends OptionalParameters {
  readonly type: "SMS-SUBMIT-REPORT";
  readonly smsc: SmscAddress | null;
  readonly outcome: ReportOutcome;
  readonly firstOctet: ReportFirstOctet;
  /** TP-FCS, null when acknowledged. */
  readonly failureCause: FailureCause | null;
  /** TP-SCTS: when the service centre took the message. */
  readonly timestamp: ServiceCentreTimeStamp;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an SMS-SUBMIT-REPORT of a known outcome. Throws `CUT`. */
export function readSubmitReport(
  reading: Reading,
  smsc: SmscAddress | null,
  options: ReadOptions,
  outcome: ReportOutcome,
): SmsSubmitReport {
  const firstOctet = reportFirstOctetOf(takeFirstOctet(reading, "SMS-SUBMIT-REPORT"));
  const failureCause = outcome === "error" ? readFailureCause(reading) : null;
  const indicator = readParameterIndicator(reading);
  const timestamp = readTimeStamp(reading, options.century, "TP-SCTS");
  const parameters = readOptionalParameters(
    reading,
    indicator,
    firstOctet.userDataHeaderIndicator,
    options.charset,
  );
  noteOctetsAfterEnd(reading);
  return {
    type: "SMS-SUBMIT-REPORT",
    smsc,
    outcome,
    firstOctet,
    failureCause,
    timestamp,
    ...parameters,
    diagnostics: reading.diagnostics,
  };
}

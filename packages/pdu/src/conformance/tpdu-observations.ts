import type { SmsCommand } from "../sms-command.ts";
import type { SmsDeliverReport } from "../sms-deliver-report.ts";
import type { SmsStatusReport } from "../sms-status-report.ts";
import type { SmsSubmit } from "../sms-submit.ts";
import type { ValidityPeriod } from "../validity-period.ts";
import { compareValue, type Observed } from "./deliver-observations.ts";
import type { Comparison } from "./expected-differences.ts";

/** Fields of a TPDU of any type, as many as could be read. */
export interface ObservedTpdu
  extends Pick<Observed, "smsc" | "diagnostics">,
    Partial<Pick<SmsSubmit, "messageReference" | "destination" | "validityPeriod">>,
    Partial<Pick<SmsStatusReport, "recipient" | "timestamp" | "dischargeTime" | "status">>,
    Partial<Pick<SmsDeliverReport, "failureCause" | "parameterIndicator" | "protocolIdentifier">>,
    Partial<Pick<SmsDeliverReport, "dataCoding" | "userDataLength" | "userDataHeader" | "concatenation">>,
    Partial<Pick<SmsDeliverReport, "ports" | "text" | "data">>,
    Partial<Pick<SmsCommand, "commandType" | "messageNumber">> {
  readonly firstOctet?: Partial<SmsSubmit["firstOctet"]>;
}

type Observation = (value: ObservedTpdu, expected: unknown) => unknown;

const OBSERVATIONS: Readonly<Record<string, Observation>> = {
  smsc: ({ smsc }) => (smsc == null ? smsc : smsc.address),
  da: ({ destination }) => destination?.address,
  ra: ({ recipient }) => recipient?.address,
  mr: ({ messageReference }) => messageReference,
  mn: ({ messageNumber }) => messageNumber,
  ct: ({ commandType }) => commandType?.value,
  fcs: ({ failureCause }) => failureCause?.value,
  pi: ({ parameterIndicator }) => parameterIndicator?.value,
  st: ({ status }) => status?.value,
  dt: ({ dischargeTime }) => dischargeTime?.iso,
  vpf: ({ firstOctet }) => firstOctet?.validityPeriodFormat,
  vp: ({ validityPeriod }, expected) => periodAs(validityPeriod, expected),
  udhl: ({ userDataHeader }) => userDataHeader?.length,
  udText: ({ text, data }) => text ?? asciiOf(data ?? ""),
  compressed: ({ dataCoding }) => dataCoding?.compressed,
  flags: ({ firstOctet }, expected) => {
    const flags: Readonly<Record<string, boolean | undefined>> = {
      rd: firstOctet?.rejectDuplicates,
      srr: firstOctet?.statusReportRequest,
      udhi: firstOctet?.userDataHeaderIndicator,
      rp: firstOctet?.replyPath,
    };
    return Object.fromEntries(Object.keys(expected as object).map((name) => [name, flags[name]]));
  },
};

/** Compares every assertion about the value of a TPDU. Throws for one that nobody knows how to check. */
export function compareTpdu(
  value: ObservedTpdu,
  expectations: Readonly<Record<string, unknown>>,
): readonly Comparison[] {
  return Object.entries(expectations).flatMap(([field, expected]) => {
    const observe = OBSERVATIONS[field];
    // What all types have in common is observed as in an SMS-DELIVER.
    if (observe === undefined) return compareValue(value as Observed, { [field]: expected });
    return [{ field, expected, observed: observe(value, expected) }];
  });
}

/** TP-VP in the form in which the source writes it: the octet, a time, or hours. */
function periodAs(period: ValidityPeriod | null | undefined, expected: unknown): unknown {
  if (period == null) return null;
  if (period.format === "absolute") return period.until.iso;
  if (typeof expected === "number") return period.format === "relative" ? period.value : null;
  return period.seconds === null ? null : `${period.seconds / 3600}h`;
}

function asciiOf(hex: string): string {
  return hex.replaceAll(/../g, (octet) => String.fromCharCode(Number.parseInt(octet, 16)));
}

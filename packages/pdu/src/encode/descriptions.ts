import type { Address, NumberingPlan, TypeOfNumber } from "../address.ts";
import type { CommandType } from "../command-type.ts";
import type { DataCoding } from "../data-coding.ts";
import type { FailureCause } from "../failure-cause.ts";
import type { ParameterIndicator } from "../parameter-indicator.ts";
import type { ProtocolIdentifier } from "../protocol-identifier.ts";
import type { ServiceCentreTimeStamp } from "../service-centre-time-stamp.ts";
import type { CommandFirstOctet } from "../sms-command.ts";
import type { DeliverFirstOctet } from "../sms-deliver.ts";
import type { ReportFirstOctet, ReportOutcome } from "../sms-deliver-report.ts";
import type { StatusReportFirstOctet } from "../sms-status-report.ts";
import type { SubmitFirstOctet } from "../sms-submit.ts";
import type { SmscAddress } from "../smsc-address.ts";
import type { Status } from "../status.ts";
import type { Concatenation, HeaderElement, Ports } from "../user-data-header.ts";
import type { ValidityPeriod } from "../validity-period.ts";

/**
 * An address to encode: what `decode` gave, or a string. `+` and digits are an international number, digits (with
 * `*` and `#`) a number of unknown type, anything else letters.
 */
export type AddressDescription =
  | string
  | Address
  | { readonly address: string; readonly ton: TypeOfNumber; readonly npi?: NumberingPlan | undefined };

/** A service centre to encode: what `decode` gave, or a string as in `AddressDescription`. */
export type SmscDescription = string | SmscAddress;

/** A time to encode: what `decode` gave (its `raw` counts), a Date (taken as UTC), or ISO text with a zone. */
export type TimeStampDescription = string | Date | Pick<ServiceCentreTimeStamp, "raw">;

/** TP-VP to encode: what `decode` gave, an absolute time, or seconds, which become the next longer relative period. */
export type ValidityPeriodDescription =
  | number
  | ValidityPeriod
  | { readonly format: "absolute"; readonly until: TimeStampDescription };

/** TP-UDL, TP-UDH and TP-UD to encode. */
export interface UserDataDescription {
  /** Text in the alphabet of `dataCoding`. */
  readonly text?: string | null | undefined;
  /** Octets, or their hex, for 8-bit and other data; they count where there is no text or the alphabet is not for text. */
  readonly data?: string | Uint8Array | null | undefined;
  /** TP-DCS; default 4 for data, 0 for text that GSM 7-bit can hold, else 8. */
  readonly dataCoding?: number | Pick<DataCoding, "value"> | null | undefined;
  /** The header as it shall stand. Without it one is made of the three fields below. */
  readonly userDataHeader?:
    | { readonly elements: readonly Pick<HeaderElement, "id" | "hex">[] }
    | null
    | undefined;
  readonly concatenation?: Concatenation | null | undefined;
  readonly ports?: Ports | null | undefined;
  readonly nationalLanguage?:
    | { readonly locking?: number | null; readonly single?: number | null }
    | null
    | undefined;
}

interface Common {
  readonly smsc?: SmscDescription | null | undefined;
}

/** An SMS-DELIVER to encode. */
export interface DeliverDescription extends Common, UserDataDescription {
  readonly type: "SMS-DELIVER";
  readonly firstOctet?: Partial<DeliverFirstOctet> | undefined;
  readonly originator: AddressDescription;
  readonly protocolIdentifier?: number | Pick<ProtocolIdentifier, "value"> | undefined;
  readonly timestamp: TimeStampDescription;
}

/** An SMS-SUBMIT to encode. */
export interface SubmitDescription extends Common, UserDataDescription {
  readonly type: "SMS-SUBMIT";
  readonly firstOctet?: Partial<SubmitFirstOctet> | undefined;
  /** Default 0. */
  readonly messageReference?: number | undefined;
  readonly destination: AddressDescription;
  readonly protocolIdentifier?: number | Pick<ProtocolIdentifier, "value"> | undefined;
  readonly validityPeriod?: ValidityPeriodDescription | null | undefined;
}

/** The fields that TP-PI announces: those that are given. */
export interface ParametersDescription extends UserDataDescription {
  /** Only an SMS-STATUS-REPORT looks at it: whether TP-PI stands there at all when it announces nothing. */
  readonly parameterIndicator?: Pick<ParameterIndicator, "value"> | null | undefined;
  readonly protocolIdentifier?: number | Pick<ProtocolIdentifier, "value"> | null | undefined;
  /** Given and not null: TP-UDL stands there, be it 0. */
  readonly userDataLength?: number | null | undefined;
}

/** An SMS-DELIVER-REPORT to encode. */
export interface DeliverReportDescription extends Common, ParametersDescription {
  readonly type: "SMS-DELIVER-REPORT";
  readonly outcome?: ReportOutcome | undefined;
  readonly firstOctet?: Partial<ReportFirstOctet> | undefined;
  /** Given and not null: the report is one of an error. */
  readonly failureCause?: number | Pick<FailureCause, "value"> | null | undefined;
}

/** An SMS-SUBMIT-REPORT to encode. */
export interface SubmitReportDescription extends Common, ParametersDescription {
  readonly type: "SMS-SUBMIT-REPORT";
  readonly outcome?: ReportOutcome | undefined;
  readonly firstOctet?: Partial<ReportFirstOctet> | undefined;
  readonly failureCause?: number | Pick<FailureCause, "value"> | null | undefined;
  readonly timestamp: TimeStampDescription;
}

/** An SMS-STATUS-REPORT to encode. */
export interface StatusReportDescription extends Common, ParametersDescription {
  readonly type: "SMS-STATUS-REPORT";
  readonly firstOctet?: Partial<StatusReportFirstOctet> | undefined;
  readonly messageReference?: number | undefined;
  readonly recipient: AddressDescription;
  readonly timestamp: TimeStampDescription;
  readonly dischargeTime: TimeStampDescription;
  /** Default 0, received. */
  readonly status?: number | Pick<Status, "value"> | undefined;
}

/** An SMS-COMMAND to encode. */
export interface CommandDescription extends Common {
  readonly type: "SMS-COMMAND";
  readonly firstOctet?: Partial<CommandFirstOctet> | undefined;
  readonly messageReference?: number | undefined;
  readonly protocolIdentifier?: number | Pick<ProtocolIdentifier, "value"> | undefined;
  readonly commandType: number | Pick<CommandType, "value">;
  readonly messageNumber?: number | undefined;
  readonly destination: AddressDescription;
  /** Octets, or their hex. */
  readonly commandData?: string | Uint8Array | undefined;
}

/** Anything that `encode` takes: what `decode` returns is among it. */
export type TpduDescription =
  | DeliverDescription
  | SubmitDescription
  | DeliverReportDescription
  | SubmitReportDescription
  | StatusReportDescription
  | CommandDescription;

import { toHex } from "../octets.ts";
import { VALIDITY_PERIOD_FORMATS } from "../validity-period.ts";
import { encodeAddress, encodeSmsc } from "./address.ts";
import type {
  CommandDescription,
  DeliverDescription,
  DeliverReportDescription,
  ParametersDescription,
  StatusReportDescription,
  SubmitDescription,
  SubmitReportDescription,
  TpduDescription,
} from "./descriptions.ts";
import { encodeFirstOctet } from "./first-octet.ts";
import { dataOctetsOf, octetOf, unencodable } from "./octets-of.ts";
import { encodeTimeStamp } from "./time-stamp.ts";
import { encodeUserData } from "./user-data.ts";
import { encodeValidityPeriod } from "./validity-period.ts";

/** How to write a PDU. */
export interface EncodeOptions {
  /** Whether a service centre is written in front; default `present`, a single 0 where there is none. */
  readonly smsc?: "present" | "absent" | undefined;
}

const HEADER_BIT = 0x40;

/**
 * The octets of a TPDU (3GPP TS 23.040, 9.2.2). Takes what `decode` returns, and gives back the same octets where they
 * were free of diagnostics; takes plain descriptions with defaults alike. Throws a `PduError` with code `UNENCODABLE`
 * and the field that cannot be written; nothing is returned half-written.
 */
export function encode(tpdu: TpduDescription, options: EncodeOptions = {}): Uint8Array {
  const smsc = options.smsc === "absent" ? [] : encodeSmsc(tpdu.smsc);
  return Uint8Array.from([...smsc, ...body(tpdu)]);
}

/** `encode` as upper-case hex. */
export function encodeHex(tpdu: TpduDescription, options: EncodeOptions = {}): string {
  return toHex(encode(tpdu, options));
}

/** An SMS-DELIVER without its `type` named. See `encode`. */
export function encodeDeliver(
  deliver: Omit<DeliverDescription, "type">,
  options: EncodeOptions = {},
): Uint8Array {
  return encode({ ...deliver, type: "SMS-DELIVER" }, options);
}

/** An SMS-SUBMIT without its `type` named. See `encode`. */
export function encodeSubmit(
  submit: Omit<SubmitDescription, "type">,
  options: EncodeOptions = {},
): Uint8Array {
  return encode({ ...submit, type: "SMS-SUBMIT" }, options);
}

function body(tpdu: TpduDescription): readonly number[] {
  switch (tpdu.type) {
    case "SMS-DELIVER":
      return deliver(tpdu);
    case "SMS-SUBMIT":
      return submit(tpdu);
    case "SMS-DELIVER-REPORT":
      return deliverReport(tpdu);
    case "SMS-SUBMIT-REPORT":
      return submitReport(tpdu);
    case "SMS-STATUS-REPORT":
      return statusReport(tpdu);
    case "SMS-COMMAND":
      return command(tpdu);
    default:
      throw unencodable("TP-MTI", "stands for no message type of that name");
  }
}

function deliver(tpdu: DeliverDescription): readonly number[] {
  const { dataCoding, hasHeader, octets } = encodeUserData(tpdu);
  return [
    encodeFirstOctet(tpdu.type, tpdu.firstOctet, hasHeader ? HEADER_BIT : 0),
    ...encodeAddress("TP-OA", tpdu.originator),
    octetOf("TP-PID", tpdu.protocolIdentifier, 0),
    dataCoding,
    ...encodeTimeStamp("TP-SCTS", tpdu.timestamp),
    ...octets,
  ];
}

function submit(tpdu: SubmitDescription): readonly number[] {
  const { dataCoding, hasHeader, octets } = encodeUserData(tpdu);
  const period = encodeValidityPeriod(tpdu.validityPeriod);
  const derived = (hasHeader ? HEADER_BIT : 0) | (VALIDITY_PERIOD_FORMATS.indexOf(period.format) << 3);
  return [
    encodeFirstOctet(tpdu.type, tpdu.firstOctet, derived),
    octetOf("TP-MR", tpdu.messageReference, 0),
    ...encodeAddress("TP-DA", tpdu.destination),
    octetOf("TP-PID", tpdu.protocolIdentifier, 0),
    dataCoding,
    ...period.octets,
    ...octets,
  ];
}

function deliverReport(tpdu: DeliverReportDescription): readonly number[] {
  const parameters = encodeParameters(tpdu);
  return [
    encodeFirstOctet(tpdu.type, tpdu.firstOctet, parameters.derived),
    ...failureCause(tpdu),
    parameters.indicator,
    ...parameters.octets,
  ];
}

function submitReport(tpdu: SubmitReportDescription): readonly number[] {
  const parameters = encodeParameters(tpdu);
  return [
    encodeFirstOctet(tpdu.type, tpdu.firstOctet, parameters.derived),
    ...failureCause(tpdu),
    parameters.indicator,
    ...encodeTimeStamp("TP-SCTS", tpdu.timestamp),
    ...parameters.octets,
  ];
}

function statusReport(tpdu: StatusReportDescription): readonly number[] {
  const parameters = encodeParameters(tpdu);
  const announces = parameters.indicator !== 0 || (tpdu.parameterIndicator ?? null) !== null;
  return [
    encodeFirstOctet(tpdu.type, tpdu.firstOctet, parameters.derived),
    octetOf("TP-MR", tpdu.messageReference, 0),
    ...encodeAddress("TP-RA", tpdu.recipient),
    ...encodeTimeStamp("TP-SCTS", tpdu.timestamp),
    ...encodeTimeStamp("TP-DT", tpdu.dischargeTime),
    octetOf("TP-ST", tpdu.status, 0),
    ...(announces ? [parameters.indicator, ...parameters.octets] : []),
  ];
}

function command(tpdu: CommandDescription): readonly number[] {
  const data = dataOctetsOf("TP-CD", tpdu.commandData ?? "");
  return [
    encodeFirstOctet(tpdu.type, tpdu.firstOctet, announcedHeader(tpdu.firstOctet)),
    octetOf("TP-MR", tpdu.messageReference, 0),
    octetOf("TP-PID", tpdu.protocolIdentifier, 0),
    octetOf("TP-CT", tpdu.commandType, 0),
    octetOf("TP-MN", tpdu.messageNumber, 0),
    ...encodeAddress("TP-DA", tpdu.destination),
    octetOf("TP-CDL", data.length, 0),
    ...data,
  ];
}

function failureCause({
  failureCause: cause,
  outcome,
}: DeliverReportDescription | SubmitReportDescription): readonly number[] {
  if (outcome === "error" && (cause === null || cause === undefined))
    throw unencodable("TP-FCS", "is missing in a report of an error");
  if (outcome === "ack" && cause !== null && cause !== undefined)
    throw unencodable("TP-FCS", "does not belong in an acknowledgement");
  return cause === null || cause === undefined ? [] : [octetOf("TP-FCS", cause, 0)];
}

interface EncodedParameters {
  /** TP-PI. */
  readonly indicator: number;
  readonly octets: readonly number[];
  /** The header's bit for the first octet. */
  readonly derived: number;
}

/** TP-PID, TP-DCS and TP-UDL with TP-UD, those that are given. Without TP-DCS text is GSM 7-bit. */
function encodeParameters(
  tpdu: ParametersDescription & { readonly firstOctet?: object | undefined },
): EncodedParameters {
  const has = (value: unknown): boolean => value !== null && value !== undefined;
  const identifier = has(tpdu.protocolIdentifier) ? [octetOf("TP-PID", tpdu.protocolIdentifier, 0)] : [];
  const hasUserData = [tpdu.userDataLength, tpdu.text, tpdu.data, tpdu.userDataHeader].some(has);
  const userData = hasUserData ? encodeUserData(tpdu) : null;
  const inferred = userData !== null && userData.dataCoding !== 0 ? [userData.dataCoding] : [];
  const coding = has(tpdu.dataCoding) ? [octetOf("TP-DCS", tpdu.dataCoding, 0)] : inferred;
  const indicator =
    (identifier.length > 0 ? 1 : 0) | (coding.length > 0 ? 2 : 0) | (userData === null ? 0 : 4);
  const derived = userData === null ? announcedHeader(tpdu.firstOctet) : userData.hasHeader ? HEADER_BIT : 0;
  return { indicator, octets: [...identifier, ...coding, ...(userData?.octets ?? [])], derived };
}

/** The header's bit as the description has it, where no user data decide. */
function announcedHeader(firstOctet: object | undefined): number {
  return firstOctet !== undefined &&
    "userDataHeaderIndicator" in firstOctet &&
    firstOctet.userDataHeaderIndicator === true
    ? HEADER_BIT
    : 0;
}

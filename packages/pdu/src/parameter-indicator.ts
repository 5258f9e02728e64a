import type { CharsetDecoder } from "./charset-decoder.ts";
import { type DataCoding, dataCodingOf, readDataCoding } from "./data-coding.ts";
import { type ProtocolIdentifier, readProtocolIdentifier } from "./protocol-identifier.ts";
import { diagnose, type Reading, takeOctet } from "./reading.ts";
import { readUserData, type UserData } from "./user-data.ts";

/** TP-PI: which optional fields follow (3GPP TS 23.040, 9.2.3.27). */
export interface ParameterIndicator {
  readonly value: number;
  readonly protocolIdentifier: boolean;
  readonly dataCoding: boolean;
  readonly userDataLength: boolean;
}

/** The fields that TP-PI announces, null where they are not there. */
export interface OptionalParameters {
  readonly parameterIndicator: ParameterIndicator | null;
  readonly protocolIdentifier: ProtocolIdentifier | null;
  readonly dataCoding: DataCoding | null;
  readonly userDataLength: UserData["userDataLength"] | null;
  readonly userDataHeader: UserData["userDataHeader"];
  readonly concatenation: UserData["concatenation"];
  readonly ports: UserData["ports"];
  readonly nationalLanguage: UserData["nationalLanguage"];
  readonly text: UserData["text"];
  readonly data: UserData["data"];
}

/** What a TP-PI octet says. */
export function parameterIndicatorOf(value: number): ParameterIndicator {
  return {
    value,
    protocolIdentifier: (value & 1) !== 0,
    dataCoding: (value & 2) !== 0,
    userDataLength: (value & 4) !== 0,
  };
}

/** Reads TP-PI. Throws `CUT`. */
export function readParameterIndicator(reading: Reading): ParameterIndicator {
  const indicator = parameterIndicatorOf(takeOctet(reading, "TP-PI", "TP-PI"));
  if ((indicator.value & 0xf8) !== 0)
    diagnose(
      reading,
      "PARAMETER_INDICATOR_RESERVED",
      "TP-PI",
      reading.position - 1,
      1,
      "TP-PI has reserved bits set.",
    );
  return indicator;
}

const NOTHING: OptionalParameters = {
  parameterIndicator: null,
  protocolIdentifier: null,
  dataCoding: null,
  userDataLength: null,
  userDataHeader: null,
  concatenation: null,
  ports: null,
  nationalLanguage: null,
  text: null,
  data: null,
};

/**
 * Reads the fields that TP-PI announces, in their order: TP-PID, TP-DCS, TP-UDL with TP-UD. One that is announced and
 * missing gives a diagnostic of severity `error`, and so do the ones behind it. Without TP-DCS text is GSM 7-bit.
 */
export function readOptionalParameters(
  reading: Reading,
  indicator: ParameterIndicator | null,
  headerIndicated: boolean,
  charset: CharsetDecoder | undefined,
): OptionalParameters {
  if (indicator === null) return NOTHING;
  const protocolIdentifier = announced(reading, indicator.protocolIdentifier, "TP-PID")
    ? readProtocolIdentifier(reading)
    : null;
  const dataCoding = announced(reading, indicator.dataCoding, "TP-DCS") ? readDataCoding(reading) : null;
  const userData = announced(reading, indicator.userDataLength, "TP-UDL")
    ? readUserData(reading, dataCoding ?? dataCodingOf(0), headerIndicated, charset)
    : null;
  return { ...NOTHING, ...userData, parameterIndicator: indicator, protocolIdentifier, dataCoding };
}

function announced(reading: Reading, flag: boolean, field: "TP-PID" | "TP-DCS" | "TP-UDL"): boolean {
  if (!flag) return false;
  if (reading.position < reading.octets.length) return true;
  diagnose(
    reading,
    "PARAMETER_MISSING",
    field,
    reading.position,
    0,
    `TP-PI announces ${field}, but no octets are left.`,
  );
  return false;
}

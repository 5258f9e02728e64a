import type { Diagnostic } from "../diagnostic.ts";
import { octetAt, octetsOf } from "../octets.ts";
import { PduError } from "../pdu-error.ts";
import { diagnose, diagnoseLost, need, octetCount, type Reading, startReading } from "../reading.ts";
import type { ReportOutcome } from "../sms-deliver-report.ts";
import { readSmscAddress, type SmscAddress } from "../smsc-address.ts";
import type { Direction } from "../tpdu.ts";
import { type RpCause, rpCauseOf } from "./rp-cause.ts";

interface RpCommon {
  readonly direction: Direction;
  /** RP-Message Reference. */
  readonly reference: number;
  /** What was odd; offsets count from the start of the RPDU. */
  readonly diagnostics: readonly Diagnostic[];
}

/** RP-DATA: carries an SMS-DELIVER, SMS-STATUS-REPORT, SMS-SUBMIT or SMS-COMMAND (3GPP TS 24.011, 7.3.1). */
export interface RpData extends RpCommon {
  readonly messageType: "RP-DATA";
  /** RP-Originator Address: the service centre, towards the mobile; else null. */
  readonly originator: SmscAddress | null;
  /** RP-Destination Address: the service centre, towards the network; else null. */
  readonly destination: SmscAddress | null;
  /** RP-User Data. Decode it with `smsc: "absent"` and the direction. */
  readonly tpdu: Uint8Array;
}

/** RP-ACK: may carry an SMS-DELIVER-REPORT or SMS-SUBMIT-REPORT (3GPP TS 24.011, 7.3.3). */
export interface RpAck extends RpCommon {
  readonly messageType: "RP-ACK";
  /** RP-User Data, null when there is none. */
  readonly tpdu: Uint8Array | null;
  /** For `decode`: the report acknowledges. */
  readonly outcome: Extract<ReportOutcome, "ack">;
}

/** RP-ERROR: a cause, and perhaps a report (3GPP TS 24.011, 7.3.4). */
export interface RpError extends RpCommon {
  readonly messageType: "RP-ERROR";
  readonly cause: RpCause;
  /** RP-User Data, null when there is none. */
  readonly tpdu: Uint8Array | null;
  /** For `decode`: the report refuses. */
  readonly outcome: Extract<ReportOutcome, "error">;
}

/** RP-SMMA: the mobile has memory again (3GPP TS 24.011, 7.3.2). */
export interface RpSmma extends RpCommon {
  readonly messageType: "RP-SMMA";
}

/** A message of the short message relay layer, as IMS and the A interface carry it. */
export type RpMessage = RpData | RpAck | RpError | RpSmma;

/** RP-User Data as an optional element: its identifier (3GPP TS 24.011, 7.3.3 and 7.3.4). */
const USER_DATA = 0x41;

/**
 * Takes the TPDU out of an RPDU (3GPP TS 24.011, 7.3 and 8.2): RP-DATA, RP-ACK and RP-ERROR in both directions,
 * RP-SMMA. Spare bits of the first octet are ignored, as a receiver shall. Throws `PduError`: `NOT_HEX`, `EMPTY`,
 * `TOO_LONG`, `WRONG_MESSAGE_TYPE` (RP) for a reserved type, `CUT` (RP, or SMSC for an address) with the offset
 * where octets are missing.
 */
export function unwrapRpData(rpdu: string | Uint8Array): RpMessage {
  const reading = startReading(octetsOf(rpdu), false);
  const type = take(reading, "RP-Message Type") & 7;
  const direction: Direction = (type & 1) === 0 ? "to-network" : "to-mobile";
  if (type === 7) throw new PduError("WRONG_MESSAGE_TYPE", "RP", 0, "RP-Message Type 7 is reserved.");
  const common = {
    direction,
    reference: take(reading, "RP-Message Reference"),
    diagnostics: reading.diagnostics,
  };
  const message = readBody(reading, type >> 1, common);
  const left = reading.octets.length - reading.position;
  if (left > 0)
    diagnoseLost(
      reading,
      "OCTETS_AFTER_END",
      "RP",
      reading.position,
      left,
      `${octetCount(left)} left behind the ${message.messageType}.`,
    );
  return message;
}

function readBody(reading: Reading, type: number, common: RpCommon): RpMessage {
  if (type === 0) {
    const originator = readSmscAddress(reading);
    const destination = readSmscAddress(reading);
    return { messageType: "RP-DATA", ...common, originator, destination, tpdu: takeUserData(reading) };
  }
  if (type === 1)
    return { messageType: "RP-ACK", ...common, tpdu: takeOptionalUserData(reading), outcome: "ack" };
  if (type === 2) {
    const cause = takeCause(reading);
    return {
      messageType: "RP-ERROR",
      ...common,
      cause,
      tpdu: takeOptionalUserData(reading),
      outcome: "error",
    };
  }
  return { messageType: "RP-SMMA", ...common };
}

function take(reading: Reading, name: string): number {
  need(reading, 1, "RP", `${name} needs an octet`);
  reading.position += 1;
  return octetAt(reading.octets, reading.position - 1);
}

/** Takes as many octets as the one in front says. */
function takeCounted(reading: Reading, name: string): Uint8Array {
  const length = take(reading, `${name} length`);
  need(reading, length, "RP", `${name} says ${length === 1 ? "1 octet" : `${length} octets`}`);
  reading.position += length;
  return reading.octets.subarray(reading.position - length, reading.position);
}

function takeUserData(reading: Reading): Uint8Array {
  return takeCounted(reading, "RP-User Data");
}

function takeOptionalUserData(reading: Reading): Uint8Array | null {
  if (octetAt(reading.octets, reading.position) !== USER_DATA) return null;
  reading.position += 1;
  return takeUserData(reading);
}

function takeCause(reading: Reading): RpCause {
  const { position } = reading;
  const octets = takeCounted(reading, "RP-Cause");
  if (octets.length === 0)
    throw new PduError("CUT", "RP", position, "RP-Cause says 0 octets; it has 1 or 2.");
  if (octets.length > 2)
    diagnose(
      reading,
      "ELEMENT_LENGTH_WRONG",
      "RP",
      position,
      1,
      `RP-Cause has ${octets.length} octets; it has 1 or 2.`,
    );
  return rpCauseOf(octetAt(octets, 0), octets.length > 1 ? octetAt(octets, 1) : null);
}

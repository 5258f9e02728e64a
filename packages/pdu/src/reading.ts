import { DIAGNOSTICS, type Diagnostic, type DiagnosticCode, type Field } from "./diagnostic.ts";
import { octetAt, toHex } from "./octets.ts";
import { PduError } from "./pdu-error.ts";
import type { Tpdu } from "./tpdu.ts";

/** One piece of a PDU as a field reader met it, kept for `dissect`. */
export interface TracedPart {
  readonly part: PartName;
  readonly offset: number;
  readonly length: number;
  /** What was read there; its type goes with the part. */
  readonly value: unknown;
}

/** The address of a TPDU, of whichever field. */
export type AddressField = "TP-OA" | "TP-DA" | "TP-RA";

/** What a piece of a PDU is called. */
export type PartName =
  | "SMSC length"
  | "SMSC type"
  | "SMSC"
  | "first octet"
  | AddressField
  | `${AddressField} length`
  | `${AddressField} type`
  | "TP-PID"
  | "TP-DCS"
  | "TP-SCTS"
  | "TP-DT"
  | "TP-VP"
  | "TP-MR"
  | "TP-MN"
  | "TP-ST"
  | "TP-FCS"
  | "TP-PI"
  | "TP-CT"
  | "TP-CDL"
  | "TP-CD"
  | "TP-UDL"
  | "TP-UDHL"
  | "IEI"
  | "IEDL"
  | "IED"
  | "TP-UDH"
  | "TP-UD";

/** One pass over the octets of a PDU: where the reader stands, and what it noticed. */
export interface Reading {
  readonly octets: Uint8Array;
  position: number;
  readonly diagnostics: Diagnostic[];
  /** Every piece in order, when somebody wants them. */
  readonly trace: TracedPart[] | null;
}

/** Starts a pass at octet 0. */
export function startReading(octets: Uint8Array, traced: boolean): Reading {
  return { octets, position: 0, diagnostics: [], trace: traced ? [] : null };
}

/** Throws `CUT` unless `count` more octets are there. */
export function need(reading: Reading, count: number, field: Field, says: string): void {
  const left = reading.octets.length - reading.position;
  if (left < count)
    throw new PduError("CUT", field, reading.position, `${says}, but ${octetCount(left)} left.`);
}

/** Takes one octet and records it as a part, with what else the part's describer has to know. */
export function takeOctet(reading: Reading, part: PartName, field: Field, context: unknown = null): number {
  need(reading, 1, field, `${part} needs an octet`);
  record(reading, part, 1, context);
  reading.position += 1;
  return octetAt(reading.octets, reading.position - 1);
}

/** Takes the first octet of a TPDU of this type. */
export function takeFirstOctet(reading: Reading, type: Tpdu["type"]): number {
  return takeOctet(reading, "first octet", "TP-MTI", type);
}

/** Notes and keeps what stands behind the last field. */
export function noteOctetsAfterEnd(reading: Reading): void {
  const left = reading.octets.length - reading.position;
  if (left > 0)
    diagnoseLost(
      reading,
      "OCTETS_AFTER_END",
      "PDU",
      reading.position,
      left,
      `${octetCount(left)} left behind the last field.`,
    );
}

/** Records the next `length` octets as a part; the position stays. */
export function record(reading: Reading, part: PartName, length: number, value: unknown): void {
  reading.trace?.push({ part, offset: reading.position, length, value });
}

/** Notes something odd. */
export function diagnose(
  reading: Reading,
  code: DiagnosticCode,
  field: Field,
  offset: number,
  length: number,
  message: string,
): void {
  reading.diagnostics.push({ code, severity: DIAGNOSTICS[code], field, offset, length, message });
}

/** Notes something odd about octets that the value will not hold, and keeps them. */
export function diagnoseLost(
  reading: Reading,
  code: DiagnosticCode,
  field: Field,
  offset: number,
  length: number,
  message: string,
): void {
  const hex = toHex(reading.octets, offset, offset + length);
  reading.diagnostics.push({ code, severity: DIAGNOSTICS[code], field, offset, length, message, hex });
}

/** `1 octet is`, `3 octets are`. */
export function octetCount(count: number): string {
  return count === 1 ? "1 octet is" : `${count === 0 ? "no" : count} octets are`;
}

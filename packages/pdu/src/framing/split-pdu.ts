import type { Diagnostic } from "../diagnostic.ts";
import { octetAt, octetsOf } from "../octets.ts";
import { PduError } from "../pdu-error.ts";
import { startReading } from "../reading.ts";
import { readSmscAddress, type SmscAddress } from "../smsc-address.ts";

/** A PDU as modems give it, taken apart. */
export interface SplitPdu {
  /** The service centre; null when its length is 0, or when none stands in front. */
  readonly smsc: SmscAddress | null;
  /** The TPDU alone: a view of the octets given, or of those of the hex. */
  readonly tpdu: Uint8Array;
  /** What was odd about the service centre. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Where the TPDU begins when it has so many octets: behind a service centre, at 0 without one, else -1. */
export function tpduOffset(octets: number, first: number, tpduLength: number): number {
  const inFront = octets - tpduLength;
  return inFront === 0 || inFront === 1 + first ? inFront : -1;
}

/**
 * Takes the service centre off a PDU by the length of its TPDU in octets, as AT commands give it (3GPP TS 27.005,
 * 3.1 `<length>`). Throws `PduError`: `NOT_HEX`, `EMPTY`, `TOO_LONG`, `CUT` (SMSC), or `TPDU_LENGTH_WRONG` when the
 * length fits neither with a service centre nor without.
 */
export function splitPdu(pdu: string | Uint8Array, tpduLength: number): SplitPdu {
  const octets = octetsOf(pdu);
  const offset = tpduOffset(octets.length, octetAt(octets, 0), tpduLength);
  if (offset < 0)
    throw new PduError(
      "TPDU_LENGTH_WRONG",
      "PDU",
      0,
      `A TPDU of ${tpduLength} octets fits in these ${octets.length} neither with a service centre nor without.`,
    );
  const reading = startReading(octets, false);
  const smsc = offset === 0 ? null : readSmscAddress(reading);
  return { smsc, tpdu: octets.subarray(offset), diagnostics: reading.diagnostics };
}

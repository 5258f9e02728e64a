import { cleanDeliver, type DecodeOptions, passOver, strictly } from "./decode-deliver.ts";
import type { ReportOutcome } from "./sms-deliver-report.ts";
import type { Outcome } from "./smsc-presence.ts";
import { type Direction, mayBegin, readTpdu, type Tpdu } from "./tpdu.ts";

/** How to read a TPDU of any type. */
export interface DecodeTpduOptions extends DecodeOptions {
  /** Which way it goes: TP-MTI alone does not say. */
  readonly direction: Direction;
  /** Whether a report rides on an RP-ACK or an RP-ERROR, where the caller knows. */
  readonly outcome?: ReportOutcome | undefined;
}

/** One pass over a TPDU of any type. Throws `NOT_HEX`, `EMPTY` or `TOO_LONG`. */
export function passOverTpdu(
  pdu: string | Uint8Array,
  options: DecodeTpduOptions,
  traced: boolean,
): Outcome<Tpdu> {
  return passOver(pdu, options, mayBegin, (reading, smsc) => readTpdu(reading, smsc, options), traced);
}

/**
 * One TPDU of any type, from hex or octets (3GPP TS 23.040, 9.2.2): a union discriminated by `type`. Errors and
 * diagnostics as in `decodeDeliver`.
 */
export function decode(pdu: string | Uint8Array, options: DecodeTpduOptions): Tpdu {
  const clean = options.direction === "to-mobile" ? cleanDeliver(pdu, options) : null;
  return clean ?? strictly(passOverTpdu(pdu, options, false), options);
}

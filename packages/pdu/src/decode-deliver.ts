import type { CharsetDecoder } from "./charset-decoder.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { decodeDeliverFast } from "./fast/deliver.ts";
import { octetsOf } from "./octets.ts";
import { PduError } from "./pdu-error.ts";
import { readDeliver, type SmsDeliver } from "./sms-deliver.ts";
import { type Outcome, type ReadTpdu, readEither, type SmscPresence } from "./smsc-presence.ts";

/** How to read a PDU. */
export interface DecodeOptions {
  /** Whether a service centre stands in front; default `auto`. */
  readonly smsc?: SmscPresence | undefined;
  /** Octets of the TPDU alone, as in `+CMT: ,<length>`: settles `auto`. */
  readonly tpduLength?: number | undefined;
  /** Throw the first diagnostic of severity `error` as a `PduError`. */
  readonly strict?: boolean | undefined;
  /** The century of TP-SCTS: 20 or 2000. Default: 19 for years from 90, else 20. */
  readonly century?: number | undefined;
  /** Reads 8-bit data and KS C 5601; see `@smsproof/pdu/charsets`. */
  readonly charset?: CharsetDecoder | undefined;
}

/** One pass over a PDU by the plain readers. Throws `NOT_HEX`, `EMPTY` or `TOO_LONG`. */
export function passOver<T>(
  pdu: string | Uint8Array,
  options: DecodeOptions,
  mayBegin: (firstOctet: number) => boolean,
  read: ReadTpdu<T>,
  traced: boolean,
): Outcome<T> {
  const { smsc = "auto", tpduLength } = options;
  return readEither({ octets: octetsOf(pdu), smsc, tpduLength, mayBegin, traced }, read);
}

/** What came of a pass: the value, or its error thrown; with `strict` also the first diagnostic that is one. */
export function strictly<T extends { readonly diagnostics: readonly Diagnostic[] }>(
  { value, error }: Outcome<T>,
  { strict }: DecodeOptions,
): T {
  if (error !== null) throw error;
  const worst = strict ? value.diagnostics.find(({ severity }) => severity === "error") : undefined;
  if (worst !== undefined) throw new PduError(worst.code, worst.field, worst.offset, worst.message);
  return value;
}

/** `decodeDeliver` without its fast path: what the fast path is held equal to. */
export function decodeDeliverPlainly(pdu: string | Uint8Array, options: DecodeOptions = {}): SmsDeliver {
  const isDeliver = (firstOctet: number): boolean => (firstOctet & 3) === 0;
  return strictly(
    passOver(pdu, options, isDeliver, (reading, smsc) => readDeliver(reading, smsc, options), false),
    options,
  );
}

/**
 * One SMS-DELIVER, from hex or octets, with everything that it says (3GPP TS 23.040, 9.2.2.1). Throws a `PduError`
 * where there is no such message: `NOT_HEX`, `EMPTY`, `TOO_LONG`, `WRONG_MESSAGE_TYPE`, `CUT` (before the user
 * data length). Everything else gives a value and diagnostics; `strict` throws the first one of severity `error`.
 */
export function decodeDeliver(pdu: string | Uint8Array, options: DecodeOptions = NO_OPTIONS): SmsDeliver {
  return cleanDeliver(pdu, options) ?? decodeDeliverPlainly(pdu, options);
}

const NO_OPTIONS: DecodeOptions = {};

/** What the fast path makes of a PDU; null where it has to be read plainly. Clean messages do not mind `strict`. */
export function cleanDeliver(
  pdu: string | Uint8Array,
  { smsc, tpduLength, century }: DecodeOptions,
): SmsDeliver | null {
  const isUsual = smsc !== "absent" && tpduLength === undefined && century === undefined;
  return isUsual && typeof pdu === "string" ? decodeDeliverFast(pdu) : null;
}

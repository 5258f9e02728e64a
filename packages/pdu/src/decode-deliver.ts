import type { CharsetDecoder } from "./charset-decoder.ts";
import { decodeDeliverFast } from "./fast/deliver.ts";
import { octetsOf } from "./octets.ts";
import { PduError } from "./pdu-error.ts";
import { readDeliver, type SmsDeliver } from "./sms-deliver.ts";
import { type Outcome, readEither, type SmscPresence } from "./smsc-presence.ts";

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

/** One pass over an SMS-DELIVER, by the plain readers. Throws `NOT_HEX`, `EMPTY` or `TOO_LONG`. */
export function passOverDeliver(
  pdu: string | Uint8Array,
  options: DecodeOptions,
  traced: boolean,
): Outcome<SmsDeliver> {
  return readEither(
    {
      octets: octetsOf(pdu),
      smsc: options.smsc ?? "auto",
      tpduLength: options.tpduLength,
      mayBegin: (firstOctet) => (firstOctet & 3) === 0,
      traced,
    },
    (reading, smsc) => readDeliver(reading, smsc, options),
  );
}

/** `decodeDeliver` without its fast path: what the fast path is held equal to. */
export function decodeDeliverPlainly(pdu: string | Uint8Array, options: DecodeOptions = {}): SmsDeliver {
  const { value, error } = passOverDeliver(pdu, options, false);
  if (error !== null) throw error;
  if (options.strict) {
    const worst = value.diagnostics.find(({ severity }) => severity === "error");
    if (worst !== undefined) throw new PduError(worst.code, worst.field, worst.offset, worst.message);
  }
  return value;
}

/**
 * One SMS-DELIVER, from hex or octets, with everything that it says (3GPP TS 23.040, 9.2.2.1). Throws a `PduError`
 * where there is no such message: `NOT_HEX`, `EMPTY`, `TOO_LONG`, `WRONG_MESSAGE_TYPE`, `CUT` (before the user
 * data length). Everything else gives a value and diagnostics; `strict` throws the first one of severity `error`.
 */
export function decodeDeliver(pdu: string | Uint8Array, options: DecodeOptions = NO_OPTIONS): SmsDeliver {
  const fast = typeof pdu === "string" && isUsual(options) ? decodeDeliverFast(pdu) : null;
  return fast ?? decodeDeliverPlainly(pdu, options);
}

const NO_OPTIONS: DecodeOptions = {};

/** Whether the options leave clean PDUs as the fast path reads them; `strict` does. */
function isUsual({ smsc, tpduLength, century }: DecodeOptions): boolean {
  return smsc !== "absent" && tpduLength === undefined && century === undefined;
}

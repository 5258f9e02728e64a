import { decode, encodingExists } from "iconv-lite";
import type { CharsetDecoder } from "../charset-decoder.ts";

export type { CharsetDecoder } from "../charset-decoder.ts";

/** Which charsets user data is read in where the PDU does not say. */
export interface CharsetOptions {
  /** The charset of 8-bit data, by any name that iconv-lite knows, such as `windows-1251`. Default: left as octets. */
  readonly eightBit?: string | undefined;
}

/**
 * A decoder for the `charset` option of `decodeDeliver`: KS C 5601 (TP-DCS 0x84), and 8-bit data when its charset
 * is named. Throws a `RangeError` for a charset that nobody knows.
 */
export function charsets(options: CharsetOptions = {}): CharsetDecoder {
  const { eightBit } = options;
  if (eightBit !== undefined && !encodingExists(eightBit))
    throw new RangeError(`unknown charset: ${eightBit}`);
  return (octets, alphabet) => {
    if (alphabet === "ksc5601") return decode(octets, "cp949");
    return eightBit === undefined ? null : decode(octets, eightBit);
  };
}

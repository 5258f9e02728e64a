import type { Alphabet } from "./data-coding.ts";

/**
 * Turns user data into text where the core cannot: 8-bit data and KS C 5601. Null means that it does not know
 * either. `charsets()` of `@smsproof/pdu/charsets` makes one.
 */
export type CharsetDecoder = (
  octets: Uint8Array,
  alphabet: Extract<Alphabet, "8bit" | "ksc5601">,
) => string | null;

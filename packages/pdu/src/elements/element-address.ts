import type { Address } from "../address.ts";
import { encodeAddress } from "../encode/address.ts";
import { DEFAULT_ALPHABET } from "../gsm7/alphabet.ts";
import { pack, unpack } from "../gsm7/septets.ts";
import { decodeSeptets, encode } from "../gsm7/text.ts";
import { octetAt } from "../octets.ts";
import { isPduError } from "../pdu-error.ts";
import { digitsOf } from "../semi-octets.ts";
import { typeOfAddress } from "../type-of-address.ts";
import { octetsInWords, shown, unencodableElement } from "./element-fault.ts";

/** Reply address: element 22, where an answer is to go instead of TP-OA (3GPP TS 23.040, 9.2.3.24.10.1.17). */
export interface ReplyAddress {
  readonly kind: "reply-address";
  readonly address: Address;
}

/** An address within an element, and the octet behind it. */
export interface PlacedAddress {
  readonly address: Address;
  readonly end: number;
}

/** The longest address, in semi-octets (3GPP TS 23.040, 9.1.2.5). */
const MAX_SEMI_OCTETS = 20;

/** Semi-octets of 7 letters, which leave room for an eighth: a zero there is padding. */
const PADDED = 14;

/** The field whose rules an address in an element follows. */
const FIELD = "TP-RA";

/**
 * Reads an address that stands like TP-OA (3GPP TS 23.040, 9.1.2.5) from octet `start`, or says what is wrong with
 * it: here an address is right only if the very same octets can be written for it.
 */
export function readElementAddress(octets: Uint8Array, start: number): PlacedAddress | string {
  const length = octetAt(octets, start);
  const digitsAt = start + 2;
  const end = digitsAt + Math.ceil(length / 2);
  if (end > octets.length) return "ends within an address";
  if (length > MAX_SEMI_OCTETS)
    return `has an address of ${length} semi-octets; the most is ${MAX_SEMI_OCTETS}`;
  const { ton, npi, extension } = typeOfAddress(octetAt(octets, start + 1));
  if (!extension) return "has an address whose type lacks bit 8, which is always 1";
  const field = octets.subarray(digitsAt, end);
  if (ton === "alphanumeric") {
    const padded = length === PADDED && octetAt(field, 6) >> 1 === 0;
    const letters = decodeSeptets(unpack(field, padded ? 7 : Math.floor((4 * length) / 7)), DEFAULT_ALPHABET);
    const again = pack(encode(letters) ?? new Uint8Array(0));
    if (field.some((octet, index) => octet !== octetAt(again, index)))
      return "has an address with letters that are undefined, or with bits behind them";
    return { address: { address: letters, ton, npi, length }, end };
  }
  const { digits, fillerInside } = digitsOf(octets, digitsAt, length);
  if (fillerInside) return "has an address with filler where a digit should be";
  if (length % 2 === 1 && octetAt(octets, end - 1) >> 4 !== 15)
    return "has an address with an odd number of digits and no filler behind them";
  const address = ton === "international" && digits !== "" ? `+${digits}` : digits;
  return { address: { address, ton, npi, length }, end };
}

/** The octets of an address, length and type in front. Throws `UNENCODABLE`. */
export function writeElementAddress(element: string, property: string, address: Address): readonly number[] {
  const given: unknown = (address as Address | null | undefined)?.address;
  if (typeof given !== "string")
    throw unencodableElement(element, `has ${shown(address)} instead of ${property}`);
  const octets = encoded(element, property, address);
  const [length] = octets;
  // A description may leave the length out; one that contradicts the address would not be read back.
  if (address.length !== undefined && address.length !== length)
    throw unencodableElement(
      element,
      `has ${property} of length ${shown(address.length)} whose address takes ${length}`,
    );
  return octets;
}

function encoded(element: string, property: string, address: Address): readonly number[] {
  try {
    return encodeAddress(FIELD, address);
  } catch (error) {
    if (!isPduError(error)) throw error;
    throw unencodableElement(
      element,
      `has ${property} that ${error.message.slice(FIELD.length + 1).replace(/\.$/, "")}`,
    );
  }
}

/** Element 22, or what is wrong with it. */
export function readReplyAddress(octets: Uint8Array): ReplyAddress | string {
  const read = readElementAddress(octets, 0);
  if (typeof read === "string") return read;
  const { address, end } = read;
  const behind = octets.length - end;
  return behind === 0
    ? { kind: "reply-address", address }
    : `has ${octetsInWords(behind)} more than its address`;
}

/** The octets of element 22. Throws `UNENCODABLE`. */
export function writeReplyAddress({ kind, address }: ReplyAddress): readonly number[] {
  return writeElementAddress(kind, "an address", address);
}

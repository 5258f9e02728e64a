import { gsm7 } from "@smsproof/pdu";
import { septetOf } from "../charset/gsm-tables.ts";

type Octets = readonly number[] | null;

const utf16 = (text: string): Octets =>
  Array.from(text, (character) => character.charCodeAt(0)).flatMap((unit) => [unit >> 8, unit & 0xff]);
const latin1 = (text: string): Octets =>
  /^[\0-\xff]+$/.test(text) ? Array.from(text, (character) => character.charCodeAt(0)) : null;
const gsm = (text: string): Octets => {
  const septets = Array.from(text, septetOf);
  return septets.some((septet) => septet === undefined) ? null : septets.map((septet) => septet ?? 0);
};
const packed = (text: string): Octets => {
  const septets = gsm(text);
  return septets === null ? null : [...gsm7.pack(Uint8Array.from(septets))];
};
const hex = (text: string): Octets => {
  const digits = text.replace(/[\s:,-]/g, "");
  return /^(?:[0-9a-f]{2})+$/i.test(digits)
    ? (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
    : null;
};

const READERS: readonly ((text: string) => Octets)[] = [gsm, latin1, packed, utf16, hex];

/**
 * Whether a text that was put in begins with the octets of a user data header that announces a part (3GPP TS
 * 23.040, 9.2.3.24.1 and 9.2.3.24.8), shown in GSM 7-bit, unpacked as septets, in Latin-1, in UCS-2 or as hex.
 */
export function isVisibleHeader(added: string): boolean {
  if (added.length < 3 || added.length > 40) return false;
  return READERS.some((read) => {
    const octets = read(added);
    return octets !== null && (isPartHeader(octets) || isPartHeader(octets.slice(1)));
  });
}

function isPartHeader(octets: readonly number[]): boolean {
  const [length, identifier, size] = octets;
  if (length === 5 && identifier === 0 && size === 3) return isPart(octets[4], octets[5]);
  return length === 6 && identifier === 8 && size === 4 && isPart(octets[5], octets[6]);
}

/** The reference is any octet, the rest of a packed header may end inside the last septet. */
const isPart = (total: number | undefined, part: number | undefined): boolean =>
  total !== undefined && total > 0 && (part === undefined || (part > 0 && part <= total));

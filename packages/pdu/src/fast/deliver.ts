import { type Address, readAddress } from "../address.ts";
import { type DataCoding, dataCodingOf } from "../data-coding.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { elementName } from "../header-elements.ts";
import { MAX_PDU_OCTETS, octetAt, toHex } from "../octets.ts";
import { isReservedProtocolIdentifier, protocolIdentifierOf } from "../protocol-identifier.ts";
import { type Reading, startReading } from "../reading.ts";
import { timeStampAt } from "../service-centre-time-stamp.ts";
import { deliverFirstOctetOf, type SmsDeliver } from "../sms-deliver.ts";
import { readSmscAddress, type SmscAddress } from "../smsc-address.ts";
import type { Concatenation, UserDataHeader } from "../user-data-header.ts";
import { LATIN1, LATIN1_PAIRS, OCTETS, pairTable, strings } from "./strings.ts";
import { readFastText } from "./text.ts";

/** Every clean result has the same diagnostics: none. */
const NONE: readonly Diagnostic[] = Object.freeze([]);

/**
 * The fast path of `decodeDeliver`: clean PDUs of the usual kind, from hex. Null for anything else, which the
 * plain readers then read. What it returns equals what they return; a property test holds it to that.
 */
export function decodeDeliverFast(hex: string): SmsDeliver | null {
  const length = hex.length >> 1;
  if (hex.length % 2 !== 0 || length > MAX_PDU_OCTETS || strings().writeHex(hex) !== length) return null;
  const afterSmsc = 1 + octetAt(OCTETS, 0);
  // The shortest rest is first octet, empty originator, TP-PID, TP-DCS, TP-SCTS and TP-UDL.
  if (afterSmsc + 13 > length) return null;
  const first = octetAt(OCTETS, afterSmsc);
  const addressEnd = afterSmsc + 3 + ((octetAt(OCTETS, afterSmsc + 1) + 1) >> 1);
  if ((first & 3) !== 0 || addressEnd + 10 > length) return null;

  const smsc = afterSmsc === 1 ? null : SMSC_CACHE.get(0, afterSmsc);
  const originator = digitsAddress(afterSmsc + 1) ?? ADDRESS_CACHE.get(afterSmsc + 1, addressEnd);
  if (smsc === undefined || originator === undefined) return null;

  const protocolIdentifier = protocolIdentifierOf(octetAt(OCTETS, addressEnd));
  const dataCoding = dataCodingOf(octetAt(OCTETS, addressEnd + 1));
  if (isReservedProtocolIdentifier(protocolIdentifier.value) || !isPlainText(dataCoding)) return null;

  const timestampAt = addressEnd + 2;
  const timestamp = timeStampAt(OCTETS, timestampAt, undefined, timeStampHex(hex, timestampAt));
  if (timestamp.iso === null) return null;

  const userDataLength = octetAt(OCTETS, addressEnd + 9);
  const start = addressEnd + 10;
  const headerOctets = (first & 0x40) === 0 ? 0 : concatenationHeaderOctets(start, length);
  if (headerOctets < 0) return null;
  const text = readFastText({ start, end: length, headerOctets, userDataLength }, dataCoding.alphabet);
  if (text === null) return null;

  const concatenation = headerOctets === 0 ? null : concatenationAt(start);
  if (
    concatenation !== null &&
    (concatenation.sequence === 0 || concatenation.sequence > concatenation.total)
  )
    return null;
  return {
    type: "SMS-DELIVER",
    smsc,
    firstOctet: deliverFirstOctetOf(first),
    originator,
    protocolIdentifier,
    dataCoding,
    timestamp,
    userDataLength,
    userDataHeader: headerOctets === 0 ? null : headerAt(start),
    concatenation,
    ports: null,
    nationalLanguage: null,
    text,
    data: null,
    diagnostics: NONE,
  };
}

/** The hex of TP-SCTS. Only the sign of its zone can make a letter of a digit in a possible time. */
function timeStampHex(hex: string, at: number): string {
  const raw = hex.slice(2 * at, 2 * at + 14);
  return (octetAt(OCTETS, at + 6) & 15) > 9 ? raw.toUpperCase() : raw;
}

function isPlainText({ alphabet, compressed, reserved }: DataCoding): boolean {
  return (alphabet === "gsm7" || alphabet === "ucs2") && !compressed && !reserved;
}

/** Octets of a header that holds a concatenation element and nothing else, its length included; -1 for any other. */
function concatenationHeaderOctets(start: number, length: number): number {
  if (start + 7 > length) return -1;
  const kind =
    (octetAt(OCTETS, start) << 16) | (octetAt(OCTETS, start + 1) << 8) | octetAt(OCTETS, start + 2);
  return kind === 0x050003 ? 6 : kind === 0x060804 ? 7 : -1;
}

function concatenationAt(start: number): Concatenation {
  const at = start + 3;
  if (octetAt(OCTETS, start) === 5)
    return {
      reference: octetAt(OCTETS, at),
      bits: 8,
      total: octetAt(OCTETS, at + 1),
      sequence: octetAt(OCTETS, at + 2),
    };
  const reference = (octetAt(OCTETS, at) << 8) | octetAt(OCTETS, at + 1);
  return { reference, bits: 16, total: octetAt(OCTETS, at + 2), sequence: octetAt(OCTETS, at + 3) };
}

function headerAt(start: number): UserDataHeader {
  const length = octetAt(OCTETS, start);
  const id = octetAt(OCTETS, start + 1);
  const element = { id, name: elementName(id), hex: toHex(OCTETS, start + 3, start + 1 + length) };
  return { length, elements: [element] };
}

/** An international number in plan E.164 of up to 20 digits at `at`, the commonest originator; null for any other. */
function digitsAddress(at: number): Address | null {
  const length = octetAt(OCTETS, at);
  if (octetAt(OCTETS, at + 1) !== 0x91 || length === 0 || length > 20) return null;
  const whole = length >> 1;
  const last = octetAt(OCTETS, at + 2 + whole);
  if ((length & 1) === 1 && (last >> 4 !== 15 || (last & 15) > 9)) return null;
  // Negative as soon as a semi-octet is not 0 to 9: letters and filler are left to the plain reader.
  let seen = 0;
  LATIN1[1] = PLUS;
  for (let i = 0; i < whole; i++) {
    const pair = DIGIT_PAIRS[octetAt(OCTETS, at + 2 + i)] as number;
    seen |= pair - 1;
    LATIN1_PAIRS[1 + i] = pair;
  }
  if (seen < 0) return null;
  if ((length & 1) === 1) LATIN1[1 + length] = ZERO + (last & 15);
  return { address: strings().latin1(1, 2 + length), ton: "international", npi: "isdn", length };
}

const PLUS = 0x2b;
const ZERO = 0x30;

/** The two digits of an octet, the low half first; 0 where one of them is none. */
const DIGIT_PAIRS: Uint16Array = pairTable(256, (octet) => {
  const low = octet & 15;
  const high = octet >> 4;
  return low > 9 || high > 9 ? [0, 0] : [ZERO + low, ZERO + high];
});

interface KnownAddress<T> {
  readonly octets: Uint8Array;
  readonly address: T;
}

/**
 * Addresses by their octets, made by the plain readers: the same few service centres and names come again and
 * again. A fixed number of places; a newcomer takes the place of the one before.
 */
class AddressCache<T extends object> {
  readonly #places: (KnownAddress<T> | undefined)[] = new Array(256).fill(undefined);
  readonly #read: (reading: Reading) => T | null;

  constructor(read: (reading: Reading) => T | null) {
    this.#read = read;
  }

  /** The address in `OCTETS` from `start` up to `end`; undefined for one that is not clean. */
  get(start: number, end: number): T | undefined {
    // Addresses of a kind differ near their ends.
    const place =
      (octetAt(OCTETS, end - 1) + 31 * octetAt(OCTETS, end - 2) + 7 * octetAt(OCTETS, end - 3)) & 255;
    const known = this.#places[place];
    if (known !== undefined && stands(known.octets, start, end)) return known.address;
    const octets = OCTETS.slice(start, end);
    const reading = startReading(octets, false);
    const address = this.#read(reading);
    if (address === null || reading.diagnostics.length > 0) return undefined;
    this.#places[place] = { octets, address: Object.freeze(address) };
    return address;
  }
}

function stands(octets: Uint8Array, start: number, end: number): boolean {
  if (octets.length !== end - start) return false;
  for (let i = 0; i < octets.length; i++) if (octets[i] !== OCTETS[start + i]) return false;
  return true;
}

const SMSC_CACHE: AddressCache<SmscAddress> = new AddressCache(readSmscAddress);
const ADDRESS_CACHE: AddressCache<Address> = new AddressCache((reading) => readAddress(reading, "TP-OA"));

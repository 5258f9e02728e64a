import type { Field } from "./diagnostic.ts";
import { DEFAULT_ALPHABET } from "./gsm7/alphabet.ts";
import { unpack } from "./gsm7/septets.ts";
import { decodeSeptets } from "./gsm7/text.ts";
import { octetAt } from "./octets.ts";
import { type AddressField, diagnose, need, type Reading, record, takeOctet } from "./reading.ts";
import { digitsOf } from "./semi-octets.ts";
import { diagnoseSeptet, hasBitsFrom } from "./septet-diagnostics.ts";
import { type TypeOfAddress, typeOfAddress } from "./type-of-address.ts";

/** Type of number (3GPP TS 23.040, 9.1.2.5). */
export type TypeOfNumber =
  | "unknown"
  | "international"
  | "national"
  | "network-specific"
  | "subscriber"
  | "alphanumeric"
  | "abbreviated"
  | "reserved";

/** Numbering plan (3GPP TS 23.040, 9.1.2.5); `scts-5` and `scts-6` are specific to the service centre. */
export type NumberingPlan =
  | "unknown"
  | "isdn"
  | "data"
  | "telex"
  | "national"
  | "private"
  | "ermes"
  | `scts-${number}`
  | `reserved-${number}`;

/** TP-OA, TP-DA or TP-RA (3GPP TS 23.040, 9.1.2.5). */
export interface Address {
  /** Digits, with `+` in front when international and `* # a b c` for the codes A to E; or letters. */
  readonly address: string;
  readonly ton: TypeOfNumber;
  readonly npi: NumberingPlan;
  /** Useful semi-octets, as the first octet of the field says. */
  readonly length: number;
}

/** The longest address, in semi-octets (3GPP TS 23.040, 9.1.2.5). */
const MAX_SEMI_OCTETS = 20;

/** Reads an address: length in semi-octets, type, and the address itself. Throws `CUT`. */
export function readAddress(reading: Reading, field: AddressField): Address {
  const length = takeOctet(reading, `${field} length`, field);
  const type = typeOfAddress(octetAt(reading.octets, reading.position));
  const octetLength = Math.ceil(length / 2);
  const says = `${field} says ${length} ${type.ton === "alphanumeric" ? "semi-octets" : "digits"}`;
  if (length > MAX_SEMI_OCTETS)
    diagnose(
      reading,
      "ADDRESS_TOO_LONG",
      field,
      reading.position - 1,
      1,
      `${says}; the most is ${MAX_SEMI_OCTETS}.`,
    );
  takeTypeOfAddress(reading, `${field} type`, field);
  need(reading, octetLength, field, says);
  const address =
    type.ton === "alphanumeric"
      ? readLetters(reading, field, length)
      : readDigits(reading, field, length, type);
  if (octetLength > 0) record(reading, field, octetLength, address);
  reading.position += octetLength;
  return { address, ton: type.ton, npi: type.npi, length };
}

/** Takes a type-of-address octet and notes what is odd about it. */
export function takeTypeOfAddress(
  reading: Reading,
  part: `${AddressField} type` | "SMSC type",
  field: Field,
): TypeOfAddress {
  const offset = reading.position;
  const type = typeOfAddress(takeOctet(reading, part, field));
  if (!type.extension)
    diagnose(
      reading,
      "ADDRESS_EXTENSION_MISSING",
      field,
      offset,
      1,
      `Bit 8 of ${part} is 0; it is always 1.`,
    );
  if (type.ton === "reserved" || type.npi.startsWith("reserved"))
    diagnose(reading, "RESERVED_ADDRESS_TYPE", field, offset, 1, `${part} holds a reserved value.`);
  return type;
}

function readDigits(reading: Reading, field: Field, length: number, { ton }: TypeOfAddress): string {
  const { octets, position } = reading;
  const { digits, fillerInside } = digitsOf(octets, position, length);
  if (fillerInside)
    diagnose(
      reading,
      "ADDRESS_DIGIT_MISSING",
      field,
      position,
      Math.ceil(length / 2),
      `${field} has filler where a digit should be.`,
    );
  const last = position + (length >> 1);
  if (length % 2 === 1 && octetAt(octets, last) >> 4 !== 15)
    diagnose(
      reading,
      "FILLER_NOT_SET",
      field,
      last,
      1,
      `${field} has an odd number of digits and no filler behind them.`,
    );
  return ton === "international" && digits !== "" ? `+${digits}` : digits;
}

/**
 * An alphanumeric address: floor(4 n / 7) characters in n semi-octets. 7 letters written as 14 semi-octets leave
 * room for an eighth: a zero there is padding, not an `@`.
 */
function readLetters(reading: Reading, field: Field, length: number): string {
  const { octets, position } = reading;
  const field8 = octets.subarray(position, position + Math.ceil(length / 2));
  const padded = length === 14 && octetAt(field8, 6) >> 1 === 0;
  const count = padded ? 7 : Math.floor((4 * length) / 7);
  const letters = decodeSeptets(unpack(field8, count), DEFAULT_ALPHABET, (oddity, index) =>
    diagnoseSeptet(reading, field, oddity, position + ((index * 7) >> 3)),
  );
  if (hasBitsFrom(field8, count * 7))
    diagnose(
      reading,
      "PADDING_NOT_ZERO",
      field,
      position + field8.length - 1,
      1,
      `The bits behind the letters of ${field} are not 0.`,
    );
  return letters;
}

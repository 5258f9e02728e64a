import type { DataCoding } from "../data-coding.ts";
import { dataCodingOf } from "../data-coding.ts";
import type { Field } from "../diagnostic.ts";
import { elementName } from "../header-elements.ts";
import { octetAt, toHex } from "../octets.ts";
import { protocolIdentifierOf } from "../protocol-identifier.ts";
import type { PartName, TracedPart } from "../reading.ts";
import type { ServiceCentreTimeStamp } from "../service-centre-time-stamp.ts";
import { deliverFirstOctetOf } from "../sms-deliver.ts";
import { typeOfAddress } from "../type-of-address.ts";
import { countsSeptets, type TracedUserData } from "../user-data.ts";
import type { HeaderElement } from "../user-data-header.ts";
import { describeElement } from "./element-words.ts";
import { addressTypeBits, dataCodingBits, firstOctetBits, timeStampBits } from "./octet-bits.ts";
import { textBits } from "./text-bits.ts";
import type { Draft } from "./tree.ts";
import { dataCodingWords, firstOctetWords, protocolIdentifierWords, typeOfAddressWords } from "./words.ts";

interface PartRule {
  readonly field: Field;
  readonly clause: string;
  /** The field that several parts make up together. */
  readonly group: string | null;
}

/** Where each part belongs and where it is specified. */
export const PARTS: Readonly<Record<PartName, PartRule>> = {
  "SMSC length": { field: "SMSC", clause: "24.011 8.2.5.1", group: "SMSC" },
  "SMSC type": { field: "SMSC", clause: "24.011 8.2.5.1", group: "SMSC" },
  SMSC: { field: "SMSC", clause: "24.011 8.2.5.1", group: "SMSC" },
  "first octet": { field: "TP-MTI", clause: "23.040 9.2.2.1", group: null },
  "TP-OA length": { field: "TP-OA", clause: "23.040 9.1.2.5", group: "TP-OA" },
  "TP-OA type": { field: "TP-OA", clause: "23.040 9.1.2.5", group: "TP-OA" },
  "TP-OA": { field: "TP-OA", clause: "23.040 9.2.3.7", group: "TP-OA" },
  "TP-PID": { field: "TP-PID", clause: "23.040 9.2.3.9", group: null },
  "TP-DCS": { field: "TP-DCS", clause: "23.038 4", group: null },
  "TP-SCTS": { field: "TP-SCTS", clause: "23.040 9.2.3.11", group: null },
  "TP-UDL": { field: "TP-UDL", clause: "23.040 9.2.3.16", group: null },
  "TP-UDHL": { field: "TP-UDH", clause: "23.040 9.2.3.24", group: "TP-UDH" },
  IEI: { field: "TP-UDH", clause: "23.040 9.2.3.24", group: "TP-UDH" },
  IEDL: { field: "TP-UDH", clause: "23.040 9.2.3.24", group: "TP-UDH" },
  IED: { field: "TP-UDH", clause: "23.040 9.2.3.24", group: "TP-UDH" },
  "TP-UDH": { field: "TP-UDH", clause: "23.040 9.2.3.24", group: "TP-UDH" },
  "TP-UD": { field: "TP-UD", clause: "23.040 9.2.3.24", group: null },
};

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** What a part holds, in words, and its bits where they mean something one by one. */
export function describePart({ part, offset, length, value }: TracedPart, octets: Uint8Array): Draft {
  const octet = octetAt(octets, offset);
  const hex = toHex(octets, offset, offset + length);
  const plain = (description: string): Draft => ({ value: octet, description, bits: null });
  switch (part) {
    case "SMSC length":
      return plain(octet === 0 ? "no service centre" : count(octet, "octet"));
    case "SMSC type":
    case "TP-OA type":
      return {
        value: octet,
        description: typeOfAddressWords(typeOfAddress(octet)),
        bits: addressTypeBits(octet),
      };
    case "SMSC":
    case "TP-OA":
      return { value: hex, description: String(value), bits: null };
    case "first octet":
      return {
        value: octet,
        description: firstOctetWords(deliverFirstOctetOf(octet)),
        bits: firstOctetBits(octet),
      };
    case "TP-OA length": {
      const letters = typeOfAddress(octetAt(octets, offset + 1)).ton === "alphanumeric";
      return plain(count(octet, letters ? "semi-octet" : "digit"));
    }
    case "TP-PID":
      return plain(protocolIdentifierWords(protocolIdentifierOf(octet)));
    case "TP-DCS":
      return { value: octet, description: dataCodingWords(dataCodingOf(octet)), bits: dataCodingBits(octet) };
    case "TP-SCTS":
      return {
        value: hex,
        description: timeStampWords(value as ServiceCentreTimeStamp),
        bits: timeStampBits(octets, offset),
      };
    case "TP-UDL":
      return plain(count(octet, countsSeptets(value as DataCoding) ? "septet" : "octet"));
    case "TP-UDHL":
      return plain(`${count(octet, "octet")} of header`);
    case "IEI":
      return plain(elementName(octet));
    case "IEDL":
      return plain(count(octet, "octet"));
    case "IED":
      return { value: hex, description: describeElement(value as HeaderElement), bits: null };
    case "TP-UDH":
      return { value: hex, description: "header that does not fit", bits: null };
    case "TP-UD":
      return describeUserData(value as TracedUserData, octets.subarray(offset, offset + length), hex);
  }
}

function timeStampWords({ iso, raw }: ServiceCentreTimeStamp): string {
  return iso === null
    ? `${raw} is no possible time`
    : `${iso.slice(0, 10)} ${iso.slice(11, 19)} ${iso.slice(19)}`;
}

function describeUserData(traced: TracedUserData, octets: Uint8Array, hex: string): Draft {
  const description =
    traced.text === null ? `${count(octets.length, "octet")} of data` : JSON.stringify(traced.text);
  return { value: traced.text ?? hex, description, bits: textBits(traced, octets) };
}

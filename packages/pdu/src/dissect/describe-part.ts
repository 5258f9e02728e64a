import { commandTypeOf } from "../command-type.ts";
import { type DataCoding, dataCodingOf } from "../data-coding.ts";
import { failureCauseOf } from "../failure-cause.ts";
import { elementName } from "../header-elements.ts";
import { octetAt, toHex } from "../octets.ts";
import { parameterIndicatorOf } from "../parameter-indicator.ts";
import { protocolIdentifierOf } from "../protocol-identifier.ts";
import type { TracedPart } from "../reading.ts";
import type { ServiceCentreTimeStamp } from "../service-centre-time-stamp.ts";
import { statusOf } from "../status.ts";
import type { Tpdu } from "../tpdu.ts";
import { typeOfAddress } from "../type-of-address.ts";
import { countsSeptets, type TracedUserData } from "../user-data.ts";
import type { HeaderElement } from "../user-data-header.ts";
import type { ValidityPeriod } from "../validity-period.ts";
import { elementBits } from "./element-bits.ts";
import { describeElement } from "./element-words.ts";
import { firstOctetBits, firstOctetWords } from "./first-octet.ts";
import { addressTypeBits, dataCodingBits, parameterIndicatorBits, timeStampBits } from "./octet-bits.ts";
import { textBits } from "./text-bits.ts";
import type { Draft } from "./tree.ts";
import {
  dataCodingWords,
  protocolIdentifierWords,
  statusWords,
  timeStampWords,
  typeOfAddressWords,
  validityPeriodWords,
} from "./words.ts";

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
    case "TP-DA type":
    case "TP-RA type":
      return {
        value: octet,
        description: typeOfAddressWords(typeOfAddress(octet)),
        bits: addressTypeBits(octet),
      };
    case "SMSC":
    case "TP-OA":
    case "TP-DA":
    case "TP-RA":
      return { value: hex, description: String(value), bits: null };
    case "first octet": {
      const type = value as Tpdu["type"];
      return { value: octet, description: firstOctetWords(type, octet), bits: firstOctetBits(type, octet) };
    }
    case "TP-OA length":
    case "TP-DA length":
    case "TP-RA length": {
      const letters = typeOfAddress(octetAt(octets, offset + 1)).ton === "alphanumeric";
      return plain(count(octet, letters ? "semi-octet" : "digit"));
    }
    case "TP-PID":
      return plain(protocolIdentifierWords(protocolIdentifierOf(octet)));
    case "TP-DCS":
      return { value: octet, description: dataCodingWords(dataCodingOf(octet)), bits: dataCodingBits(octet) };
    case "TP-SCTS":
    case "TP-DT":
      return {
        value: hex,
        description: timeStampWords(value as ServiceCentreTimeStamp),
        bits: timeStampBits(octets, offset),
      };
    case "TP-VP": {
      const period = asValidityPeriod(value);
      const bits = period.format === "absolute" ? timeStampBits(octets, offset) : null;
      return { value: length === 1 ? octet : hex, description: validityPeriodWords(period), bits };
    }
    case "TP-MR":
    case "TP-MN":
      return plain(`message ${octet}`);
    case "TP-ST":
      return plain(statusWords(statusOf(octet)));
    case "TP-FCS":
      return plain(failureCauseOf(octet).name.replaceAll("-", " "));
    case "TP-CT":
      return plain(commandTypeOf(octet).name.replaceAll("-", " "));
    case "TP-PI": {
      const { protocolIdentifier, dataCoding, userDataLength } = parameterIndicatorOf(octet);
      const named = [
        protocolIdentifier && "TP-PID",
        dataCoding && "TP-DCS",
        userDataLength && "TP-UDL",
      ].filter((name) => name !== false);
      const description =
        named.length === 0 ? "nothing more" : `${named.join(", ")} follow${named.length === 1 ? "s" : ""}`;
      return { value: octet, description, bits: parameterIndicatorBits(octet) };
    }
    case "TP-CDL":
      return plain(count(octet, "octet"));
    case "TP-CD":
      return { value: hex, description: `${count(length, "octet")} of command data`, bits: null };
    case "TP-UDL":
      return plain(count(octet, countsSeptets(value as DataCoding) ? "septet" : "octet"));
    case "TP-UDHL":
      return plain(`${count(octet, "octet")} of header`);
    case "IEI":
      return plain(elementName(octet).replaceAll("-", " "));
    case "IEDL":
      return plain(count(octet, "octet"));
    case "IED":
      return {
        value: hex,
        description: describeElement(value as HeaderElement),
        bits: elementBits(value as HeaderElement),
      };
    case "TP-UDH":
      return { value: hex, description: "header that does not fit", bits: null };
    case "TP-UD":
      return describeUserData(value as TracedUserData, octets.subarray(offset, offset + length), hex);
  }
}

/** TP-VP in its absolute format is read as a time. */
function asValidityPeriod(value: unknown): ValidityPeriod {
  const period = value as ValidityPeriod | ServiceCentreTimeStamp;
  return "format" in period ? period : { format: "absolute", until: period };
}

function describeUserData(traced: TracedUserData, octets: Uint8Array, hex: string): Draft {
  const description =
    traced.text === null ? `${count(octets.length, "octet")} of data` : JSON.stringify(traced.text);
  return { value: traced.text ?? hex, description, bits: textBits(traced, octets) };
}

import { dataCodingOf } from "../data-coding.ts";
import { octetAt } from "../octets.ts";
import { typeOfAddress } from "../type-of-address.ts";
import type { BitField } from "./dissection-node.ts";

/** The field of `length` bits that begins at bit `offset` of one octet. */
function bits(octet: number, name: string, offset: number, length: number, description: string): BitField {
  return { name, offset, length, value: (octet >> offset) & ((1 << length) - 1), description };
}

const yes = (flag: boolean): string => (flag ? "yes" : "no");

/** A type-of-address octet (3GPP TS 23.040, 9.1.2.5). */
export function addressTypeBits(octet: number): readonly BitField[] {
  const { ton, npi } = typeOfAddress(octet);
  return [
    bits(octet, "numbering plan", 0, 4, npi),
    bits(octet, "type of number", 4, 3, ton),
    bits(octet, "extension", 7, 1, octet >= 0x80 ? "always 1" : "always 1, but here 0"),
  ];
}

/** TP-DCS by its coding group (3GPP TS 23.038, clause 4). */
export function dataCodingBits(octet: number): readonly BitField[] {
  const coding = dataCodingOf(octet);
  if (coding.group === "reserved") return [bits(octet, "reserved", 0, 8, "reserved coding group")];
  if (coding.messageWaiting !== null)
    return [
      bits(octet, "indication", 0, 2, coding.messageWaiting.kind),
      bits(octet, "reserved", 2, 1, ""),
      bits(octet, "sense", 3, 1, coding.messageWaiting.active ? "waiting" : "nothing waiting"),
      bits(octet, "coding group", 4, 4, coding.group),
    ];
  const messageClass = coding.messageClass === null ? "no meaning" : `class ${coding.messageClass}`;
  if (coding.group === "data-coding-class")
    return [
      bits(octet, "message class", 0, 2, messageClass),
      bits(octet, "alphabet", 2, 1, coding.alphabet),
      bits(octet, "reserved", 3, 1, ""),
      bits(octet, "coding group", 4, 4, coding.group),
    ];
  return [
    bits(octet, "message class", 0, 2, messageClass),
    bits(octet, "alphabet", 2, 2, coding.reserved ? "reserved" : coding.alphabet),
    bits(octet, "class present", 4, 1, yes(coding.messageClass !== null)),
    bits(octet, "compressed", 5, 1, yes(coding.compressed)),
    bits(octet, "coding group", 6, 2, coding.group),
  ];
}

const TIME_PARTS = ["year", "month", "day", "hour", "minute", "second", "zone"] as const;

/** The seven octets of TP-SCTS, digits in the order in which they are read. */
export function timeStampBits(octets: Uint8Array, offset: number): readonly BitField[] {
  return TIME_PARTS.map((name, index) => {
    const octet = octetAt(octets, offset + index);
    const swapped = ((octet & 15) << 4) | (octet >> 4);
    const shown = name === "zone" ? zoneWords(octet) : swapped.toString(16).toUpperCase().padStart(2, "0");
    return { name, offset: 8 * index, length: 8, value: octet, description: shown };
  });
}

/** `+8 quarters of an hour`. */
function zoneWords(octet: number): string {
  const quarters = (((octet & 7) << 4) | (octet >> 4)).toString(16);
  return `${(octet & 8) === 0 ? "+" : "-"}${Number(quarters) || quarters} quarters of an hour`;
}

/** TP-PI (3GPP TS 23.040, 9.2.3.27). */
export function parameterIndicatorBits(octet: number): readonly BitField[] {
  return [
    bits(octet, "TP-PID", 0, 1, yes((octet & 1) !== 0)),
    bits(octet, "TP-DCS", 1, 1, yes((octet & 2) !== 0)),
    bits(octet, "TP-UDL", 2, 1, yes((octet & 4) !== 0)),
    bits(octet, "reserved", 3, 4, ""),
    bits(octet, "extension", 7, 1, ""),
  ];
}

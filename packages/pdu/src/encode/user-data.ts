import { type DataCoding, dataCodingOf } from "../data-coding.ts";
import { hasTable, type LanguageTables } from "../gsm7/alphabet.ts";
import { pack } from "../gsm7/septets.ts";
import { encode as septetsOf } from "../gsm7/text.ts";
import { countsSeptets } from "../user-data.ts";
import type { UserDataDescription } from "./descriptions.ts";
import { dataOctetsOf, octetOf, unencodable } from "./octets-of.ts";

const MAX_OCTETS = 140;
const MAX_SEPTETS = 160;

/** TP-DCS, and TP-UDL with TP-UD. */
export interface EncodedUserData {
  readonly dataCoding: number;
  readonly hasHeader: boolean;
  readonly octets: readonly number[];
}

interface Element {
  readonly id: number;
  readonly octets: Uint8Array;
}

/** TP-DCS, TP-UDL, TP-UDH and TP-UD (3GPP TS 23.040, 9.2.3.16 and 9.2.3.24). */
export function encodeUserData(description: UserDataDescription): EncodedUserData {
  const elements = elementsOf(description);
  const header = headerOf(elements);
  const coding = codingOf(description, elements);
  const { length, octets } = countsSeptets(coding)
    ? septetContent(description, header, elements)
    : octetContent(description, header, coding);
  return { dataCoding: coding.value, hasHeader: header.length > 0, octets: [length, ...header, ...octets] };
}

/** The elements of the header; null when there is none. A header that was given may well be empty. */
function elementsOf({
  userDataHeader,
  concatenation,
  ports,
  nationalLanguage,
}: UserDataDescription): readonly Element[] | null {
  if (userDataHeader)
    return userDataHeader.elements.map(({ id, hex }) => ({
      id: octetOf("TP-UDH", id, 0),
      octets: dataOctetsOf("TP-UDH", hex),
    }));
  const elements: Element[] = [];
  const add = (id: number, ...octets: number[]): void => {
    elements.push({ id, octets: Uint8Array.from(octets) });
  };
  if (concatenation) {
    const { reference, bits, total, sequence } = concatenation;
    if (total < 1 || sequence < 1 || sequence > total)
      throw unencodable("TP-UDH", `cannot say part ${sequence} of ${total}`);
    const counts = [octetOf("TP-UDH", total, 0), octetOf("TP-UDH", sequence, 0)];
    add(bits === 8 ? 0x00 : 0x08, ...numberOctets(reference, bits), ...counts);
  }
  if (ports)
    add(
      ports.bits === 8 ? 0x04 : 0x05,
      ...numberOctets(ports.destination, ports.bits),
      ...numberOctets(ports.source, ports.bits),
    );
  if (nationalLanguage?.single != null) add(0x24, language("single", nationalLanguage.single));
  if (nationalLanguage?.locking != null) add(0x25, language("locking", nationalLanguage.locking));
  return elements.length === 0 ? null : elements;
}

function numberOctets(value: number, bits: 8 | 16): readonly number[] {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** bits)
    throw unencodable("TP-UDH", `cannot hold ${value} in ${bits} bits`);
  return bits === 8 ? [value] : [value >> 8, value & 255];
}

function language(kind: "single" | "locking", id: number): number {
  if (!hasTable(kind, id))
    throw unencodable("TP-UDH", `names language ${id}, which has no ${kind} shift table`);
  return id;
}

function headerOf(elements: readonly Element[] | null): readonly number[] {
  if (elements === null) return [];
  const octets = elements.flatMap((element) => [element.id, element.octets.length, ...element.octets]);
  if (octets.length + 1 > MAX_OCTETS)
    throw unencodable("TP-UDH", `has ${octets.length + 1} octets; the most is ${MAX_OCTETS}`);
  return [octets.length, ...octets];
}

/** The tables that the header announces, the last element of a kind counting. */
function tablesOf(elements: readonly Element[] | null): LanguageTables {
  const last = (id: number): number | null =>
    elements?.findLast((element) => element.id === id && element.octets.length === 1)?.octets[0] ?? null;
  return { single: last(0x24), locking: last(0x25) };
}

function codingOf(
  { dataCoding, text, data }: UserDataDescription,
  elements: readonly Element[] | null,
): DataCoding {
  if (dataCoding !== null && dataCoding !== undefined) return dataCodingOf(octetOf("TP-DCS", dataCoding, 0));
  if (text === null || text === undefined) return dataCodingOf(data === null || data === undefined ? 0 : 4);
  return dataCodingOf(septetsOf(text, tablesOf(elements)) === null ? 8 : 0);
}

interface Content {
  readonly length: number;
  readonly octets: readonly number[];
}

/** Septets begin on a septet border counted from the start of the header. */
function septetContent(
  { text, data }: UserDataDescription,
  header: readonly number[],
  elements: readonly Element[] | null,
): Content {
  if (text == null && data != null) throw unencodable("TP-UD", "is GSM 7-bit: it takes text, not data");
  const septets = septetsOf(text ?? "", tablesOf(elements));
  if (septets === null) throw unencodable("TP-UD", "holds a character that its GSM 7-bit tables do not have");
  const headerSeptets = Math.ceil((8 * header.length) / 7);
  const length = headerSeptets + septets.length;
  if (length > MAX_SEPTETS) throw unencodable("TP-UD", `needs ${length} septets; the most is ${MAX_SEPTETS}`);
  return { length, octets: [...pack(septets, 7 * headerSeptets - 8 * header.length)] };
}

function octetContent(
  { text, data }: UserDataDescription,
  header: readonly number[],
  coding: DataCoding,
): Content {
  const isText = coding.alphabet === "ucs2" && !coding.compressed;
  if (isText ? text == null && data != null : data == null && text != null)
    throw unencodable(
      "TP-UD",
      isText ? "is UCS-2: it takes text, not data" : `is ${coding.alphabet}: it takes data, not text`,
    );
  const octets = isText ? codeUnits(text ?? "") : dataOctetsOf("TP-UD", data ?? "");
  const length = header.length + octets.length;
  if (length > MAX_OCTETS) throw unencodable("TP-UD", `needs ${length} octets; the most is ${MAX_OCTETS}`);
  return { length, octets: [...octets] };
}

function codeUnits(text: string): Uint8Array {
  const octets = new Uint8Array(2 * text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    octets[2 * i] = unit >> 8;
    octets[2 * i + 1] = unit & 255;
  }
  return octets;
}

import type { DiagnosticCode } from "./diagnostic.ts";
import { hasTable } from "./gsm7/alphabet.ts";
import { elementName } from "./header-elements.ts";
import { octetAt, toHex } from "./octets.ts";
import { diagnose, diagnoseLost, octetCount, type Reading, record, takeOctet } from "./reading.ts";

/** One information element as it stands (3GPP TS 23.040, 9.2.3.24). */
export interface HeaderElement {
  readonly id: number;
  readonly name: string;
  /** The element's data, upper-case hex. */
  readonly hex: string;
}

/** TP-UDH. */
export interface UserDataHeader {
  /** TP-UDHL: octets of the header, itself not counted. */
  readonly length: number;
  readonly elements: readonly HeaderElement[];
}

/** Which part of which message this is (elements 00 and 08). */
export interface Concatenation {
  readonly reference: number;
  readonly bits: 8 | 16;
  readonly total: number;
  readonly sequence: number;
}

/** Application ports (elements 04 and 05). */
export interface Ports {
  readonly destination: number;
  readonly source: number;
  readonly bits: 8 | 16;
}

/** National language identifiers (elements 24 and 25), null where the element is not there. */
export interface NationalLanguage {
  readonly locking: number | null;
  readonly single: number | null;
}

/** A header with what its elements say about the message as a whole. */
export interface ReadHeader {
  readonly header: UserDataHeader | null;
  readonly concatenation: Concatenation | null;
  readonly ports: Ports | null;
  readonly nationalLanguage: NationalLanguage | null;
}

/** What there is without a header, or with one that has to be ignored. */
export const NO_HEADER: ReadHeader = {
  header: null,
  concatenation: null,
  ports: null,
  nationalLanguage: null,
};

/** An element together with the place of its data. */
interface PlacedElement extends HeaderElement {
  readonly offset: number;
}

/**
 * Reads the header behind TP-UDHL, `length` octets that are known to be there. When an element does not fit, the
 * whole header is ignored (3GPP TS 23.040, 9.2.3.24) and its octets are kept by the diagnostic.
 */
export function readHeader(reading: Reading, length: number): ReadHeader {
  const start = reading.position;
  const end = start + length;
  const elements: PlacedElement[] = [];
  while (reading.position < end) {
    const { position } = reading;
    const left = end - position;
    const dataLength = left > 1 ? octetAt(reading.octets, position + 1) : 0;
    if (left < 2 + dataLength) {
      const says = left < 2 ? "has no length" : `says ${dataLength} octets, but ${octetCount(left - 2)} left`;
      record(reading, "TP-UDH", left, null);
      reading.position = end;
      diagnoseLost(
        reading,
        "HEADER_ELEMENT_CUT",
        "TP-UDH",
        start,
        length,
        `Element ${elements.length + 1} of the header ${says}: the header is ignored.`,
      );
      return NO_HEADER;
    }
    elements.push(takeElement(reading, dataLength));
  }
  return {
    header: { length, elements: elements.map(({ id, name, hex }) => ({ id, name, hex })) },
    ...interpret(reading, elements),
  };
}

function takeElement(reading: Reading, length: number): PlacedElement {
  const id = takeOctet(reading, "IEI", "TP-UDH");
  takeOctet(reading, "IEDL", "TP-UDH");
  const offset = reading.position;
  const element = { id, name: elementName(id), hex: toHex(reading.octets, offset, offset + length), offset };
  if (length > 0) record(reading, "IED", length, element);
  reading.position += length;
  return element;
}

/** What may stand once in a header, by element. */
type Meaning = "concatenation" | "ports" | "single" | "locking";

const MEANING: Readonly<Record<number, { readonly meaning: Meaning; readonly length: number }>> = {
  0: { meaning: "concatenation", length: 3 },
  8: { meaning: "concatenation", length: 4 },
  4: { meaning: "ports", length: 2 },
  5: { meaning: "ports", length: 4 },
  36: { meaning: "single", length: 1 },
  37: { meaning: "locking", length: 1 },
};

function interpret(reading: Reading, elements: readonly PlacedElement[]): Omit<ReadHeader, "header"> {
  let concatenation: Concatenation | null = null;
  let ports: Ports | null = null;
  let single: number | null = null;
  let locking: number | null = null;
  const seen = new Set<Meaning>();
  for (const element of elements) {
    const rule = MEANING[element.id];
    if (rule === undefined) continue;
    const octets = reading.octets.subarray(element.offset, element.offset + element.hex.length / 2);
    if (octets.length !== rule.length) {
      diagnoseElement(
        reading,
        "ELEMENT_LENGTH_WRONG",
        element,
        `has ${octets.length} octets of data instead of ${rule.length}: ignored.`,
      );
      continue;
    }
    if (seen.has(rule.meaning))
      diagnoseElement(reading, "ELEMENT_REPEATED", element, "comes again: the last one counts.");
    seen.add(rule.meaning);
    if (rule.meaning === "concatenation")
      concatenation = concatenationOf(reading, element, octets) ?? concatenation;
    else if (rule.meaning === "ports") ports = portsOf(octets);
    else {
      const language = octetAt(octets, 0);
      if (!hasTable(rule.meaning, language))
        diagnoseElement(
          reading,
          "UNKNOWN_NATIONAL_LANGUAGE",
          element,
          `names language ${language}, which has no such table: the default is used.`,
        );
      if (rule.meaning === "single") single = language;
      else locking = language;
    }
  }
  return {
    concatenation,
    ports,
    nationalLanguage: single === null && locking === null ? null : { locking, single },
  };
}

function diagnoseElement(reading: Reading, code: DiagnosticCode, element: PlacedElement, says: string): void {
  diagnose(
    reading,
    code,
    "TP-UDH",
    element.offset - 2,
    2 + element.hex.length / 2,
    `Element ${element.name} ${says}`,
  );
}

function concatenationOf(reading: Reading, element: PlacedElement, octets: Uint8Array): Concatenation | null {
  const bits = octets.length === 4 ? 16 : 8;
  const reference = bits === 16 ? (octetAt(octets, 0) << 8) | octetAt(octets, 1) : octetAt(octets, 0);
  const total = octetAt(octets, bits / 8);
  const sequence = octetAt(octets, bits / 8 + 1);
  if (total === 0 || sequence === 0 || sequence > total) {
    diagnoseElement(
      reading,
      "CONCATENATION_IMPOSSIBLE",
      element,
      `says part ${sequence} of ${total}: ignored.`,
    );
    return null;
  }
  return { reference, bits, total, sequence };
}

function portsOf(octets: Uint8Array): Ports {
  if (octets.length === 2) return { destination: octetAt(octets, 0), source: octetAt(octets, 1), bits: 8 };
  return {
    destination: (octetAt(octets, 0) << 8) | octetAt(octets, 1),
    source: (octetAt(octets, 2) << 8) | octetAt(octets, 3),
    bits: 16,
  };
}

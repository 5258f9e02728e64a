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

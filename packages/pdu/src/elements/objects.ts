import { octetsInWords } from "./element-fault.ts";
import { MAX_ELEMENT_OCTETS } from "./element-hex.ts";
import type { Layout } from "./layout.ts";

/** User prompt indicator: element 13 (3GPP TS 23.040, 9.2.3.24.10.1.10). */
export interface UserPromptIndicator {
  readonly kind: "user-prompt-indicator";
  /** How many of the elements behind it are offered to the user as one object. */
  readonly objects: number;
}

/** WVG vector graphics: elements 18 and 19 (3GPP TS 23.040, 9.2.3.24.10.1.11, 9.2.3.24.10.1.12 and annex G). */
export interface WvgObject {
  readonly kind: "standard-wvg-object" | "character-size-wvg-object";
  /** Characters of this part's text before the object. */
  readonly position: number;
  /** The WVG bit stream, upper-case hex. */
  readonly data: string;
}

const OBJECT_TYPES = {
  0: "predefined-sound",
  1: "imelody",
  2: "black-and-white-bitmap",
  3: "2-bit-greyscale-bitmap",
  4: "6-bit-colour-bitmap",
  5: "predefined-animation",
  6: "black-and-white-bitmap-animation",
  7: "2-bit-greyscale-bitmap-animation",
  8: "6-bit-colour-bitmap-animation",
  9: "vcard",
  10: "vcalendar",
  11: "standard-wvg-object",
  12: "polyphonic-melody",
  255: "data-format-delivery-request",
} as const;

/** Extended object, the element in which it begins: element 14 (3GPP TS 23.040, 9.2.3.24.10.1.13). */
export interface ExtendedObject {
  readonly kind: "extended-object";
  /** Tells the objects of one message from each other. */
  readonly reference: number;
  /** Octets of the whole object, in this element and those that continue it. */
  readonly length: number;
  /** The object may not be forwarded by SMS. */
  readonly noForwarding: boolean;
  /** The object is offered to the user as a choice. */
  readonly userPrompt: boolean;
  /** Bits 2 to 7 of the control data, 0 as specified. */
  readonly reserved: number;
  readonly type: (typeof OBJECT_TYPES)[keyof typeof OBJECT_TYPES] | `reserved-${number}`;
  /** Where the object stands, in characters of the whole message's text. */
  readonly position: number;
  /** The object, or its first octets; upper-case hex. */
  readonly data: string;
}

/** Reused extended object: element 15, the same object once more (3GPP TS 23.040, 9.2.3.24.10.1.14). */
export interface ReusedExtendedObject {
  readonly kind: "reused-extended-object";
  readonly reference: number;
  /** Where the object stands, in characters of the whole message's text. */
  readonly position: number;
}

const ALGORITHMS = { 0: "lzss" } as const;

/** Compression control, the element in which compressed data begin: element 16 (3GPP TS 23.040, 9.2.3.24.10.1.15). */
export interface CompressionControl {
  readonly kind: "compression-control";
  readonly algorithm: (typeof ALGORITHMS)[0] | `reserved-${number}`;
  /** Bits 4 to 7 of the first octet, 0 for LZSS. */
  readonly parameters: number;
  /** Octets of all compressed data, in this element and those that continue it. */
  readonly length: number;
  /** The compressed elements, or their first octets; upper-case hex. */
  readonly data: string;
}

/**
 * More octets of an object or of compressed data that began in an earlier element, mostly in an earlier part of a
 * concatenated message. Nothing in the element itself tells it from one that begins.
 */
export interface ElementContinuation {
  readonly kind: "extended-object-continuation" | "compression-control-continuation";
  readonly data: string;
}

/** Object distribution indicator: element 17 (3GPP TS 23.040, 9.2.3.24.10.1.16). */
export interface ObjectDistributionIndicator {
  readonly kind: "object-distribution-indicator";
  /** To how many of the elements behind it this applies; 0: to all up to the next indicator. */
  readonly elements: number;
  /** The objects may not be forwarded by SMS. */
  readonly noForwarding: boolean;
  /** Bits 1 to 7 of the attributes, 0 as specified. */
  readonly reserved: number;
}

/** Extended object data request command: element 1A, without data (3GPP TS 23.040, 9.2.3.24.10.1). */
export interface ExtendedObjectDataRequest {
  readonly kind: "extended-object-data-request";
}

function lengthFault({ length, data }: ExtendedObject | CompressionControl): string | null {
  return data.length > 2 * length ? `says ${octetsInWords(length)} in all, but has ${data.length / 2}` : null;
}

export const USER_PROMPT_INDICATOR: Layout<UserPromptIndicator> = {
  id: 0x13,
  kind: "user-prompt-indicator",
  fields: [{ name: "objects", bits: 8 }],
};

export const STANDARD_WVG_OBJECT: Layout<WvgObject> = {
  id: 0x18,
  kind: "standard-wvg-object",
  fields: [{ name: "position", bits: 8 }],
  rest: { name: "data", least: 1, most: MAX_ELEMENT_OCTETS },
};

export const CHARACTER_SIZE_WVG_OBJECT: Layout<WvgObject> = {
  id: 0x19,
  kind: "character-size-wvg-object",
  fields: [{ name: "position", bits: 8 }],
  rest: { name: "data", least: 1, most: MAX_ELEMENT_OCTETS },
};

export const EXTENDED_OBJECT: Layout<ExtendedObject> = {
  id: 0x14,
  kind: "extended-object",
  fields: [
    { name: "reference", bits: 8 },
    { name: "length", bits: 16 },
    { name: "noForwarding", bits: 1, as: "flag" },
    { name: "userPrompt", bits: 1, as: "flag" },
    { name: "reserved", bits: 6 },
    { name: "type", bits: 8, as: OBJECT_TYPES },
    { name: "position", bits: 16 },
  ],
  rest: { name: "data", least: 0, most: MAX_ELEMENT_OCTETS },
  fault: lengthFault,
};

export const REUSED_EXTENDED_OBJECT: Layout<ReusedExtendedObject> = {
  id: 0x15,
  kind: "reused-extended-object",
  fields: [
    { name: "reference", bits: 8 },
    { name: "position", bits: 16 },
  ],
};

export const COMPRESSION_CONTROL: Layout<CompressionControl> = {
  id: 0x16,
  kind: "compression-control",
  fields: [
    { name: "algorithm", bits: 4, as: ALGORITHMS },
    { name: "parameters", bits: 4 },
    { name: "length", bits: 16 },
  ],
  rest: { name: "data", least: 0, most: MAX_ELEMENT_OCTETS },
  fault: lengthFault,
};

export const EXTENDED_OBJECT_CONTINUATION: Layout<ElementContinuation> = {
  id: 0x14,
  kind: "extended-object-continuation",
  fields: [],
  rest: { name: "data", least: 0, most: MAX_ELEMENT_OCTETS },
};

export const COMPRESSION_CONTROL_CONTINUATION: Layout<ElementContinuation> = {
  id: 0x16,
  kind: "compression-control-continuation",
  fields: [],
  rest: { name: "data", least: 0, most: MAX_ELEMENT_OCTETS },
};

export const OBJECT_DISTRIBUTION_INDICATOR: Layout<ObjectDistributionIndicator> = {
  id: 0x17,
  kind: "object-distribution-indicator",
  fields: [
    { name: "elements", bits: 8 },
    { name: "noForwarding", bits: 1, as: "flag" },
    { name: "reserved", bits: 7 },
  ],
};

export const EXTENDED_OBJECT_DATA_REQUEST: Layout<ExtendedObjectDataRequest> = {
  id: 0x1a,
  kind: "extended-object-data-request",
  fields: [],
};

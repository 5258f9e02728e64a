import type { Concatenation, Ports } from "../user-data-header.ts";
import type { Layout } from "./layout.ts";

/** Which part of which message this is: elements 00 and 08 (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8). */
export interface ConcatenationElement extends Concatenation {
  readonly kind: "concatenation";
}

/** Application ports: elements 04 and 05 (3GPP TS 23.040, 9.2.3.24.3 and 9.2.3.24.4). */
export interface PortsElement extends Ports {
  readonly kind: "ports";
}

const WAITING_TYPES = { 0: "voicemail", 1: "fax", 2: "email", 3: "other", 7: "video" } as const;

/** Special SMS message indication: element 01, messages wait elsewhere (3GPP TS 23.040, 9.2.3.24.2). */
export interface SpecialMessageIndication {
  readonly kind: "special-message-indication";
  /** What waits: basic and extended indication type together, `reserved-N` by their five bits. */
  readonly type: (typeof WAITING_TYPES)[keyof typeof WAITING_TYPES] | `reserved-${number}`;
  /** Multiple subscriber profile, 1 to 4 (3GPP TS 23.097). */
  readonly profile: number;
  /** Whether the short message is kept once the indication is updated. */
  readonly store: boolean;
  /** How many messages wait; 255 means 255 or more. */
  readonly count: number;
}

/** SMSC control parameters: element 06, for which events a status report is wanted (3GPP TS 23.040, 9.2.3.24.5). */
export interface SmscControlParameters {
  readonly kind: "smsc-control-parameters";
  readonly transactionCompleted: boolean;
  /** Permanent error, the service centre makes no more attempts. */
  readonly permanentError: boolean;
  /** Temporary error, the service centre makes no more attempts. */
  readonly lastTemporaryError: boolean;
  /** Temporary error, the service centre still tries. */
  readonly temporaryError: boolean;
  /** Bits 4 and 5, 0 as specified. */
  readonly reserved: number;
  /** A report of failure cancels the request for reports on the other parts of a concatenated message. */
  readonly cancelOthers: boolean;
  /** The status report carries the original header. */
  readonly includeHeader: boolean;
}

const HEADER_SOURCES = { 1: "original-sender", 2: "original-receiver", 3: "smsc" } as const;

/** UDH source indicator: element 07, who made the elements behind it (3GPP TS 23.040, 9.2.3.24.6). */
export interface UdhSourceIndicator {
  readonly kind: "udh-source-indicator";
  readonly source: (typeof HEADER_SOURCES)[keyof typeof HEADER_SOURCES] | `reserved-${number}`;
}

/** The same ruling as that of the decoder, which ignores such an element. */
function concatenationFault({ total, sequence }: ConcatenationElement): string | null {
  return total === 0 || sequence === 0 || sequence > total ? `says part ${sequence} of ${total}` : null;
}

export const CONCATENATION_8: Layout<ConcatenationElement> = {
  id: 0x00,
  kind: "concatenation",
  constants: { bits: 8 },
  fields: [
    { name: "reference", bits: 8 },
    { name: "total", bits: 8 },
    { name: "sequence", bits: 8 },
  ],
  fault: concatenationFault,
};

export const CONCATENATION_16: Layout<ConcatenationElement> = {
  id: 0x08,
  kind: "concatenation",
  constants: { bits: 16 },
  fields: [
    { name: "reference", bits: 16 },
    { name: "total", bits: 8 },
    { name: "sequence", bits: 8 },
  ],
  fault: concatenationFault,
};

export const PORTS_8: Layout<PortsElement> = {
  id: 0x04,
  kind: "ports",
  constants: { bits: 8 },
  fields: [
    { name: "destination", bits: 8 },
    { name: "source", bits: 8 },
  ],
};

export const PORTS_16: Layout<PortsElement> = {
  id: 0x05,
  kind: "ports",
  constants: { bits: 16 },
  fields: [
    { name: "destination", bits: 16 },
    { name: "source", bits: 16 },
  ],
};

export const SPECIAL_MESSAGE_INDICATION: Layout<SpecialMessageIndication> = {
  id: 0x01,
  kind: "special-message-indication",
  fields: [
    { name: "type", bits: 5, as: WAITING_TYPES },
    { name: "profile", bits: 2, plus: 1 },
    { name: "store", bits: 1, as: "flag" },
    { name: "count", bits: 8 },
  ],
};

export const SMSC_CONTROL_PARAMETERS: Layout<SmscControlParameters> = {
  id: 0x06,
  kind: "smsc-control-parameters",
  fields: [
    { name: "transactionCompleted", bits: 1, as: "flag" },
    { name: "permanentError", bits: 1, as: "flag" },
    { name: "lastTemporaryError", bits: 1, as: "flag" },
    { name: "temporaryError", bits: 1, as: "flag" },
    { name: "reserved", bits: 2 },
    { name: "cancelOthers", bits: 1, as: "flag" },
    { name: "includeHeader", bits: 1, as: "flag" },
  ],
};

export const UDH_SOURCE_INDICATOR: Layout<UdhSourceIndicator> = {
  id: 0x07,
  kind: "udh-source-indicator",
  fields: [{ name: "source", bits: 8, as: HEADER_SOURCES }],
};

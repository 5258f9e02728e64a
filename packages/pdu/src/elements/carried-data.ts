import { MAX_ELEMENT_OCTETS } from "./element-hex.ts";
import type { Layout } from "./layout.ts";

/** Wireless Control Message Protocol: element 09, the protocol's own octets (3GPP TS 23.040, 9.2.3.24.9). */
export interface WirelessControlMessageProtocol {
  readonly kind: "wireless-control-message-protocol";
  /** Upper-case hex. */
  readonly data: string;
}

/**
 * (U)SIM toolkit security header: elements 70 to 7F (3GPP TS 23.040, 9.2.3.24.7 and TS 31.115). It says that the
 * user data begin with a secured packet, and mostly has no data of its own.
 */
export interface SimToolkitSecurity {
  readonly kind: "sim-toolkit-security";
  /** Command packet (70), response packet (71), else by number, `identifier-114` to `identifier-127`. */
  readonly packet: "command" | "response" | `identifier-${number}`;
  /** Upper-case hex. */
  readonly data: string;
}

/** From one short message entity to another: elements 80 to 9F (3GPP TS 23.040, 9.2.3.24). */
export interface OriginatorToOriginator {
  readonly kind: "originator-to-originator";
  /** 128 to 159. */
  readonly id: number;
  /** Upper-case hex. */
  readonly data: string;
}

/** Specific to a service centre: elements C0 to DF (3GPP TS 23.040, 9.2.3.24). */
export interface ScSpecific {
  readonly kind: "sc-specific";
  /** 192 to 223. */
  readonly id: number;
  /** Upper-case hex. */
  readonly data: string;
}

/** An element whose data are not read: the others define them. */
export type CarriedData =
  | WirelessControlMessageProtocol
  | SimToolkitSecurity
  | OriginatorToOriginator
  | ScSpecific;

const PACKETS: Readonly<Record<number, string>> = { 112: "command", 113: "response" };

/** The layout of an element that carries data of others; null for all other identifiers. */
export function carriedDataLayout(id: number): Layout<CarriedData> | null {
  const rest = { name: "data", least: 0, most: MAX_ELEMENT_OCTETS } as const;
  if (id === 0x09) return { id, kind: "wireless-control-message-protocol", fields: [], rest };
  if (id >= 0x70 && id <= 0x7f) {
    const constants = { packet: PACKETS[id] ?? `identifier-${id}` };
    return { id, kind: "sim-toolkit-security", constants, fields: [], rest };
  }
  if (id >= 0x80 && id <= 0x9f)
    return { id, kind: "originator-to-originator", constants: { id }, fields: [], rest };
  if (id >= 0xc0 && id <= 0xdf) return { id, kind: "sc-specific", constants: { id }, fields: [], rest };
  return null;
}

import type { Diagnostic, Field } from "../diagnostic.ts";

/** Some bits of a node's octets, in the order in which they are read. */
export interface BitField {
  readonly name: string;
  /** Bits from the start of the node: octet 0 bit 0 (the lowest) is 0, octet 1 bit 0 is 8. */
  readonly offset: number;
  readonly length: number;
  readonly value: number;
  /** What the bits mean; for a septet of text, the character it became. */
  readonly description: string;
}

/**
 * A stretch of octets and what it means. Nodes form a tree; the leaves cover every octet of the PDU exactly
 * once and in order.
 */
export interface DissectionNode {
  /** A short name to print, such as `TP-OA length`. */
  readonly name: string;
  readonly field: Field;
  /** Where it is specified, such as `23.040 9.2.3.7`. */
  readonly clause: string;
  /** Octets from the start of the PDU as given. */
  readonly offset: number;
  readonly length: number;
  readonly bits?: readonly BitField[];
  /** The octets, upper-case hex, for a leaf without a value of its own; else the value read. */
  readonly value: string | number | null;
  /** The value in words. */
  readonly description: string;
  readonly children: readonly DissectionNode[];
  /** The diagnostics whose place is here; the root has those of the PDU as a whole. */
  readonly diagnostics: readonly Diagnostic[];
}

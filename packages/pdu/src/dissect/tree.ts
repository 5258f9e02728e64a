import type { Diagnostic } from "../diagnostic.ts";
import type { BitField, DissectionNode } from "./dissection-node.ts";

/** What is said of a node once its place is known. */
export interface Draft {
  value: DissectionNode["value"];
  description: string;
  bits: readonly BitField[] | null;
}

/** A node while the tree grows. */
export interface Branch extends Draft {
  readonly name: string;
  readonly field: DissectionNode["field"];
  readonly clause: string;
  readonly offset: number;
  end: number;
  readonly children: Branch[];
  readonly diagnostics: Diagnostic[];
}

/** A node without content at `offset`. */
export function branch(name: string, field: DissectionNode["field"], clause: string, offset: number): Branch {
  return {
    name,
    field,
    clause,
    offset,
    end: offset,
    value: null,
    description: "",
    bits: null,
    children: [],
    diagnostics: [],
  };
}

/** Gives a diagnostic to the smallest node that holds its octets; one behind the end to the last leaf of its field. */
export function placeDiagnostic(root: Branch, diagnostic: Diagnostic): void {
  const end = diagnostic.offset + Math.max(1, diagnostic.length);
  let place = root;
  for (;;) {
    const inner = place.children.find((child) => child.offset <= diagnostic.offset && end <= child.end);
    if (inner === undefined) break;
    place = inner;
  }
  if (place === root && diagnostic.field !== "PDU") place = lastLeafOf(root, diagnostic.field) ?? root;
  place.diagnostics.push(diagnostic);
}

function lastLeafOf(node: Branch, field: DissectionNode["field"]): Branch | null {
  for (const child of node.children.toReversed()) {
    const found = lastLeafOf(child, field);
    if (found !== null) return found;
  }
  return node.children.length === 0 && node.field === field ? node : null;
}

/** The finished, readonly tree. */
export function finish(node: Branch, description: string = node.description): DissectionNode {
  const { name, field, clause, offset, end, value, bits, diagnostics } = node;
  const children = node.children.map((child) => finish(child));
  const base = { name, field, clause, offset, length: end - offset };
  return { ...base, ...(bits === null ? {} : { bits }), value, description, children, diagnostics };
}

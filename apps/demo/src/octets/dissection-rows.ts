import type { Diagnostic } from "@smsproof/pdu";
import type { DissectionNode } from "@smsproof/pdu/dissect";

/** A line of the field list. */
export interface DissectionRow {
  readonly node: DissectionNode;
  /** 0 for a field, 1 for what belongs to an element of the header. */
  readonly depth: number;
  readonly leaf: boolean;
  /** Those of the node, and those of a field above it that has no line of its own. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The tree as lines. The leaves say everything, so SMSC, TP-OA and TP-UDH get no line of their own; an element of
 * the header does, because its name is worth reading. Diagnostics of a field without a line go to its last leaf.
 */
export function rowsOf(root: DissectionNode): readonly DissectionRow[] {
  return root.children.flatMap((child) => rowsUnder(child, 0, []));
}

function rowsUnder(
  node: DissectionNode,
  depth: number,
  handed: readonly Diagnostic[],
): readonly DissectionRow[] {
  const diagnostics = [...node.diagnostics, ...handed];
  if (node.children.length === 0) return [{ node, depth: Math.max(0, depth - 1), leaf: true, diagnostics }];
  const own: readonly DissectionRow[] = depth === 0 ? [] : [{ node, depth: 0, leaf: false, diagnostics }];
  const down = depth === 0 ? diagnostics : [];
  const last = node.children.length - 1;
  return [
    ...own,
    ...node.children.flatMap((child, at) => rowsUnder(child, depth + 1, at === last ? down : [])),
  ];
}

/** For each octet the line of its leaf. */
export function leafOfEachOctet(rows: readonly DissectionRow[], octets: number): readonly number[] {
  const leaves = new Array<number>(octets).fill(-1);
  for (const [index, { node, leaf }] of rows.entries())
    if (leaf) leaves.fill(index, node.offset, node.offset + node.length);
  return leaves;
}

/** All diagnostics of a tree in the order of their places. */
export function diagnosticsOf(root: DissectionNode): readonly Diagnostic[] {
  const all = (node: DissectionNode): readonly Diagnostic[] => [
    ...node.diagnostics,
    ...node.children.flatMap(all),
  ];
  return all(root).toSorted((one, other) => one.offset - other.offset);
}

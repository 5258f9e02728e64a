import type { Diagnostic } from "@smsproof/pdu";
import type { BitField, DissectionNode } from "@smsproof/pdu/dissect";

/** One line of an explanation: a stretch of octets and what it means. */
export interface Row {
  readonly field: DissectionNode["field"];
  /** Octets from the start of the PDU. */
  readonly offset: number;
  /** The octets, upper-case hex. */
  readonly hex: string;
  readonly name: string;
  /** How far the name is indented: 1 for an element of the header. */
  readonly indent: number;
  readonly meaning: string;
  readonly clause: string;
  readonly bits: readonly BitField[];
  /** What is odd here. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The rows of a tree: its leaves in order, but one row for each element of the header. */
export function rowsOf(root: DissectionNode, hex: string): readonly Row[] {
  const rows: (Row & { diagnostics: Diagnostic[] })[] = [];
  const all: Diagnostic[] = [];

  function visit(node: DissectionNode, inHeader: boolean): void {
    all.push(...node.diagnostics);
    const isElement = inHeader && node.children.length > 0;
    if (node.children.length > 0 && !isElement) {
      for (const child of node.children) visit(child, node.field === "TP-UDH");
      return;
    }
    if (isElement) for (const child of node.children) collect(child, all);
    rows.push({
      field: node.field,
      offset: node.offset,
      hex: hex.slice(node.offset * 2, (node.offset + node.length) * 2),
      name: node.name,
      indent: isElement ? 1 : 0,
      meaning: node.description,
      clause: node.clause,
      bits: node.bits ?? [],
      diagnostics: [],
    });
  }

  visit(root, false);
  for (const diagnostic of all) rowFor(rows, diagnostic.offset)?.diagnostics.push(diagnostic);
  return rows;
}

function collect(node: DissectionNode, into: Diagnostic[]): void {
  into.push(...node.diagnostics);
  for (const child of node.children) collect(child, into);
}

/** The row in which an octet stands; the last one for what should have come behind the end. */
function rowFor<T extends { readonly offset: number }>(rows: readonly T[], offset: number): T | undefined {
  return rows.findLast((row) => row.offset <= offset) ?? rows[0];
}

/** Whether something in the tree is lost or cannot be trusted. */
export function hasErrors(node: DissectionNode): boolean {
  return node.diagnostics.some(({ severity }) => severity === "error") || node.children.some(hasErrors);
}

/** `SMS-DELIVER · 30 octets · SMSC present` */
export function headline(root: DissectionNode): string {
  const smsc = root.children.some(({ field }) => field === "SMSC") ? "SMSC present" : "no SMSC";
  return `${root.name} · ${root.length} ${root.length === 1 ? "octet" : "octets"} · ${smsc}`;
}

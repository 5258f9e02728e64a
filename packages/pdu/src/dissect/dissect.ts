import { type DecodeTpduOptions, passOverTpdu } from "../decode.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { toHex } from "../octets.ts";
import type { PduError } from "../pdu-error.ts";
import type { TracedPart } from "../reading.ts";
import type { Tpdu } from "../tpdu.ts";
import { describePart } from "./describe-part.ts";
import type { DissectionNode } from "./dissection-node.ts";
import { PARTS } from "./parts.ts";
import { type Branch, branch, type Draft, finish, placeDiagnostic } from "./tree.ts";

/** How to read a PDU; without a direction it goes to the mobile. */
export type DissectOptions = Partial<DecodeTpduOptions>;

const CLAUSES: Readonly<Record<Tpdu["type"], string>> = {
  "SMS-DELIVER": "23.040 9.2.2.1",
  "SMS-DELIVER-REPORT": "23.040 9.2.2.1a",
  "SMS-SUBMIT": "23.040 9.2.2.2",
  "SMS-SUBMIT-REPORT": "23.040 9.2.2.2a",
  "SMS-STATUS-REPORT": "23.040 9.2.2.3",
  "SMS-COMMAND": "23.040 9.2.2.4",
};

/**
 * A PDU octet by octet: a tree whose leaves cover every octet exactly once. It shares its field readers with
 * `decode` and `decodeDeliver`, so they never disagree. A PDU that cannot be decoded is dissected as far as it goes,
 * the reason among the diagnostics. Throws a `PduError` only for `NOT_HEX`, `EMPTY` and `TOO_LONG`.
 */
export function dissect(pdu: string | Uint8Array, options: DissectOptions = {}): DissectionNode {
  const { reading, error } = passOverTpdu(pdu, { direction: "to-mobile", ...options }, true);
  const { octets, trace } = reading;
  const type = typeOf(trace ?? []);
  const root = branch(type ?? "PDU", "PDU", type === null ? "23.040 9.2.2" : CLAUSES[type], 0);
  root.children.push(...grow(trace ?? [], octets));
  const read = root.children.at(-1)?.end ?? 0;
  if (read < octets.length) {
    const name = error === null ? "octets after the end" : "not read";
    root.children.push(leaf(name, error?.field ?? "PDU", octets, read, octets.length));
  }
  root.end = octets.length;
  for (const diagnostic of reading.diagnostics) placeDiagnostic(root, diagnostic);
  if (error !== null) placeDiagnostic(root, asDiagnostic(error, octets.length));
  return finish(root, octets.length === 1 ? "1 octet" : `${octets.length} octets`);
}

function typeOf(trace: readonly TracedPart[]): Tpdu["type"] | null {
  const first = trace.find(({ part }) => part === "first octet");
  return first === undefined ? null : (first.value as Tpdu["type"]);
}

function asDiagnostic({ code, field, offset, message }: PduError, end: number): Diagnostic {
  // Input errors were thrown before there was anything to dissect: what is left are codes of diagnostics.
  return {
    code: code as Diagnostic["code"],
    severity: "error",
    field,
    offset,
    length: end - offset,
    message,
  };
}

function leaf(
  name: string,
  field: DissectionNode["field"],
  octets: Uint8Array,
  start: number,
  end: number,
): Branch {
  const node = branch(name, field, "", start);
  node.end = end;
  node.value = toHex(octets, start, end);
  node.description = end - start === 1 ? "1 octet" : `${end - start} octets`;
  return node;
}

/** Puts the traced parts under the fields that they belong to. */
function grow(trace: readonly TracedPart[], octets: Uint8Array): Branch[] {
  const top: Branch[] = [];
  let group: Branch | null = null;
  let element: Branch | null = null;
  for (const traced of trace) {
    const { field, clause, group: groupName } = PARTS[traced.part];
    const node = branch(traced.part, field, clause, traced.offset);
    node.end = traced.offset + traced.length;
    Object.assign(node, describePart(traced, octets) satisfies Partial<Draft>);
    if (groupName === null) {
      group = null;
      top.push(node);
      continue;
    }
    if (group?.name !== groupName) {
      group = branch(groupName, field, clause, traced.offset);
      element = null;
      top.push(group);
    }
    if (traced.part === "IEI") {
      element = branch(node.description, field, clause, traced.offset);
      group.children.push(element);
    }
    const parent: Branch = traced.part.startsWith("IE") && element !== null ? element : group;
    parent.children.push(node);
    parent.end = node.end;
    group.end = node.end;
    // The last part of a field says it all: the field itself says the same.
    parent.description = node.description;
    if (parent !== group) group.description = "";
  }
  return top;
}

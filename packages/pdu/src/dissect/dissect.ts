import { type DecodeOptions, passOverDeliver } from "../decode-deliver.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { toHex } from "../octets.ts";
import type { TracedPart } from "../reading.ts";
import type { DissectionNode } from "./dissection-node.ts";
import { describePart, PARTS } from "./parts.ts";
import { type Branch, branch, type Draft, finish, placeDiagnostic } from "./tree.ts";

/**
 * A PDU octet by octet: a tree whose leaves cover every octet exactly once. It shares its field readers with
 * `decodeDeliver`, so the two never disagree. A PDU that cannot be decoded is dissected as far as it goes, the
 * reason among the diagnostics. Throws a `PduError` only for `NOT_HEX`, `EMPTY` and `TOO_LONG`.
 */
export function dissect(pdu: string | Uint8Array, options: DecodeOptions = {}): DissectionNode {
  const { reading, error } = passOverDeliver(pdu, options, true);
  const { octets, trace } = reading;
  const root = branch("SMS-DELIVER", "PDU", "23.040 9.2.2.1", 0);
  const children = grow(trace ?? [], octets);
  const read = children.at(-1)?.end ?? 0;
  if (read < octets.length) {
    const unread = leaf(
      error === null ? "octets after the end" : "not read",
      error?.field ?? "PDU",
      octets,
      read,
      octets.length,
    );
    children.push(unread);
  }
  root.children.push(...children);
  root.end = octets.length;
  const diagnostics: readonly Diagnostic[] =
    error === null
      ? reading.diagnostics
      : [
          ...reading.diagnostics,
          {
            code: error.code as Diagnostic["code"],
            severity: "error",
            field: error.field,
            offset: error.offset,
            length: octets.length - error.offset,
            message: error.message,
          },
        ];
  for (const diagnostic of diagnostics) placeDiagnostic(root, diagnostic);
  return finish(root, `${octets.length} octets`);
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
  node.description = `${end - start} octets`;
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

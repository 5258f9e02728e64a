import { dissect } from "../dissect/dissect.ts";
import type { DissectionNode } from "../dissect/dissection-node.ts";
import { deliverFirstOctetOf } from "../sms-deliver.ts";
import type { SmscPresence } from "../smsc-presence.ts";
import type { Observed } from "./deliver-observations.ts";

/** The fields of a PDU that ends too early for a value, as far as the dissection has them. */
export function partialDeliver(pdu: string, smsc: SmscPresence): Observed {
  const leaves = new Map<string, DissectionNode>();
  const walk = (node: DissectionNode): void => {
    if (node.children.length === 0) leaves.set(node.name, node);
    node.children.forEach(walk);
  };
  walk(dissect(pdu, { smsc }));
  const first = leaves.get("first octet");
  const originator = leaves.get("TP-OA");
  const timestamp = leaves.get("TP-SCTS");
  return {
    ...(first && { firstOctet: deliverFirstOctetOf(Number(first.value)) }),
    ...(originator && {
      originator: { address: originator.description, ton: "unknown", npi: "unknown", length: 0 },
    }),
    ...(timestamp && {
      timestamp: {
        raw: String(timestamp.value),
        iso: timestamp.description.replace(/^(\S+) (\S+) (\S+)$/, "$1T$2$3"),
        epochMs: null,
        offsetMinutes: null,
      },
    }),
  };
}

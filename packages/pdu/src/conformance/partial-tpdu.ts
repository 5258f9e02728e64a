import { commandTypeOf } from "../command-type.ts";
import { dataCodingOf } from "../data-coding.ts";
import type { DecodeTpduOptions } from "../decode.ts";
import { dissect } from "../dissect/dissect.ts";
import type { DissectionNode } from "../dissect/dissection-node.ts";
import { failureCauseOf } from "../failure-cause.ts";
import { protocolIdentifierOf } from "../protocol-identifier.ts";
import { statusOf } from "../status.ts";
import type { ObservedTpdu } from "./tpdu-observations.ts";

/** The fields of a TPDU that ends too early for a value, as far as the dissection has them. */
export function partialTpdu(pdu: string, options: DecodeTpduOptions): ObservedTpdu {
  const leaves = new Map<string, DissectionNode>();
  const walk = (node: DissectionNode): void => {
    if (node.children.length === 0) leaves.set(node.name, node);
    node.children.forEach(walk);
  };
  walk(dissect(pdu, options));
  const octet = <K extends string, T>(
    name: string,
    key: K,
    of: (value: number) => T,
  ): Partial<Record<K, T>> => {
    const leaf = leaves.get(name);
    return leaf === undefined ? {} : ({ [key]: of(Number(leaf.value)) } as Record<K, T>);
  };
  const described = <K extends string, T>(
    name: string,
    key: K,
    of: (leaf: DissectionNode) => T,
  ): Partial<Record<K, T>> => {
    const leaf = leaves.get(name);
    return leaf === undefined ? {} : ({ [key]: of(leaf) } as Record<K, T>);
  };
  const addressOf = ({ description: address }: DissectionNode) =>
    ({ address, ton: "unknown", npi: "unknown", length: 0 }) as const;
  const timeOf = ({ value, description }: DissectionNode) => ({
    raw: String(value),
    iso: description.replace(/^(\S+) (\S+) (\S+)$/, "$1T$2$3"),
    epochMs: null,
    offsetMinutes: null,
  });
  return {
    ...octet("first octet", "firstOctet", (value) => ({ value })),
    ...octet("TP-MR", "messageReference", (value) => value),
    ...octet("TP-MN", "messageNumber", (value) => value),
    ...octet("TP-CT", "commandType", commandTypeOf),
    ...octet("TP-ST", "status", statusOf),
    ...octet("TP-FCS", "failureCause", failureCauseOf),
    ...octet("TP-PID", "protocolIdentifier", protocolIdentifierOf),
    ...octet("TP-DCS", "dataCoding", dataCodingOf),
    ...described("TP-DA", "destination", addressOf),
    ...described("TP-RA", "recipient", addressOf),
    ...described("TP-SCTS", "timestamp", timeOf),
    ...described("TP-DT", "dischargeTime", timeOf),
  };
}

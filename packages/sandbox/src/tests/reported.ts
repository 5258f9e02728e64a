import type { Quirks } from "../quirks/quirks.ts";
import type { RouteTest } from "./route-test.ts";

/** What a vendor tells of a delivered message. */
export interface ReportedMessage {
  readonly sender: string | null;
  readonly text: string | null;
  readonly pdus: readonly string[];
}

/** The delivered message as the vendor's JSON shows it: what the PDUs say, unless a quirk spoils it. */
export function reported({ delivered }: RouteTest, quirks: Quirks): ReportedMessage {
  if (delivered === null) return { sender: null, text: null, pdus: [] };
  const { sender, text, pdus } = delivered;
  return {
    sender: quirks.jsonDisagrees ? `${sender}.` : sender,
    text: quirks.jsonDisagrees && text !== null ? `${text} (as the vendor tells it)` : text,
    pdus: broken(pdus, quirks.brokenPdu),
  };
}

function broken(pdus: readonly string[], how: Quirks["brokenPdu"]): readonly string[] {
  const [first, ...rest] = pdus;
  if (how === "none" || first === undefined) return pdus;
  return [SPOIL[how](first), ...rest];
}

const SPOIL: Readonly<Record<Exclude<Quirks["brokenPdu"], "none">, (pdu: string) => string>> = {
  // Within the user data: the header of the PDU stays readable, its last characters are lost.
  cut: (pdu) => pdu.slice(0, pdu.length - 8),
  "not-hex": (pdu) => `${pdu.slice(0, 4)}ZZ${pdu.slice(6)}`,
  "odd-length": (pdu) => pdu.slice(0, -1),
  empty: () => "",
};

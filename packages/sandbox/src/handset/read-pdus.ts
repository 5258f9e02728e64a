import { decodeDeliver, type IncompleteMessage, type Message, Reassembler } from "@smsproof/pdu";

/** What a handset shows of the PDUs it got. */
export interface ShownMessage {
  readonly sender: string;
  /** Null when it holds no text. */
  readonly text: string | null;
  readonly smsc: string | null;
  /** TP-SCTS of the first part. */
  readonly serviceCentreTime: number | null;
}

/**
 * Reads PDUs as a handset does: decodes and joins them. Where parts are missing it shows what there is.
 * A message that came more than once is shown once. Null without any PDU.
 */
export function readPdus(pdus: readonly string[]): ShownMessage | null {
  const joined = new Reassembler();
  let shown: Message | IncompleteMessage | null = null;
  for (const pdu of pdus) shown ??= joined.add(decodeDeliver(pdu, { smsc: "present" }));
  shown ??= joined.flush()[0] ?? null;
  if (shown === null) return null;
  return {
    sender: shown.originator.address,
    text: shown.text,
    smsc: shown.smsc?.address ?? null,
    serviceCentreTime: shown.timestamp.epochMs,
  };
}

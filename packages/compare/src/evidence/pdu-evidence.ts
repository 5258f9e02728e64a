import { decodeDeliver, isPduError, Reassembler, type SmsDeliver } from "@smsproof/pdu";

/** One decoded PDU and its place in the input. */
export interface DecodedPdu {
  readonly index: number;
  readonly deliver: SmsDeliver;
}

/** What a set of PDUs says. */
export interface PduEvidence {
  readonly pdus: readonly DecodedPdu[];
  /** Sender and text of the message, null when the set is not whole and clean. */
  readonly message: { readonly sender: string; readonly text: string } | null;
  /** Why the set cannot stand for the message, null when it can. */
  readonly incomplete: string | null;
  /** How often the same message, or the same part, came again. */
  readonly duplicates: number;
  /** Parts of the message that were received, and how many there are, null without PDUs. */
  readonly parts: { readonly received: number; readonly total: number } | null;
}

const NOTHING: PduEvidence = { pdus: [], message: null, incomplete: null, duplicates: 0, parts: null };

/** PDUs of one message that are looked at; the rest are ignored. */
const MAX_PDUS = 255;

/** Decodes and joins the PDUs of one delivery, in any order. Never throws: what cannot be read makes the set incomplete. */
export function readPdus(pdus: readonly string[] | undefined): PduEvidence {
  if (pdus === undefined || pdus.length === 0) return NOTHING;
  const decoded: DecodedPdu[] = [];
  let incomplete: string | null = null;
  for (const [index, pdu] of pdus.slice(0, MAX_PDUS).entries()) {
    try {
      decoded.push({ index, deliver: decodeDeliver(pdu) });
    } catch (error) {
      if (!isPduError(error)) throw error;
      incomplete ??= `PDU ${index + 1} cannot be decoded: ${error.message}`;
    }
  }
  const unclean = decoded.find(({ deliver }) =>
    deliver.diagnostics.some(({ severity }) => severity === "error"),
  );
  if (unclean !== undefined) {
    const [first] = unclean.deliver.diagnostics.filter(({ severity }) => severity === "error");
    incomplete ??= `PDU ${unclean.index + 1} is damaged: ${first?.message ?? "an error was found in it"}`;
  }
  const { messages, missing, duplicates, parts } = join(decoded);
  if (missing !== null) incomplete ??= missing;
  const [message] = messages;
  if (message === undefined) incomplete ??= "no PDU carries text";
  const same = messages.every((other) => other.text === message?.text && other.sender === message.sender);
  if (!same) incomplete ??= "the PDUs belong to different messages";
  return {
    pdus: decoded,
    message: incomplete === null ? (message ?? null) : null,
    incomplete,
    duplicates: duplicates + (same ? Math.max(0, messages.length - 1) : 0),
    parts,
  };
}

/** 8-bit data say nothing of an alphabet; where every octet is printable ASCII they are read as that. */
function asciiOf(data: string | null): string | null {
  const octets = (data?.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16));
  const printable = octets.every(
    (octet) => octet === 0x0a || octet === 0x0d || (octet >= 0x20 && octet < 0x7f),
  );
  return octets.length > 0 && printable ? String.fromCharCode(...octets) : null;
}

interface Joined {
  readonly messages: readonly { readonly sender: string; readonly text: string }[];
  readonly missing: string | null;
  readonly duplicates: number;
  readonly parts: { readonly received: number; readonly total: number } | null;
}

function join(decoded: readonly DecodedPdu[]): Joined {
  const reassembler = new Reassembler({ clock: () => 0 });
  const messages: { readonly sender: string; readonly text: string }[] = [];
  const seen = new Set<string>();
  let duplicates = 0;
  for (const { deliver } of decoded) {
    const { concatenation: part, originator } = deliver;
    const key =
      part === null
        ? null
        : `${originator.address} ${part.reference} ${part.total} ${part.sequence} ${deliver.text}`;
    if (key !== null && seen.has(key)) {
      duplicates += 1;
      continue;
    }
    if (key !== null) seen.add(key);
    const message = reassembler.add(deliver);
    const text = message === null ? null : (message.text ?? asciiOf(message.data));
    if (message !== null && text !== null) messages.push({ sender: message.originator.address, text });
  }
  const [gap] = reassembler.flush();
  const first = decoded[0]?.deliver.concatenation;
  const received = new Set(decoded.map(({ deliver }) => deliver.concatenation?.sequence ?? 1)).size;
  return {
    messages,
    missing:
      gap === undefined
        ? null
        : `the set lacks part ${gap.missing.join(", ")} of ${gap.concatenation?.total ?? 1}`,
    duplicates,
    parts: decoded.length === 0 ? null : { received, total: first?.total ?? 1 },
  };
}

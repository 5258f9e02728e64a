import { encodeHex, gsm7 } from "@smsproof/pdu";
import type { Envelope } from "../routes/message.ts";
import { languageTables } from "./language-tables.ts";
import type { Part, PartPlace } from "./part.ts";
import type { SenderAddress } from "./sender-address.ts";

/** Everything that one SMS-DELIVER says. */
export interface DeliverPdu {
  readonly sender: SenderAddress;
  readonly part: Part;
  readonly envelope: Envelope;
  readonly messageClass: 0 | 1 | 2 | 3 | null;
  /** When the service centre got it; whole seconds are written. */
  readonly epochMs: number;
  readonly moreToCome: boolean;
}

/** The octets, upper-case hex, the service centre in front. */
export function deliverPdu(deliver: DeliverPdu): string {
  const { sender, part, envelope, messageClass, moreToCome } = deliver;
  const { content, place } = part;
  const elements = [...(place === null ? [] : [concatenation(place)]), ...part.elements].map(
    ({ id, octets }) => ({ id, hex: hexOf(octets) }),
  );
  return encodeHex({
    type: "SMS-DELIVER",
    smsc: envelope.smsc,
    firstOctet: { moreMessagesToSend: moreToCome },
    originator: sender,
    protocolIdentifier: envelope.protocolIdentifier,
    dataCoding: dataCoding(part, messageClass),
    timestamp: isoInZone(deliver.epochMs, envelope.utcOffsetMinutes),
    userDataHeader: elements.length === 0 ? null : { elements },
    ...(content.kind === "text" ? { text: content.text } : { data: content.octets }),
  });
}

function concatenation({ reference, bits, total, sequence }: PartPlace): { id: number; octets: Uint8Array } {
  return bits === 8
    ? { id: 0x00, octets: Uint8Array.of(reference & 0xff, total, sequence) }
    : { id: 0x08, octets: Uint8Array.of(reference >> 8, reference & 0xff, total, sequence) };
}

/** TP-DCS (3GPP TS 23.038, clause 4): general data coding, with a class where there is one. */
function dataCoding({ content, elements }: Part, messageClass: DeliverPdu["messageClass"]): number {
  const coding = content.kind === "octets" ? 0x04 : isUcs2(content, elements) ? 0x08 : 0x00;
  return messageClass === null ? coding : 0x10 | coding | messageClass;
}

// A route may have put letters into a part that its alphabet does not have.
function isUcs2(content: Extract<Part["content"], { kind: "text" }>, elements: Part["elements"]): boolean {
  return content.alphabet === "ucs2" || gsm7.encode(content.text, languageTables(elements)) === null;
}

/** `2030-01-01T01:00:00+01:00` */
function isoInZone(epochMs: number, offsetMinutes: number): string {
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${local}${offsetMinutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const hexOf = (octets: Uint8Array): string =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, "0").toUpperCase()).join("");

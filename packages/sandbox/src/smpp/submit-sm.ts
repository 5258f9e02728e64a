import { gsm7, type LanguageTables } from "@smsproof/pdu";
import type { Submission, SubmittedContent } from "../air/submission.ts";
import { languageTables } from "../handset/language-tables.ts";
import type { PartContent, PartPlace } from "../handset/part.ts";
import { fitsOnePart } from "../handset/part-room.ts";
import { fitsParts } from "../handset/segmentation.ts";
import { readSenderAddress } from "../handset/sender-address.ts";
import { readHeader } from "../handset/user-data-header.ts";
import { HEADER_OCTETS } from "./framing.ts";
import { createOctetReader, type OctetReader } from "./octet-reader.ts";
import { STATUS, TLV } from "./smpp-constants.ts";

/** A submit_sm as far as the sandbox heeds it. */
export interface SubmitSm {
  readonly submission: Submission;
  /** The address as it was given, for the receipt. */
  readonly source: { readonly ton: number; readonly npi: number; readonly address: string };
  readonly destination: { readonly ton: number; readonly npi: number; readonly address: string };
  /** Whether a receipt is asked for: of every outcome, of failure, or of none. */
  readonly receipt: "always" | "on-failure" | "never";
}

/** A submit_sm, or the status that refuses it. */
export type ReadSubmitSm =
  | { readonly ok: true; readonly value: SubmitSm }
  | { readonly ok: false; readonly status: number };

const MAX_SHORT_MESSAGE = 254;

/**
 * Reads a submit_sm (SMPP 3.4, 4.4.1) out of its octets. The message is needed as it came, before any
 * decoding: what a library made of it could not be sent on unchanged.
 */
export function readSubmitSm(octets: Uint8Array, supplier: string | null): ReadSubmitSm {
  const reader = createOctetReader(octets, HEADER_OCTETS);
  reader.cString(6); // service_type
  const source = { ton: reader.uint8(), npi: reader.uint8(), address: reader.cString(21) };
  const destination = { ton: reader.uint8(), npi: reader.uint8(), address: reader.cString(21) };
  const esmClass = reader.uint8();
  const protocolIdentifier = reader.uint8();
  reader.uint8(); // priority_flag
  reader.cString(17); // schedule_delivery_time: taken, not heeded
  reader.cString(17); // validity_period
  const registeredDelivery = reader.uint8();
  reader.uint8(); // replace_if_present_flag
  const dataCoding = reader.uint8();
  reader.uint8(); // sm_default_msg_id
  const length = reader.uint8();
  if (length > MAX_SHORT_MESSAGE) return refused(STATUS.INVALID_MESSAGE_LENGTH);
  const shortMessage = reader.octets(length);
  const tlvs = readTlvs(reader);
  if (reader.failed || tlvs === null) return refused(STATUS.INVALID_COMMAND_LENGTH);
  const payload = tlvs.get(TLV.MESSAGE_PAYLOAD);
  if (payload !== undefined && length > 0) return refused(STATUS.INVALID_MESSAGE_LENGTH);

  const sender = readSenderAddress(senderText(source), source.ton, source.npi);
  if (!sender.ok) return refused(STATUS.INVALID_SOURCE_ADDRESS);
  const to = destination.address.replace(/^\+/, "");
  if (!/^\d{3,15}$/.test(to)) return refused(STATUS.INVALID_DESTINATION_ADDRESS);
  const userData = payload ?? shortMessage;
  const headerLength = (esmClass & 0x40) === 0 ? 0 : (userData[0] ?? 0) + 1;
  const header = headerLength > userData.length ? null : readHeader(userData.slice(0, headerLength));
  if (header === null) return refused(STATUS.INVALID_ESM_CLASS);
  const content = contentOf(userData.slice(headerLength), dataCoding, languageTables(header.elements));
  const place = header.place ?? sarPlace(tlvs);
  const { elements } = header;
  const fits =
    place !== null || content.kind === "octets"
      ? fitsOnePart(asPart(content), elements, place)
      : fitsParts({ ...content, elements, partLength: null });
  if (!fits) return refused(STATUS.INVALID_MESSAGE_LENGTH);
  return {
    ok: true,
    value: {
      submission: {
        sender: sender.sender,
        to,
        content,
        elements: header.elements,
        place,
        messageClass: classOf(dataCoding),
        protocolIdentifier,
        supplier,
        via: "smpp",
      },
      source,
      destination,
      receipt: RECEIPTS[registeredDelivery & 0x03] ?? "never",
    },
  };
}

const asPart = (content: SubmittedContent): PartContent =>
  content.kind === "octets"
    ? content
    : { ...content, alphabet: content.alphabet === "ucs2" ? "ucs2" : "gsm7" };

const RECEIPTS = ["never", "always", "on-failure"] as const;

const refused = (status: number): ReadSubmitSm => ({ ok: false, status });

// SMPP writes names as C-octet strings, which most gateways take as Latin-1 characters.
const senderText = ({ ton, address }: SubmitSm["source"]): string =>
  ton === 1 ? `+${address.replace(/^\+/, "")}` : address;

function readTlvs(reader: OctetReader): ReadonlyMap<number, Uint8Array> | null {
  const tlvs = new Map<number, Uint8Array>();
  while (reader.left > 0) {
    const tag = reader.uint16();
    const value = reader.octets(reader.uint16());
    if (reader.failed) return null;
    tlvs.set(tag, value);
  }
  return tlvs;
}

function sarPlace(tlvs: ReadonlyMap<number, Uint8Array>): PartPlace | null {
  const reference = tlvs.get(TLV.SAR_MSG_REF_NUM);
  const total = tlvs.get(TLV.SAR_TOTAL_SEGMENTS)?.[0];
  const sequence = tlvs.get(TLV.SAR_SEGMENT_SEQNUM)?.[0];
  if (reference?.length !== 2 || total === undefined || sequence === undefined) return null;
  if (total < 1 || sequence < 1 || sequence > total) return null;
  return { reference: ((reference[0] ?? 0) << 8) | (reference[1] ?? 0), bits: 16, total, sequence };
}

/** The text that SMPP's data_coding (5.2.19) makes of octets; codings that the sandbox has no table for stay octets. */
function contentOf(octets: Uint8Array, dataCoding: number, tables: LanguageTables): SubmittedContent {
  switch (codingOf(dataCoding)) {
    case "gsm7":
      return {
        kind: "text",
        text: gsm7.decode(
          octets.map((octet) => octet & 0x7f),
          tables,
        ),
        alphabet: "gsm7",
      };
    case "ascii":
    case "latin1": {
      const text = Array.from(octets, (octet) => String.fromCharCode(octet)).join("");
      return { kind: "text", text, alphabet: gsm7.encode(text) === null ? "ucs2" : "gsm7" };
    }
    case "ucs2": {
      let text = "";
      for (let i = 0; i + 1 < octets.length; i += 2) {
        text += String.fromCharCode(((octets[i] ?? 0) << 8) | (octets[i + 1] ?? 0));
      }
      return { kind: "text", text, alphabet: "ucs2" };
    }
    case "octets":
      return { kind: "octets", octets };
  }
}

function codingOf(dataCoding: number): "gsm7" | "ascii" | "latin1" | "ucs2" | "octets" {
  if (dataCoding === 0) return "gsm7";
  if (dataCoding === 1) return "ascii";
  if (dataCoding === 3) return "latin1";
  if (dataCoding === 8) return "ucs2";
  // 0x10 to 0x1F and 0xF0 to 0xFF are GSM 03.38's own octet, with a message class.
  const group = dataCoding >> 4;
  if (group === 0x1)
    return (["gsm7", "octets", "ucs2", "octets"] as const)[(dataCoding >> 2) & 3] ?? "octets";
  if (group === 0xf) return (dataCoding & 0x04) === 0 ? "gsm7" : "octets";
  return "octets";
}

function classOf(dataCoding: number): 0 | 1 | 2 | 3 | null {
  const group = dataCoding >> 4;
  return group === 0x1 || group === 0xf ? ((dataCoding & 3) as 0 | 1 | 2 | 3) : null;
}

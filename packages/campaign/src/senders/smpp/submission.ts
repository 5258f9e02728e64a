import { gsm7, isPduError, type SegmentUserData, segment } from "@smsproof/pdu";
import type { OutgoingMessage } from "@smsproof/vendor";

/** Parameters of one submit_sm, as npm `smpp` names them. */
type SubmitParameters = Readonly<Record<string, string | number | Uint8Array>>;

/** What an account's service centre does with data_coding 0. */
export type DefaultAlphabet = "gsm7" | "latin1";

/** How messages are to be put into submit_sm. */
export interface SubmissionOptions {
  /** Default `gsm7`: one septet of 3GPP TS 23.038 in an octet. Some service centres read Latin-1. */
  readonly defaultAlphabet: DefaultAlphabet;
  /** Reference of a message of many parts, 0 to 255. */
  readonly reference: number;
}

/** The parts of a message, or why it cannot be one. */
export type Submission =
  | { readonly ok: true; readonly parts: readonly SubmitParameters[] }
  | { readonly ok: false; readonly reason: string };

/** SMPP 3.4, 5.2.21: more octets than this crash npm `smpp`, and no service centre takes them. */
const MAX_SHORT_MESSAGE = 254;

const ESM_CLASS_UDHI = 0x40;
const REGISTERED_DELIVERY = 1;
const UCS2 = 8;

/** Cuts a message into parts and each into the parameters of a submit_sm (SMPP 3.4, 4.4.1). Nothing is sent. */
export function submissionOf(message: OutgoingMessage, options: SubmissionOptions): Submission {
  const source = sourceOf(message.from);
  if (source === null)
    return { ok: false, reason: "the sender is neither digits nor up to 11 characters of ASCII" };
  if (!/^[1-9]\d{3,14}$/.test(message.to)) return { ok: false, reason: "the recipient is no E.164 number" };
  if (message.encoding === "gsm7" && !isReadable(message.text, options))
    return { ok: false, reason: "the account's default alphabet, Latin-1, does not hold the text" };
  try {
    const { parts } = segment(message.text, {
      alphabets: alphabetsFor(message, options),
      reference: options.reference,
    });
    return {
      ok: true,
      parts: parts.map(({ userData }) => ({ ...source, ...partOf(message.to, userData, options) })),
    };
  } catch (error) {
    if (isPduError(error)) return { ok: false, reason: error.message };
    throw error;
  }
}

function partOf(
  to: string,
  { text, dataCoding, concatenation }: SegmentUserData,
  { defaultAlphabet }: SubmissionOptions,
): SubmitParameters {
  const header =
    concatenation === null
      ? []
      : [5, 0, 3, concatenation.reference, concatenation.total, concatenation.sequence];
  const body =
    dataCoding === UCS2 ? utf16be(text) : defaultAlphabet === "gsm7" ? septets(text) : latin1(text);
  const octets = Uint8Array.from([...header, ...body]);
  if (octets.length > MAX_SHORT_MESSAGE) throw new RangeError(`A part of ${octets.length} octets was made.`);
  return {
    dest_addr_ton: 1,
    dest_addr_npi: 1,
    destination_addr: to,
    esm_class: header.length > 0 ? ESM_CLASS_UDHI : 0,
    registered_delivery: REGISTERED_DELIVERY,
    data_coding: dataCoding,
    short_message: octets,
  };
}

/** TON and NPI of a sender (SMPP 3.4, 5.2.5): names are alphanumeric, up to 6 digits a short code, more an E.164 number. */
function sourceOf(from: string): SubmitParameters | null {
  const digits = /^\+?(\d{1,15})$/.exec(from)?.[1];
  if (digits === undefined)
    return /^[\x20-\x7e]{1,11}$/.test(from)
      ? { source_addr_ton: 5, source_addr_npi: 0, source_addr: from }
      : null;
  const isShort = digits.length <= 6 && !from.startsWith("+");
  return isShort
    ? { source_addr_ton: 3, source_addr_npi: 0, source_addr: digits }
    : { source_addr_ton: 1, source_addr_npi: 1, source_addr: digits };
}

/** GSM texts that Latin-1 cannot hold (the euro sign, Greek capitals) go as UCS2 where data_coding 0 is Latin-1. */
function alphabetsFor(
  { text, encoding = "auto" }: OutgoingMessage,
  options: SubmissionOptions,
): readonly ("gsm7" | "ucs2")[] {
  if (encoding !== "auto") return [encoding];
  return isReadable(text, options) ? ["gsm7", "ucs2"] : ["ucs2"];
}

/** Whether data_coding 0 holds every character of a text that GSM 7-bit holds. */
function isReadable(text: string, { defaultAlphabet }: SubmissionOptions): boolean {
  if (defaultAlphabet === "gsm7") return true;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return false;
  return true;
}

function septets(text: string): Uint8Array {
  const encoded = gsm7.encode(text);
  // segment chose GSM 7-bit for this very text.
  if (encoded === null) throw new RangeError("A part was made that GSM 7-bit does not hold.");
  return encoded;
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function utf16be(text: string): Uint8Array {
  const octets = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    octets[2 * i] = text.charCodeAt(i) >> 8;
    octets[2 * i + 1] = text.charCodeAt(i) & 0xff;
  }
  return octets;
}

import { gsm7, type LanguageTables } from "@smsproof/pdu";
import { z } from "zod";
import type { Submission, SubmittedContent } from "../air/submission.ts";
import { languageTables } from "../handset/language-tables.ts";
import { fitsOnePart } from "../handset/part-room.ts";
import { fitsParts, MAX_PARTS } from "../handset/segmentation.ts";
import { readSenderAddress } from "../handset/sender-address.ts";
import { hexOctets, type ReadHeader, readHeader } from "../handset/user-data-header.ts";

/** A message for `POST /_sandbox/sms` and for `sandbox.sms`. */
export interface SmsRequest {
  readonly from: string;
  /** E.164 digits; a `+` in front is taken off. */
  readonly to: string;
  readonly text?: string;
  /** The user data header with its length octet, hex. */
  readonly udh?: string;
  /** The user data behind the header, hex: septets one to an octet, UTF-16BE or raw octets, by `encoding`. */
  readonly data?: string;
  /** Default `auto` for text, `8bit` for data. */
  readonly encoding?: "auto" | "gsm7" | "ucs2" | "8bit";
  /** Type of number and numbering plan of the sender, as SMPP numbers them. */
  readonly ton?: number;
  readonly npi?: number;
  readonly messageClass?: 0 | 1 | 2 | 3;
  readonly supplier?: string;
}

/** The longest text taken: 255 parts of 153 characters. */
const MAX_TEXT_LENGTH = 39_015;

const hex = z
  .string()
  .regex(/^(?:[0-9a-f]{2})*$/i, "must be hex octets")
  .max(280);

const schema: z.ZodType<SmsRequest> = z
  .strictObject({
    from: z.string().max(50),
    to: z.string().regex(/^\+?[1-9]\d{3,14}$/, "must be an E.164 number"),
    text: z.string().max(MAX_TEXT_LENGTH).exactOptional(),
    udh: hex.exactOptional(),
    data: hex.exactOptional(),
    encoding: z.enum(["auto", "gsm7", "ucs2", "8bit"]).exactOptional(),
    ton: z.int().min(0).max(7).exactOptional(),
    npi: z.int().min(0).max(15).exactOptional(),
    messageClass: z.literal([0, 1, 2, 3]).exactOptional(),
    supplier: z.string().min(1).max(100).exactOptional(),
  })
  .refine(({ text, data }) => (text === undefined) !== (data === undefined), {
    error: "needs either text or data",
  });

/** A submission, or the sentence that says what is wrong. */
export type ReadSmsRequest =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly field: string; readonly message: string };

/** Reads a message. */
export function readSmsRequest(body: unknown, via: Submission["via"]): ReadSmsRequest {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused(issue?.path.join(".") || "body", issue?.message ?? "is not a message");
  }
  const { from, to, ton, npi, messageClass, supplier } = parsed.data;
  const sender = readSenderAddress(from, ton, npi);
  if (!sender.ok) return refused("from", sender.reason);
  const header = readHeader(hexOctets(parsed.data.udh ?? ""));
  if (header === null) return refused("udh", "the lengths in the header do not fit");
  const tables = languageTables(header.elements);
  const content = contentOf(parsed.data, header.place !== null, tables);
  const field = parsed.data.text === undefined ? "data" : "text";
  if (typeof content === "string") return refused(field, content);
  if (!fitsAsItIs(content, header)) {
    const whole = content.kind === "text" && header.place === null;
    const where = whole ? `${MAX_PARTS} parts` : "one part";
    return refused(field, `does not fit into ${where} behind its header`);
  }
  return {
    ok: true,
    submission: {
      sender: sender.sender,
      to: to.replace("+", ""),
      content,
      elements: header.elements,
      place: header.place,
      messageClass: messageClass ?? null,
      protocolIdentifier: 0,
      supplier: supplier ?? null,
      via,
    },
  };
}

function contentOf(
  { text, data, encoding }: SmsRequest,
  isPart: boolean,
  tables: LanguageTables,
): SubmittedContent | string {
  if (text !== undefined) {
    if (encoding === "8bit") return "text cannot be sent as 8bit: give data";
    const septets = gsm7.encode(text, tables);
    if (encoding === "gsm7" && septets === null) return "holds a character that GSM 7-bit does not have";
    if (encoding === undefined || encoding === "auto") {
      // A part that the sender cut himself must say its alphabet.
      return { kind: "text", text, alphabet: isPart ? (septets === null ? "ucs2" : "gsm7") : "auto" };
    }
    return { kind: "text", text, alphabet: encoding };
  }
  const octets = hexOctets(data ?? "");
  switch (encoding) {
    case "gsm7":
      return { kind: "text", text: gsm7.decode(octets, tables), alphabet: "gsm7" };
    case "ucs2":
      return { kind: "text", text: utf16be(octets), alphabet: "ucs2" };
    default:
      return { kind: "octets", octets };
  }
}

function utf16be(octets: Uint8Array): string {
  let text = "";
  for (let i = 0; i + 1 < octets.length; i += 2) {
    text += String.fromCharCode(((octets[i] ?? 0) << 8) | (octets[i + 1] ?? 0));
  }
  return text;
}

/** A message that its sender has not cut is cut as need be; all else has to fit. */
function fitsAsItIs(content: SubmittedContent, { place, elements }: ReadHeader): boolean {
  if (content.kind === "octets") return fitsOnePart(content, elements, place);
  if (place === null) return fitsParts({ ...content, elements, partLength: null });
  return fitsOnePart(
    { ...content, alphabet: content.alphabet === "ucs2" ? "ucs2" : "gsm7" },
    elements,
    place,
  );
}

const refused = (field: string, message: string): ReadSmsRequest => ({ ok: false, field, message });

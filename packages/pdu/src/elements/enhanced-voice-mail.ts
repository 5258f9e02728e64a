import type { Address } from "../address.ts";
import { octetAt, toHex } from "../octets.ts";
import { readElementAddress, writeElementAddress } from "./element-address.ts";
import { octetsInWords, shown, unencodableElement } from "./element-fault.ts";
import { elementOctets } from "./element-hex.ts";
import { type LayoutField, readFields, writeFields } from "./layout.ts";

/** What both kinds of enhanced voice mail information say: element 23 (3GPP TS 23.040, 9.2.3.24.13). */
interface MailboxStatus {
  readonly kind: "enhanced-voice-mail";
  /** Multiple subscriber profile, 1 to 4 (3GPP TS 23.097). */
  readonly profile: number;
  /** Whether the short message is kept. */
  readonly store: boolean;
  readonly almostFull: boolean;
  readonly full: boolean;
  /** Bit 1 of the first octet, 0 as specified. */
  readonly reserved: number;
  /** Where the mailbox is called. */
  readonly accessAddress: Address;
  /** Voice messages that have not been heard; 255 means 255 or more. */
  readonly voiceMessages: number;
  /** The bits above the number of `messages`, 0 as specified. */
  readonly countReserved: number;
  /** Status extension, upper-case hex; null where there is none. */
  readonly extension: string | null;
}

/** A voice message that a notification tells of. */
export interface VoiceMessage {
  readonly id: number;
  /** Seconds; 255 means 255 or more. */
  readonly length: number;
  /** Days until the message is deleted, 0 to 31. */
  readonly retentionDays: number;
  /** Bit 5 of the octet of the days, 0 as specified. */
  readonly reserved: number;
  readonly urgent: boolean;
  readonly callingLine: Address;
  /** Message extension, upper-case hex; null where there is none. */
  readonly extension: string | null;
}

/** A voice message that has been deleted. */
export interface DeletedVoiceMessage {
  readonly id: number;
  /** Bits 0 to 6 of the octet behind the id, 0 as specified. */
  readonly reserved: number;
  /** Message extension, upper-case hex; null where there is none. */
  readonly extension: string | null;
}

/** Enhanced voice mail notification (3GPP TS 23.040, 9.2.3.24.13.1). */
export interface VoiceMailNotification extends MailboxStatus {
  readonly type: "notification";
  /** At most 15. */
  readonly messages: readonly VoiceMessage[];
}

/** Enhanced voice mail delete confirmation (3GPP TS 23.040, 9.2.3.24.13.2). */
export interface VoiceMailDeleteConfirmation extends MailboxStatus {
  readonly type: "delete-confirmation";
  /** At most 31. */
  readonly messages: readonly DeletedVoiceMessage[];
}

export type EnhancedVoiceMail = VoiceMailNotification | VoiceMailDeleteConfirmation;

const ELEMENT = "enhanced-voice-mail";

/** The first octet. `extended` says whether there is a status extension. */
export const STATUS_FIELDS: readonly LayoutField[] = [
  { name: "type", bits: 1, as: ["notification", "delete-confirmation"] },
  { name: "reserved", bits: 1 },
  { name: "profile", bits: 2, plus: 1 },
  { name: "store", bits: 1, as: "flag" },
  { name: "almostFull", bits: 1, as: "flag" },
  { name: "full", bits: 1, as: "flag" },
  { name: "extended", bits: 1, as: "flag" },
];

/** A number of messages has 4 bits in a notification and 5 in a delete confirmation. */
const COUNT_FIELDS = {
  notification: [
    { name: "voiceMessages", bits: 8 },
    { name: "count", bits: 4 },
    { name: "countReserved", bits: 4 },
  ],
  "delete-confirmation": [
    { name: "voiceMessages", bits: 8 },
    { name: "count", bits: 5 },
    { name: "countReserved", bits: 3 },
  ],
} as const;

const MESSAGE_FIELDS = {
  notification: [
    { name: "id", bits: 16 },
    { name: "length", bits: 8 },
    { name: "retentionDays", bits: 5 },
    { name: "reserved", bits: 1 },
    { name: "urgent", bits: 1, as: "flag" },
    { name: "extended", bits: 1, as: "flag" },
  ],
  "delete-confirmation": [
    { name: "id", bits: 16 },
    { name: "reserved", bits: 7 },
    { name: "extended", bits: 1, as: "flag" },
  ],
} as const;

/** Octets of `MESSAGE_FIELDS`. */
const MESSAGE_OCTETS = { notification: 4, "delete-confirmation": 3 } as const;

/** Element 23, or what is wrong with it. */
export function readEnhancedVoiceMail(octets: Uint8Array): EnhancedVoiceMail | string {
  if (octets.length === 0) return "has no data";
  const { type, extended, ...status } = readFields(STATUS_FIELDS, octets, 0);
  const kind = type as EnhancedVoiceMail["type"];
  const access = readElementAddress(octets, 1);
  if (typeof access === "string") return access;
  if (octets.length < access.end + 2) return "ends before its number of messages";
  const { count, ...counts } = readFields(COUNT_FIELDS[kind], octets, access.end);
  const extension = readExtension(octets, access.end + 2, extended === true);
  if (extension === null) return "ends within its status extension";
  let { end } = extension;
  const messages: unknown[] = [];
  while (messages.length < Number(count)) {
    const says = `ends within message ${messages.length + 1} of ${Number(count)}`;
    if (octets.length < end + MESSAGE_OCTETS[kind]) return says;
    const { extended: hasMore, ...message } = readFields(MESSAGE_FIELDS[kind], octets, end);
    end += MESSAGE_OCTETS[kind];
    const line = kind === "notification" ? readElementAddress(octets, end) : null;
    if (typeof line === "string") return line;
    const more = readExtension(octets, line?.end ?? end, hasMore === true);
    if (more === null) return says;
    messages.push({
      ...message,
      ...(line === null ? {} : { callingLine: line.address }),
      extension: more.extension,
    });
    end = more.end;
  }
  if (end < octets.length) return `has ${octetsInWords(octets.length - end)} more than its messages`;
  const value = { kind: ELEMENT, type, ...status, accessAddress: access.address, ...counts };
  return { ...value, extension: extension.extension, messages } as unknown as EnhancedVoiceMail;
}

function readExtension(
  octets: Uint8Array,
  start: number,
  isThere: boolean,
): { readonly extension: string | null; readonly end: number } | null {
  if (!isThere) return { extension: null, end: start };
  const end = start + 1 + octetAt(octets, start);
  if (start >= octets.length || end > octets.length) return null;
  return { extension: toHex(octets, start + 1, end), end };
}

/** The octets of element 23. Throws `UNENCODABLE`. */
export function writeEnhancedVoiceMail(value: EnhancedVoiceMail): number[] {
  const { type, accessAddress, extension, messages } = value;
  const octets = writeFields(ELEMENT, STATUS_FIELDS, { ...value, extended: extension !== null });
  if (!Array.isArray(messages))
    throw unencodableElement(ELEMENT, `has ${shown(messages)} instead of messages`);
  octets.push(...writeElementAddress(ELEMENT, "an access address", accessAddress));
  octets.push(...writeFields(ELEMENT, COUNT_FIELDS[type], { ...value, count: messages.length }));
  octets.push(...writeExtension(extension));
  for (const message of messages as readonly Partial<VoiceMessage>[]) {
    const { callingLine, extension: more } = { ...message };
    octets.push(...writeFields(ELEMENT, MESSAGE_FIELDS[type], { ...message, extended: more !== null }));
    if (type === "notification")
      octets.push(...writeElementAddress(ELEMENT, "a calling line", callingLine as Address));
    octets.push(...writeExtension(more));
  }
  return octets;
}

function writeExtension(extension: unknown): number[] {
  if (extension === null) return [];
  const octets = elementOctets(extension);
  if (octets === null)
    throw unencodableElement(ELEMENT, `has ${shown(extension)} as extension instead of hex`);
  return [octets.length, ...octets];
}

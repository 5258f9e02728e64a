import { gsm7 } from "@smsproof/pdu";
import { languageTables } from "./language-tables.ts";
import type { HeaderElement, PartContent, PartPlace } from "./part.ts";

/** The octets of TP-UD, header included (3GPP TS 23.040, 9.2.3.24). */
const USER_DATA_OCTETS = 140;

/** The header that elements and a place need, its length octet included; 0 where there is none. */
export function headerOctets(
  elements: readonly HeaderElement[],
  place: Pick<PartPlace, "bits"> | null,
): number {
  const own = elements.reduce((sum, { octets }) => sum + 2 + octets.length, 0);
  const all = own + (place === null ? 0 : place.bits === 8 ? 5 : 6);
  return all === 0 ? 0 : all + 1;
}

/** How many septets or UCS2 code units there is room for behind a header. */
export function roomBehind(header: number, alphabet: "gsm7" | "ucs2"): number {
  const octets = USER_DATA_OCTETS - header;
  return alphabet === "gsm7" ? Math.floor((octets * 8) / 7) : Math.floor(octets / 2);
}

/** Whether a content goes into one part behind its header. */
export function fitsOnePart(
  content: PartContent,
  elements: readonly HeaderElement[],
  place: PartPlace | null,
): boolean {
  const header = headerOctets(elements, place);
  if (content.kind === "octets") return content.octets.length <= USER_DATA_OCTETS - header;
  const septets = content.alphabet === "ucs2" ? null : gsm7.encode(content.text, languageTables(elements));
  if (septets === null) return content.text.length <= roomBehind(header, "ucs2");
  return septets.length <= roomBehind(header, "gsm7");
}

/** The least that a header must leave for text that the sandbox is to cut: enough for an escape or a pair. */
const LEAST_ROOM_OCTETS = 20;

/** Whether a text can be cut behind these elements and a concatenation. */
export function leavesRoom(elements: readonly HeaderElement[]): boolean {
  return headerOctets(elements, { bits: 16 }) <= USER_DATA_OCTETS - LEAST_ROOM_OCTETS;
}

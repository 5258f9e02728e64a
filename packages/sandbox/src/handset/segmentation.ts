import { gsm7, isPduError, type LanguageTables, segment } from "@smsproof/pdu";
import { languageTables } from "./language-tables.ts";
import { type HeaderElement, type Part, textOfParts } from "./part.ts";
import { headerOctets, leavesRoom, roomBehind } from "./part-room.ts";

/** A message that is to be cut. */
export interface WholeMessage {
  readonly text: string;
  readonly alphabet: "auto" | "gsm7" | "ucs2";
  readonly elements: readonly HeaderElement[];
  /** Shorter parts than need be: septets or UCS2 code units. */
  readonly partLength: number | null;
}

/** How many parts a message may have (the total is one octet). */
export const MAX_PARTS = 255;

/**
 * Cuts a text into parts, with the cheapest alphabet, never through an escape pair or a surrogate pair.
 * A text that is more than 255 parts is cut off there.
 */
export function segmentMessage(message: WholeMessage, reference: number): readonly Part[] {
  const plain = message.elements.length === 0 && message.partLength === null;
  return (plain ? ordinaryParts(message, reference) : null) ?? specialParts(message, reference);
}

/** Behind the longest header that is taken a part has room for ten UCS2 code units, of which a pair can waste one. */
const SURELY_FITS = MAX_PARTS * 9;

/** Whether a text goes into the parts that a message may have, none of it cut off. */
export function fitsParts(message: WholeMessage): boolean {
  if (!leavesRoom(message.elements)) return false;
  if (message.text.length <= SURELY_FITS) return true;
  return textOfParts(segmentMessage(message, 0))?.length === message.text.length;
}

/** As `segment` cuts it; null for a text that it refuses. */
function ordinaryParts(message: WholeMessage, reference: number): readonly Part[] | null {
  const alphabets = message.alphabet === "auto" ? (["gsm7", "ucs2"] as const) : ([message.alphabet] as const);
  try {
    const { alphabet, parts } = segment(message.text, { alphabets, reference });
    return parts.map(({ text, userData }) => part(message, alphabet, text, userData.concatenation));
  } catch (error) {
    if (isPduError(error)) return null;
    throw error;
  }
}

/** Parts behind a header of the sender's own, or shorter than need be. */
function specialParts(message: WholeMessage, reference: number): readonly Part[] {
  const tables = languageTables(message.elements);
  const septets = message.alphabet === "ucs2" ? null : gsm7.encode(message.text, tables);
  const alphabet = septets === null && message.alphabet !== "gsm7" ? "ucs2" : "gsm7";
  const limit = message.partLength ?? Number.POSITIVE_INFINITY;
  const whole = Math.min(roomBehind(headerOctets(message.elements, null), alphabet), limit);
  if (weight(message.text, alphabet, tables) <= whole) return [part(message, alphabet, message.text, null)];
  const each = Math.min(roomBehind(headerOctets(message.elements, { bits: 8 }), alphabet), limit);
  const texts = cut(message.text, alphabet, each, tables).slice(0, MAX_PARTS);
  return texts.map((text, index) =>
    part(message, alphabet, text, { reference, bits: 8, total: texts.length, sequence: index + 1 }),
  );
}

const part = (
  message: WholeMessage,
  alphabet: "gsm7" | "ucs2",
  text: string,
  place: Part["place"],
): Part => ({
  place,
  elements: message.elements,
  content: { kind: "text", alphabet, text },
});

const weight = (text: string, alphabet: "gsm7" | "ucs2", tables: LanguageTables): number =>
  alphabet === "ucs2" ? text.length : (gsm7.encode(text, tables)?.length ?? text.length);

function cut(text: string, alphabet: "gsm7" | "ucs2", each: number, tables: LanguageTables): string[] {
  const texts: string[] = [];
  let current = "";
  let used = 0;
  for (const character of text) {
    const size = weight(character, alphabet, tables);
    if (used + size > each) {
      texts.push(current);
      current = "";
      used = 0;
    }
    current += character;
    used += size;
  }
  texts.push(current);
  return texts;
}

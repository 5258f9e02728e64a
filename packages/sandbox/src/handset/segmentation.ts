import { gsm7 } from "@smsproof/pdu";
import type { HeaderElement, Part } from "./part.ts";

/** A message that is to be cut. */
export interface WholeMessage {
  readonly text: string;
  readonly alphabet: "auto" | "gsm7" | "ucs2";
  readonly elements: readonly HeaderElement[];
  /** Shorter parts than need be: septets or UCS2 code units. */
  readonly partLength: number | null;
}

const USER_DATA_OCTETS = 140;
const CONCATENATION_OCTETS = 5;

/** How many parts a message may have (the total is one octet). */
export const MAX_PARTS = 255;

/**
 * Cuts a text into parts, with the cheapest alphabet, never through an escape pair or a surrogate pair.
 * A text that is more than 255 parts is cut off there.
 */
export function segmentMessage(message: WholeMessage, reference: number): readonly Part[] {
  const septets = message.alphabet === "ucs2" ? null : gsm7.encode(message.text);
  const alphabet = septets === null && message.alphabet !== "gsm7" ? "ucs2" : "gsm7";
  const elementOctets = message.elements.reduce((sum, { octets }) => sum + 2 + octets.length, 0);
  const whole = room(alphabet, elementOctets === 0 ? 0 : elementOctets + 1, message.partLength);
  if (weight(message.text, alphabet) <= whole) return [part(message, alphabet, message.text, null)];
  const each = room(alphabet, elementOctets + CONCATENATION_OCTETS + 1, message.partLength);
  const texts = cut(message.text, alphabet, each).slice(0, MAX_PARTS);
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

function room(alphabet: "gsm7" | "ucs2", headerOctets: number, limit: number | null): number {
  const octets = USER_DATA_OCTETS - headerOctets;
  const units = alphabet === "gsm7" ? Math.floor((octets * 8) / 7) : Math.floor(octets / 2);
  return Math.max(Math.min(units, limit ?? units), 2);
}

const weight = (text: string, alphabet: "gsm7" | "ucs2"): number =>
  alphabet === "ucs2" ? text.length : (gsm7.encode(text)?.length ?? text.length);

function cut(text: string, alphabet: "gsm7" | "ucs2", each: number): string[] {
  const texts: string[] = [];
  let current = "";
  let used = 0;
  for (const character of text) {
    const size = weight(character, alphabet);
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

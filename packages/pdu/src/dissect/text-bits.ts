import { alphabetOf, ESCAPE } from "../gsm7/alphabet.ts";
import { unpack } from "../gsm7/septets.ts";
import { decodeSeptets } from "../gsm7/text.ts";
import { octetAt } from "../octets.ts";
import type { TracedUserData } from "../user-data.ts";
import type { BitField } from "./dissection-node.ts";

/** Which bits of the text's octets became which character; null where the octets are no text. */
export function textBits(traced: TracedUserData, octets: Uint8Array): readonly BitField[] | null {
  if (traced.text === null) return null;
  if (traced.coding.alphabet === "gsm7") return septetBits(traced, octets);
  return traced.coding.alphabet === "ucs2" ? codeUnitBits(traced, octets) : null;
}

function septetBits(
  { fillBits, septets: count, nationalLanguage }: TracedUserData,
  octets: Uint8Array,
): readonly BitField[] {
  const alphabet = alphabetOf(nationalLanguage);
  const septets = unpack(octets, count, fillBits);
  const fields: BitField[] = [];
  // Before one octet of fill there may be no octet at all: then there is nothing to describe.
  const fill = Math.min(fillBits, 8 * octets.length);
  if (fill > 0)
    fields.push({
      name: "fill",
      offset: 0,
      length: fill,
      value: octetAt(octets, 0) & ((1 << fill) - 1),
      description: "fill bits behind the header",
    });
  let escaped = false;
  septets.forEach((value, index) => {
    const announces = value === ESCAPE && !escaped;
    const run = escaped ? Uint8Array.of(ESCAPE, value) : Uint8Array.of(value);
    const description = announces ? "escape" : decodeSeptets(run, alphabet);
    fields.push({ name: "septet", offset: fill + 7 * index, length: 7, value, description });
    escaped = announces;
  });
  const used = fill + 7 * septets.length;
  for (let bit = used; bit < 8 * octets.length; ) {
    // Padding can be longer than an octet when the data is longer than the text: one field an octet.
    const length = Math.min(8 - (bit & 7), 8 * octets.length - bit);
    const value = (octetAt(octets, bit >> 3) >> (bit & 7)) & ((1 << length) - 1);
    fields.push({ name: "padding", offset: bit, length, value, description: "padding" });
    bit += length;
  }
  return fields;
}

function codeUnitBits({ littleEndian }: TracedUserData, octets: Uint8Array): readonly BitField[] {
  const fields: BitField[] = [];
  const high = littleEndian ? 1 : 0;
  for (let i = 0; i + 1 < octets.length; i += 2) {
    const value = (octetAt(octets, i + high) << 8) | octetAt(octets, i + 1 - high);
    fields.push({
      name: "code unit",
      offset: 8 * i,
      length: 16,
      value,
      description: String.fromCharCode(value),
    });
  }
  if (octets.length % 2 !== 0)
    fields.push({
      name: "left out",
      offset: 8 * (octets.length - 1),
      length: 8,
      value: octetAt(octets, octets.length - 1),
      description: "half a code unit",
    });
  return fields;
}

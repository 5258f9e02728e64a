import { readElement } from "../elements/element.ts";
import { elementOctets } from "../elements/element-hex.ts";
import { layoutOf } from "../elements/element-layouts.ts";
import { STATUS_FIELDS } from "../elements/enhanced-voice-mail.ts";
import { bitsAt, type LayoutField, meaningOf } from "../elements/layout.ts";
import { octetAt } from "../octets.ts";
import type { HeaderElement } from "../user-data-header.ts";
import type { BitField } from "./dissection-node.ts";
import { addressTypeBits } from "./octet-bits.ts";

/**
 * The fields of an information element's data, each with its bits; null where there are none, or where the data are
 * not what they should be. Octets that are an object of their own have no bits.
 */
export function elementBits({ id, hex }: Pick<HeaderElement, "id" | "hex">): readonly BitField[] | null {
  const octets = elementOctets(hex);
  if (octets === null) return null;
  const { kind } = readElement({ id, hex });
  if (kind === "raw") return null;
  const bits =
    kind === "reply-address"
      ? addressBits(octets)
      : fieldBits(
          kind === "enhanced-voice-mail" ? STATUS_FIELDS : (layoutOf(id, false)?.fields ?? []),
          octets,
        );
  return bits.length === 0 ? null : bits;
}

/** Each field with its place, in the order of the table; those that the element ends before are left out. */
function fieldBits(fields: readonly LayoutField[], octets: Uint8Array): readonly BitField[] {
  const placed: BitField[] = [];
  let offset = 0;
  for (const field of fields) {
    if (offset >= 8 * octets.length) break;
    const value = bitsAt(octets, offset, field.bits);
    placed.push({
      name: wordsOf(field.name),
      offset,
      length: field.bits,
      value,
      description: shownMeaning(field, value),
    });
    offset += field.bits;
  }
  return placed;
}

/** `urlLength` is shown as `url length`. */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

function shownMeaning(field: LayoutField, value: number): string {
  if (field.name === "reserved") return "";
  const meaning = meaningOf(field, value);
  return typeof meaning === "boolean" ? (meaning ? "yes" : "no") : String(meaning).replaceAll("-", " ");
}

function addressBits(octets: Uint8Array): readonly BitField[] {
  const length = octetAt(octets, 0);
  return [
    { name: "length", offset: 0, length: 8, value: length, description: `${length} semi-octets` },
    ...addressTypeBits(octetAt(octets, 1)).map((field) => ({ ...field, offset: field.offset + 8 })),
  ];
}

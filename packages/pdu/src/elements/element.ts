import { elementName } from "../header-elements.ts";
import { toHex } from "../octets.ts";
import type { HeaderElement } from "../user-data-header.ts";
import { readReplyAddress, writeReplyAddress } from "./element-address.ts";
import { shown, unencodableElement } from "./element-fault.ts";
import { elementOctets, MAX_ELEMENT_OCTETS } from "./element-hex.ts";
import { layoutOf, layoutsOfKind } from "./element-layouts.ts";
import type { ElementValue, RawElement } from "./element-value.ts";
import { readEnhancedVoiceMail, writeEnhancedVoiceMail } from "./enhanced-voice-mail.ts";
import { type Layout, readLayout, writeLayout } from "./layout.ts";

/** How to read an element. */
export interface ReadElementOptions {
  /**
   * An extended object (14) or compressed data (16) began in an earlier element and are not yet complete: this one
   * has more of them and nothing else. Only who reads the parts of a message in order can know it.
   */
  readonly continues?: boolean | undefined;
}

const REPLY_ADDRESS = 0x22;
const ENHANCED_VOICE_MAIL = 0x23;

const isIdentifier = (id: unknown): id is number =>
  typeof id === "number" && Number.isInteger(id) && id >= 0 && id <= 0xff;

/**
 * What an information element says (3GPP TS 23.040, 9.2.3.24). Never throws: an element with a reserved identifier
 * is `raw`, and so is one with data of a wrong length or with impossible values, which then has a `fault`.
 * `writeElement` gives the same octets for whatever is returned.
 */
export function readElement(
  { id, hex }: Pick<HeaderElement, "id" | "hex">,
  { continues = false }: ReadElementOptions = {},
): ElementValue {
  const octets = elementOctets(hex);
  if (octets === null) {
    const says = `has data that are not the hex of at most ${MAX_ELEMENT_OCTETS} octets`;
    return raw(id, typeof hex === "string" ? hex : "", says);
  }
  const read = isIdentifier(id) ? readOctets(id, octets, continues) : "has no identifier from 0 to 255";
  return read === null || typeof read === "string" ? raw(id, toHex(octets), read) : read;
}

/** The value, what is wrong, or null for an element that means nothing. */
function readOctets(id: number, octets: Uint8Array, continues: boolean): ElementValue | string | null {
  if (id === REPLY_ADDRESS) return readReplyAddress(octets);
  if (id === ENHANCED_VOICE_MAIL) return readEnhancedVoiceMail(octets);
  const layout = layoutOf(id, continues);
  // The layouts are those of the union's members, by name: what they give is one of them.
  return layout === null ? null : (readLayout(layout, octets) as ElementValue | string);
}

function raw(id: number, data: string, says: string | null): RawElement {
  const name = isIdentifier(id) ? elementName(id) : "reserved";
  const fault = says === null ? null : `Element ${name} ${says}.`;
  return { kind: "raw", id, data, fault };
}

/**
 * The information element for a value, octets as upper-case hex. Throws a `PduError` (`UNENCODABLE`, TP-UDH)
 * that names the element and the property for a value which the element cannot hold, or which `readElement` would
 * not give back. The `fault` of a raw element is not looked at.
 */
export function writeElement(value: ElementValue): HeaderElement {
  const kind: unknown = (value as ElementValue | null | undefined)?.kind;
  if (typeof kind !== "string") throw unencodableElement(shown(value), "has no kind");
  const { id, octets } = writeOctets(value);
  if (octets.length > MAX_ELEMENT_OCTETS)
    throw unencodableElement(
      elementName(id),
      `has ${octets.length} octets of data; the most is ${MAX_ELEMENT_OCTETS}`,
    );
  return { id, name: elementName(id), hex: toHex(Uint8Array.from(octets)) };
}

function writeOctets(value: ElementValue): { readonly id: number; readonly octets: ArrayLike<number> } {
  switch (value.kind) {
    case "raw":
      return writeRaw(value);
    case "reply-address":
      return { id: REPLY_ADDRESS, octets: writeReplyAddress(value) };
    case "enhanced-voice-mail":
      return { id: ENHANCED_VOICE_MAIL, octets: writeEnhancedVoiceMail(value) };
    default: {
      const layout = layoutFor(value);
      return { id: layout.id, octets: writeLayout(layout, value) };
    }
  }
}

function writeRaw({ id, data }: RawElement): { readonly id: number; readonly octets: Uint8Array } {
  if (!isIdentifier(id)) throw unencodableElement("raw", `has ${shown(id)} as id instead of 0 to 255`);
  const octets = elementOctets(data);
  if (octets === null)
    throw unencodableElement(
      elementName(id),
      `has ${shown(data)} as data instead of the hex of at most ${MAX_ELEMENT_OCTETS} octets`,
    );
  return { id, octets };
}

/** The layout whose kind and constants the value has. Throws `UNENCODABLE`. */
function layoutFor(value: ElementValue): Layout {
  const { kind } = value;
  const properties: Readonly<Record<string, unknown>> = { ...value };
  const layouts = layoutsOfKind(kind);
  const [first] = layouts;
  if (first === undefined) throw unencodableElement(shown(kind), "is not known");
  const fits = ({ constants = {} }: Layout): boolean =>
    Object.entries(constants).every(([name, constant]) => properties[name] === constant);
  const layout = layouts.find(fits);
  if (layout !== undefined) return layout;
  const [name = ""] = Object.keys(first.constants ?? {});
  throw unencodableElement(kind, `has ${shown(properties[name])} as ${name}: there is no such element`);
}

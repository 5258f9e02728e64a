import { elementName } from "../header-elements.ts";
import { octetAt, toHex } from "../octets.ts";
import { octetsInWords, shown, unencodableElement } from "./element-fault.ts";
import { elementOctets, MAX_ELEMENT_OCTETS } from "./element-hex.ts";

/** Words by value; a value without one is `reserved-N`. */
type Names = Readonly<Record<number, string>>;

/** One property of an element, and the bits that hold it. */
export interface LayoutField<Name extends string = string> {
  readonly name: Name;
  /** Fewer than 8 stand within one octet, the first field at the lowest bits; 8 and 16 are whole octets, highest first. */
  readonly bits: number;
  /** A boolean, or one of these words; a number when absent. */
  readonly as?: "flag" | Names;
  /** What is added to the bits' value to give the number: 1 where profile 1 is written as 0. */
  readonly plus?: number;
  /** What the bits' value is multiplied with: 8 where pixels are counted by octets. */
  readonly times?: number;
  /** The element may end before this field and those behind it, which are null then. */
  readonly optional?: true;
}

/** The octets behind the fields, kept as hex. */
interface LayoutRest<Name extends string = string> {
  readonly name: Name;
  readonly least: number;
  readonly most: number;
}

interface Kinded {
  readonly kind: string;
}

/** The properties that a table can name; any, once it is only known to be a table. */
type PropertyOf<V extends Kinded> = Kinded extends V ? string : Exclude<keyof V, "kind"> & string;

/**
 * How the data of an element are laid out. Reading, writing and the bits that `dissect` shows all follow the same
 * table, so that they cannot disagree.
 */
export interface Layout<V extends Kinded = Kinded, Name extends string = PropertyOf<V>> {
  readonly id: number;
  readonly kind: V["kind"];
  /** Properties that the identifier alone decides. */
  readonly constants?: Readonly<Record<string, unknown>>;
  readonly fields: readonly LayoutField<Name>[];
  readonly rest?: LayoutRest<Name>;
  /** What is impossible about a value whose fields are each possible: the rest of a sentence, or null. */
  fault?(value: V): string | null;
}

type Properties = Record<string, unknown>;

/** The value of `count` bits from bit `offset`: within an octet from its lowest bit, else octet by octet. */
export function bitsAt(octets: Uint8Array, offset: number, count: number): number {
  const index = offset >> 3;
  if (count < 8) return (octetAt(octets, index) >> (offset & 7)) & ((1 << count) - 1);
  let value = 0;
  for (let i = 0; i < count >> 3; i++) value = value * 256 + octetAt(octets, index + i);
  return value;
}

/** The word for a value, or `reserved-N`. */
function nameOf(names: Names, value: number): string {
  return names[value] ?? `reserved-${value}`;
}

/** What the bits of a field mean. */
export function meaningOf({ as, times = 1, plus = 0 }: LayoutField, value: number): unknown {
  if (as === undefined) return value * times + plus;
  return as === "flag" ? value === 1 : nameOf(as, value);
}

/** The properties that `fields` hold from octet `start`. Octets that are not there leave null. */
export function readFields(fields: readonly LayoutField[], octets: Uint8Array, start: number): Properties {
  const properties: Properties = {};
  let offset = 8 * start;
  for (const field of fields) {
    const isThere = offset < 8 * octets.length;
    properties[field.name] = isThere ? meaningOf(field, bitsAt(octets, offset, field.bits)) : null;
    offset += field.bits;
  }
  return properties;
}

/** The bits' value for what a property says, or what is wrong with it. */
function bitsFor(field: LayoutField, said: unknown): number | string {
  const { name, bits, as, plus = 0, times = 1 } = field;
  const most = 2 ** bits - 1;
  if (as === "flag")
    return typeof said === "boolean"
      ? Number(said)
      : `has ${shown(said)} as ${name} instead of true or false`;
  if (as !== undefined) {
    for (let value = 0; value <= most; value++) if (nameOf(as, value) === said) return value;
    return `has ${shown(said)} as ${name}, which is none of its words`;
  }
  const value = typeof said === "number" ? (said - plus) / times : Number.NaN;
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  const steps = times === 1 ? "" : ` in steps of ${times}`;
  return `has ${shown(said)} as ${name} instead of a whole number from ${plus} to ${most * times + plus}${steps}`;
}

/** The octets of `fields`. Throws `UNENCODABLE`. */
export function writeFields(
  element: string,
  fields: readonly LayoutField[],
  properties: Properties,
): number[] {
  const octets: number[] = [];
  let filled = 0;
  for (const field of fields) {
    const said = properties[field.name];
    if (field.optional && said === null) break;
    const value = bitsFor(field, said);
    if (typeof value === "string") throw unencodableElement(element, value);
    if (field.bits === 16) octets.push(value >> 8, value & 0xff);
    else if (filled === 0) octets.push(value);
    else octets.push((octets.pop() ?? 0) | (value << filled));
    filled = (filled + field.bits) & 7;
  }
  return octets;
}

/** How many octets the fields of a layout take, the least and the most. */
function sizeOf(fields: readonly LayoutField[]): { readonly least: number; readonly most: number } {
  const octets = (counted: readonly LayoutField[]): number =>
    counted.reduce((bits, field) => bits + field.bits, 0) >> 3;
  return { least: octets(fields.filter((field) => field.optional !== true)), most: octets(fields) };
}

/** What is wrong with the number of octets, or null. */
function lengthFault(layout: Layout, length: number): string | null {
  const { least, most } = sizeOf(layout.fields);
  const { rest } = layout;
  const instead = (wanted: string): string => `has ${octetsInWords(length)} of data instead of ${wanted}`;
  if (rest === undefined)
    return length === least || length === most
      ? null
      : instead(least === most ? `${least}` : `${least} or ${most}`);
  const [low, high] = [least + rest.least, Math.min(least + rest.most, MAX_ELEMENT_OCTETS)];
  if (length >= low && length <= high) return null;
  if (low === high) return instead(`${low}`);
  return instead(length < low ? `at least ${low}` : `at most ${high}`);
}

/** The value of an element's data, or what is wrong with them. */
export function readLayout(layout: Layout, octets: Uint8Array): Kinded | string {
  const wrongLength = lengthFault(layout, octets.length);
  if (wrongLength !== null) return wrongLength;
  const { kind, constants, fields, rest } = layout;
  const value = { kind, ...constants, ...readFields(fields, octets, 0) };
  if (rest !== undefined) Object.assign(value, { [rest.name]: toHex(octets, sizeOf(fields).least) });
  return layout.fault?.(value) ?? value;
}

/** The octets for a value. Throws `UNENCODABLE`. */
export function writeLayout(layout: Layout, value: Kinded): number[] {
  const element = elementName(layout.id);
  const { fields, rest } = layout;
  const properties: Properties = { ...value };
  const octets = writeFields(element, fields, properties);
  if (rest !== undefined) {
    const said = properties[rest.name];
    const behind = elementOctets(said);
    if (behind === null) {
      const says = `has ${shown(said)} as ${rest.name} instead of the hex of at most ${MAX_ELEMENT_OCTETS} octets`;
      throw unencodableElement(element, says);
    }
    octets.push(...behind);
  }
  const fault = lengthFault(layout, octets.length) ?? layout.fault?.(value) ?? null;
  if (fault !== null) throw unencodableElement(element, fault);
  return octets;
}

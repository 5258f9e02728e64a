import { fault } from "./faults.ts";
import type { Item, PduItem, Place } from "./item.ts";
import { DEPTH_LIMIT } from "./limits.ts";
import { splitPduList } from "./pdu-list.ts";

/** Tells whether a property holds PDUs. */
export interface PduField {
  /** The name given by the user, undefined for the vendors' own. */
  readonly name: string | undefined;
  /** Whether the property `key`, reached through the properties `above` (array indices left out), is it. */
  matches(above: readonly string[], key: string): boolean;
}

/**
 * A field by its name or its dotted path, whose beginning may be left out. Without one, the fields in which the
 * vendors put PDUs: TelQ `pdusDelivered` (an array), TestSMS `pdu` (one string).
 */
export function pduField(name: string | undefined): PduField {
  if (name === undefined) {
    return { name, matches: (_above, key) => key === "pdusDelivered" || key === "pdu" };
  }
  const path = name.split(".");
  const last = path.pop();
  return {
    name,
    matches(above, key) {
      if (key === name) return true;
      if (key !== last || path.length === 0 || above.length < path.length) return false;
      const from = above.length - path.length;
      return path.every((part, i) => above[from + i] === part);
    },
  };
}

/** Where a record stands, and its path in the document. */
export interface RecordPlace {
  readonly line: number;
  readonly record: number;
  readonly path: string;
}

/**
 * Collects the PDUs of one record: those in its PDU fields at any depth, and the strings of an array that
 * lies under no property at all. Returns null when there is no such field.
 */
export function collectRecord(
  value: unknown,
  field: PduField,
  above: readonly string[],
  place: RecordPlace,
): readonly Item[] | null {
  const bare = typeof value === "string";
  const collector: Collector = { field, place, unit: bare ? "loose" : "record", items: [], found: false };
  if (above.length === 0 && (bare || isArrayOfStrings(value))) {
    addFieldValue(collector, value, place.path);
  } else {
    search(collector, value, [...above], place.path, 0);
  }
  return collector.found ? collector.items : null;
}

/** Collects the PDUs of a PDU field's value. */
export function collectFieldValue(value: unknown, field: PduField, place: RecordPlace): readonly Item[] {
  const collector: Collector = { field, place, unit: "record", items: [], found: false };
  addFieldValue(collector, value, place.path);
  return collector.items;
}

interface Collector {
  readonly field: PduField;
  readonly place: RecordPlace;
  readonly unit: PduItem["unit"];
  readonly items: Item[];
  found: boolean;
}

function search(collector: Collector, value: unknown, above: string[], path: string, depth: number): void {
  if (typeof value !== "object" || value === null) return;
  if (depth > DEPTH_LIMIT) {
    collector.found = true;
    const message = `Objects and arrays are nested more than ${DEPTH_LIMIT} deep`;
    collector.items.push(fault("NESTED_TOO_DEEP", message, "", place(collector, path)));
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item, i) => {
      search(collector, item, above, `${path}[${i}]`, depth + 1);
    });
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const innerPath = path === "" ? key : `${path}.${key}`;
    if (collector.field.matches(above, key)) {
      addFieldValue(collector, inner, innerPath);
    } else if (typeof inner === "object" && inner !== null) {
      above.push(key);
      search(collector, inner, above, innerPath, depth + 1);
      above.pop();
    }
  }
}

function addFieldValue(collector: Collector, value: unknown, path: string): void {
  collector.found = true;
  if (typeof value === "string") {
    const pdus = splitPduList(value);
    pdus.forEach((pdu, i) => {
      addPdu(collector, pdu, pdus.length === 1 ? path : `${path}[${i}]`);
    });
  } else if (Array.isArray(value)) {
    value.forEach((item: unknown, i) => {
      const itemPath = `${path}[${i}]`;
      if (typeof item === "string") addPdu(collector, item, itemPath);
      else if (item !== null) addNotAString(collector, item, itemPath);
    });
  } else if (value !== null) {
    addNotAString(collector, value, path);
  }
}

function addPdu(collector: Collector, pdu: string, path: string): void {
  collector.items.push({
    kind: "pdu",
    pdu,
    unit: collector.unit,
    line: collector.place.line,
    record: collector.place.record,
    index: collector.items.length,
    path,
  });
}

function addNotAString(collector: Collector, value: unknown, path: string): void {
  const what = Array.isArray(value)
    ? "an array"
    : typeof value === "object"
      ? "an object"
      : `a ${typeof value}`;
  collector.items.push(
    fault(
      "NOT_A_STRING",
      `A PDU is a string of hex digits; this is ${what}`,
      JSON.stringify(value),
      place(collector, path),
    ),
  );
}

function place(collector: Collector, path: string): Place {
  return { line: collector.place.line, record: collector.place.record, index: collector.items.length, path };
}

function isArrayOfStrings(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
}

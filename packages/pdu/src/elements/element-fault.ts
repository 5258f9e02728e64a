import { unencodable } from "../encode/octets-of.ts";
import type { PduError } from "../pdu-error.ts";

/** The error for a value that an element cannot hold. `says` is the rest of the sentence that begins with the element. */
export function unencodableElement(element: string, says: string): PduError {
  return unencodable("TP-UDH", `element ${element} ${says}`);
}

/** A value of any type as a sentence can show it: short, and without calling anything of the value's own. */
export function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  return String(value);
}

/** `1 octet`, `3 octets`. */
export function octetsInWords(count: number): string {
  return count === 1 ? "1 octet" : `${count} octets`;
}

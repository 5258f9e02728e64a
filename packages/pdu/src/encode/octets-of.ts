import type { Field } from "../diagnostic.ts";
import { octetsOf } from "../octets.ts";
import { isPduError, PduError } from "../pdu-error.ts";

/** Why a field cannot be encoded. */
export function unencodable(field: Field, says: string): PduError {
  return new PduError("UNENCODABLE", field, 0, `${field} ${says}.`);
}

/** One octet, from a number or from what `decode` made of it. */
export function octetOf(
  field: Field,
  value: number | { readonly value: number } | null | undefined,
  otherwise: number,
): number {
  const octet = typeof value === "object" && value !== null ? value.value : (value ?? otherwise);
  if (!Number.isInteger(octet) || octet < 0 || octet > 255)
    throw unencodable(field, `must be an octet, not ${octet}`);
  return octet;
}

/** Octets, from octets or hex; none for an empty string. */
export function dataOctetsOf(field: Field, data: string | Uint8Array): Uint8Array {
  if (typeof data !== "string" || data.trim() === "")
    return typeof data === "string" ? new Uint8Array(0) : data;
  try {
    return octetsOf(data);
  } catch (error) {
    throw isPduError(error) ? unencodable(field, `is no data: ${error.message.replace(/\.$/, "")}`) : error;
  }
}

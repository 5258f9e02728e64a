import type { BitField } from "@smsproof/pdu/dissect";

/**
 * Bits as one reads them: within one octet at their place, `.... .1..`; across octets alone, `1000001`.
 */
export function bitPattern({ offset, length, value }: BitField, octets: number): string {
  const digits = value.toString(2).padStart(length, "0");
  if (octets !== 1) return digits;
  const pattern = digits.padStart(8 - offset, ".").padEnd(8, ".");
  return `${pattern.slice(0, 4)} ${pattern.slice(4)}`;
}

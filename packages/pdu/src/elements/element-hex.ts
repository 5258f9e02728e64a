/** The most data that one element can have: IEDL is an octet (3GPP TS 23.040, 9.2.3.24). */
export const MAX_ELEMENT_OCTETS = 255;

const OCTETS = /^(?:[0-9A-Fa-f]{2})*$/;

/** The octets of an element's hex, of either case and without blanks; null where it is none or too long. */
export function elementOctets(hex: unknown): Uint8Array | null {
  // The length first: nothing is matched against megabytes.
  if (typeof hex !== "string" || hex.length > 2 * MAX_ELEMENT_OCTETS || !OCTETS.test(hex)) return null;
  const octets = new Uint8Array(hex.length / 2);
  for (let i = 0; i < octets.length; i++) octets[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return octets;
}

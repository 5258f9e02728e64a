import type { HeaderElement, PartPlace } from "./part.ts";

/** A user data header taken apart: the place among parts, and the other elements. */
export interface ReadHeader {
  readonly place: PartPlace | null;
  readonly elements: readonly HeaderElement[];
}

/**
 * Reads a user data header with its length octet (3GPP TS 23.040, 9.2.3.24). Null when a length does not fit.
 * A concatenation that cannot be (part 0, more than the total) is no concatenation.
 */
export function readHeader(octets: Uint8Array): ReadHeader | null {
  if (octets.length === 0) return { place: null, elements: [] };
  if (octets[0] !== octets.length - 1) return null;
  const elements: HeaderElement[] = [];
  let place: PartPlace | null = null;
  for (let at = 1; at < octets.length; ) {
    const id = octets[at] ?? 0;
    const length = octets[at + 1];
    if (length === undefined || at + 2 + length > octets.length) return null;
    const data = octets.slice(at + 2, at + 2 + length);
    const found = concatenation(id, data);
    if (found === null) elements.push({ id, octets: data });
    else place = found;
    at += 2 + length;
  }
  return { place, elements };
}

function concatenation(id: number, data: Uint8Array): PartPlace | null {
  const [a = 0, b = 0, c = 0, d = 0] = data;
  if (id === 0x00 && data.length === 3) return possible({ reference: a, bits: 8, total: b, sequence: c });
  if (id === 0x08 && data.length === 4)
    return possible({ reference: (a << 8) | b, bits: 16, total: c, sequence: d });
  return null;
}

const possible = (place: PartPlace): PartPlace | null =>
  place.total > 0 && place.sequence > 0 && place.sequence <= place.total ? place : null;

/** The octets of a hex text of even length. */
export function hexOctets(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}

/**
 * Septets out of octets (3GPP TS 23.038, 6.1.2.1): the first septet begins behind `fillBits` bits of the first
 * octet. `count` septets, or fewer where fewer are whole; without it all that are whole.
 */
export function unpack(octets: Uint8Array, count: number = Infinity, fillBits = 0): Uint8Array {
  const whole = Math.max(0, Math.floor((octets.length * 8 - fillBits) / 7));
  const septets = new Uint8Array(Math.max(0, Math.min(count, whole)));
  for (let i = 0, bit = fillBits; i < septets.length; i++, bit += 7) {
    const index = bit >> 3;
    const sixteen = (octets[index] ?? 0) | ((octets[index + 1] ?? 0) << 8);
    septets[i] = (sixteen >> (bit & 7)) & 0x7f;
  }
  return septets;
}

/** Octets out of septets, `fillBits` zero bits in front, zero bits behind up to the octet's end. */
export function pack(septets: Uint8Array, fillBits = 0): Uint8Array {
  const octets = new Uint8Array(Math.ceil((septets.length * 7 + fillBits) / 8));
  let bit = fillBits;
  for (const septet of septets) {
    const index = bit >> 3;
    const shifted = (septet & 0x7f) << (bit & 7);
    octets[index] = (octets[index] ?? 0) | (shifted & 0xff);
    if (shifted > 0xff) octets[index + 1] = shifted >> 8;
    bit += 7;
  }
  return octets;
}

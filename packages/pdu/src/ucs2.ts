import { textOf } from "./gsm7/text.ts";
import { octetAt } from "./octets.ts";

/** Text of UTF-16 octets; an odd last octet is left out, surrogates are taken as they come. */
export function decodeUcs2(octets: Uint8Array, littleEndian = false): string {
  const high = littleEndian ? 1 : 0;
  const units: number[] = [];
  for (let i = 0; i + 1 < octets.length; i += 2)
    units.push((octetAt(octets, i + high) << 8) | octetAt(octets, i + 1 - high));
  return textOf(units);
}

/** The index of the first surrogate without its partner, -1 when there is none. */
export function loneSurrogate(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(i + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return i;
    i += 1;
  }
  return -1;
}

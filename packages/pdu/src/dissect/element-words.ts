import { languageName } from "../gsm7/alphabet.ts";
import type { HeaderElement } from "../user-data-header.ts";

/** What the data of an information element say, in words. */
export function describeElement({ id, hex }: HeaderElement): string {
  const octets = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  const fits = (length: number): boolean => octets.length === length;
  if (id === 0x00 && fits(3)) return `reference ${a} · part ${c} of ${b}`;
  if (id === 0x08 && fits(4)) return `reference ${(a << 8) | b} · part ${d} of ${c}`;
  if (id === 0x04 && fits(2)) return `to port ${a}, from port ${b}`;
  if (id === 0x05 && fits(4)) return `to port ${(a << 8) | b}, from port ${(c << 8) | d}`;
  if ((id === 0x24 || id === 0x25) && fits(1)) return languageName(a) ?? `unknown language ${a}`;
  return hex;
}

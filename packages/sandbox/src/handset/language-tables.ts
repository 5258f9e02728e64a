import type { LanguageTables } from "@smsproof/pdu";
import type { HeaderElement } from "./part.ts";

const SINGLE_SHIFT = 0x24;
const LOCKING_SHIFT = 0x25;

/** The national language tables that a header announces (3GPP TS 23.040, 9.2.3.24.15 and 16). */
export function languageTables(elements: readonly HeaderElement[]): LanguageTables {
  const last = (wanted: number): number | null =>
    elements.findLast(({ id, octets }) => id === wanted && octets.length === 1)?.octets[0] ?? null;
  return { single: last(SINGLE_SHIFT), locking: last(LOCKING_SHIFT) };
}

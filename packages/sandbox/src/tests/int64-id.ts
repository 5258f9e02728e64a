import type { Quirks } from "../quirks/quirks.ts";

/** An id, or with the quirk one that JSON.parse rounds: odd and above 2^53. */
export function int64Id(id: number, quirks: Quirks): string {
  return quirks.ids === "small" ? String(id) : String(2n ** 53n + 1n + 2n * BigInt(id));
}

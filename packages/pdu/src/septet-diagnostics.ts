import type { Field } from "./diagnostic.ts";
import type { SeptetOddity } from "./gsm7/text.ts";
import { octetAt } from "./octets.ts";
import { diagnose, type Reading } from "./reading.ts";

/** Notes what was odd about the septet that begins in the octet at `offset`. */
export function diagnoseSeptet(reading: Reading, field: Field, oddity: SeptetOddity, offset: number): void {
  if (oddity === "lone-escape")
    diagnose(
      reading,
      "LONE_ESCAPE",
      field,
      offset,
      1,
      "The last septet is an escape with nothing behind it.",
    );
  else
    diagnose(
      reading,
      "UNDEFINED_CHARACTER",
      field,
      offset,
      1,
      "A septet is undefined in its table: read as a space.",
    );
}

/** Whether any bit from `bit` to the end of the octets is set. */
export function hasBitsFrom(octets: Uint8Array, bit: number): boolean {
  const first = bit >> 3;
  if (first < octets.length && octetAt(octets, first) >> (bit & 7) !== 0) return true;
  for (let i = first + 1; i < octets.length; i++) if (octetAt(octets, i) !== 0) return true;
  return false;
}

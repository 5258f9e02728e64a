import type { DiagnosticCode, Field } from "./diagnostic.ts";
import type { SeptetOddity } from "./gsm7/text.ts";
import { octetAt } from "./octets.ts";
import { diagnose, type Reading } from "./reading.ts";

const ODDITIES: Readonly<Record<SeptetOddity, readonly [code: DiagnosticCode, message: string]>> = {
  "lone-escape": ["LONE_ESCAPE", "The last septet is an escape with nothing behind it."],
  "needless-escape": ["UNUSUAL_CODING", "An escape stands where an encoder would write other septets."],
  undefined: ["UNDEFINED_CHARACTER", "A septet is undefined in its table: read as a space."],
};

/** Notes what was odd about the septet that begins in the octet at `offset`. */
export function diagnoseSeptet(reading: Reading, field: Field, oddity: SeptetOddity, offset: number): void {
  const [code, message] = ODDITIES[oddity];
  diagnose(reading, code, field, offset, 1, message);
}

/** Whether any bit from `bit` to the end of the octets is set. */
export function hasBitsFrom(octets: Uint8Array, bit: number): boolean {
  const first = bit >> 3;
  if (first < octets.length && octetAt(octets, first) >> (bit & 7) !== 0) return true;
  for (let i = first + 1; i < octets.length; i++) if (octetAt(octets, i) !== 0) return true;
  return false;
}

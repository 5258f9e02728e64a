import type { NumberingPlan, TypeOfNumber } from "./address.ts";
import { takeTypeOfAddress } from "./address.ts";
import { octetAt } from "./octets.ts";
import { diagnose, need, type Reading, record, takeOctet } from "./reading.ts";
import { digitsOf } from "./semi-octets.ts";

/** The service centre's address in front of a TPDU (3GPP TS 24.011, 8.2.5.1). */
export interface SmscAddress {
  readonly address: string;
  readonly ton: TypeOfNumber;
  readonly npi: NumberingPlan;
}

/** The longest RP-address, in octets behind its length (3GPP TS 24.011, 8.2.5.1). */
const MAX_OCTETS = 11;

/** Reads the service centre in front of a TPDU: length in octets, type, digits. Throws `CUT`. */
export function readSmscAddress(reading: Reading): SmscAddress | null {
  const length = takeOctet(reading, "SMSC length", "SMSC");
  if (length === 0) return null;
  need(reading, length, "SMSC", `SMSC says ${length === 1 ? "1 octet" : `${length} octets`}`);
  if (length > MAX_OCTETS)
    diagnose(
      reading,
      "ADDRESS_TOO_LONG",
      "SMSC",
      reading.position - 1,
      1,
      `SMSC says ${length} octets; the most is ${MAX_OCTETS}.`,
    );
  const { ton, npi } = takeTypeOfAddress(reading, "SMSC type", "SMSC");
  const { octets, position } = reading;
  const digitOctets = length - 1;
  // The field says octets, not digits: one filler at its very end only makes the number of digits odd.
  const filled = digitOctets > 0 && octetAt(octets, position + digitOctets - 1) >> 4 === 15;
  const { digits, fillerInside } = digitsOf(octets, position, 2 * digitOctets - (filled ? 1 : 0));
  if (fillerInside)
    diagnose(
      reading,
      "ADDRESS_DIGIT_MISSING",
      "SMSC",
      position,
      digitOctets,
      "SMSC has filler where a digit should be.",
    );
  const address = ton === "international" && digits !== "" ? `+${digits}` : digits;
  if (digitOctets > 0) record(reading, "SMSC", digitOctets, address);
  reading.position += digitOctets;
  return { address, ton, npi };
}

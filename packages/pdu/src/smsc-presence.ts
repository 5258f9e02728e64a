import type { DiagnosticCode } from "./diagnostic.ts";
import { octetAt } from "./octets.ts";
import { isPduError, type PduError } from "./pdu-error.ts";
import { diagnose, type Reading, startReading } from "./reading.ts";
import { readSmscAddress, type SmscAddress } from "./smsc-address.ts";

/** Whether a service centre stands in front of the TPDU; `auto` finds out. */
export type SmscPresence = "present" | "absent" | "auto";

/** How a PDU came to be read: with a value, or with the error that ended it. */
export type Outcome<T> =
  | { readonly reading: Reading; readonly value: T; readonly error: null }
  | { readonly reading: Reading; readonly value: null; readonly error: PduError };

/** Reads a TPDU whose first octet is next. Throws `PduError`. */
export type ReadTpdu<T> = (reading: Reading, smsc: SmscAddress | null) => T;

/** Which PDU, and how its service centre is to be found. */
export interface SmscSearch {
  readonly octets: Uint8Array;
  readonly smsc: SmscPresence;
  /** Octets of the TPDU alone, as AT commands give it. */
  readonly tpduLength: number | undefined;
  /** Whether a TPDU can begin with this octet: else there is no reading without a service centre. */
  readonly mayBegin: (firstOctet: number) => boolean;
  readonly traced: boolean;
}

/**
 * Warnings that a well-formed PDU of the real world hardly has: a reading with one of them is likely a reading
 * from the wrong octet.
 */
const MISREAD_SIGNS: ReadonlySet<DiagnosticCode> = new Set([
  "ADDRESS_EXTENSION_MISSING",
  "ADDRESS_DIGIT_MISSING",
  "RESERVED_MESSAGE_TYPE",
  "TIMESTAMP_IMPOSSIBLE",
  "PARAMETER_INDICATOR_RESERVED",
  "RESERVED_FAILURE_CAUSE",
  "RESERVED_COMMAND_TYPE",
]);

/** How well a reading went that gave a value: 0 clean, 1 odd, 2 with errors or octets left over. */
export function misreadRank({ diagnostics }: Reading): number {
  let worst = 0;
  for (const { code, severity } of diagnostics) {
    if (severity === "error" || code === "OCTETS_AFTER_END") return 2;
    if (MISREAD_SIGNS.has(code)) worst = 1;
  }
  return worst;
}

/** The same, with 3 for a reading that gave none. */
function rank<T>({ error, reading }: Outcome<T>): number {
  return error === null ? misreadRank(reading) : 3;
}

/**
 * Whether a reading that reports no error is doubtful all the same, because the PDU may well be the other one, broken.
 * An address without its extension bit is the surest sign of having read from the wrong octet: cut PDUs with an empty
 * service centre in front would otherwise pass for whole ones without.
 */
function isDoubtful<T>(chosen: Outcome<T>, other: Outcome<T>): boolean {
  const { diagnostics } = chosen.reading;
  if (chosen.error !== null || diagnostics.some(({ severity }) => severity === "error")) return false;
  const otherIsMessage = other.error === null;
  if (diagnostics.some(({ code }) => code === "ADDRESS_EXTENSION_MISSING"))
    return otherIsMessage || other.error.code === "CUT";
  return rank(chosen) === 1 && otherIsMessage;
}

function attempt<T>(search: SmscSearch, present: boolean, read: ReadTpdu<T>): Outcome<T> {
  const reading = startReading(search.octets, search.traced);
  try {
    return { reading, value: read(reading, present ? readSmscAddress(reading) : null), error: null };
  } catch (error) {
    if (!isPduError(error)) throw error;
    return { reading, value: null, error };
  }
}

/**
 * Reads a PDU with or without a service centre in front. `auto` tries both where the first octet allows it: the
 * cleaner reading wins, the one with a service centre on a tie. When neither is clean and the other one is or may have
 * been a message too, the one taken carries `SMSC_AMBIGUOUS`.
 */
export function readEither<T>(search: SmscSearch, read: ReadTpdu<T>): Outcome<T> {
  const settled = search.smsc === "auto" ? presenceByLength(search) : search.smsc;
  if (settled === "present" || settled === "absent") return attempt(search, settled === "present", read);

  const present = attempt(search, true, read);
  const presentRank = rank(present);
  let chosen = present;
  if (presentRank > 0 && search.mayBegin(octetAt(search.octets, 0))) {
    const absent = attempt(search, false, read);
    const absentRank = rank(absent);
    if (absentRank < presentRank) chosen = absent;
    const other = chosen === present ? absent : present;
    if (isDoubtful(chosen, other))
      diagnose(
        chosen.reading,
        "SMSC_AMBIGUOUS",
        "SMSC",
        0,
        1,
        "The PDU can be read with and without a service centre in front, neither time cleanly.",
      );
  }
  if (settled === "contradicted" && chosen.error === null)
    diagnose(
      chosen.reading,
      "TPDU_LENGTH_WRONG",
      "PDU",
      0,
      search.octets.length,
      `The TPDU should have ${search.tpduLength} octets, which fits neither with a service centre nor without.`,
    );
  return chosen;
}

/** What the length of the TPDU alone says about the service centre. */
function presenceByLength({
  octets,
  tpduLength,
}: SmscSearch): "present" | "absent" | "contradicted" | "open" {
  if (tpduLength === undefined) return "open";
  const inFront = octets.length - tpduLength;
  if (inFront === 0) return "absent";
  return inFront === 1 + octetAt(octets, 0) ? "present" : "contradicted";
}

import type { CharsetDecoder } from "./charset-decoder.ts";
import { octetAt } from "./octets.ts";
import { isPduError, PduError } from "./pdu-error.ts";
import type { Reading } from "./reading.ts";
import { readCommand, type SmsCommand } from "./sms-command.ts";
import { readDeliver, type SmsDeliver } from "./sms-deliver.ts";
import { type ReportOutcome, readDeliverReport, type SmsDeliverReport } from "./sms-deliver-report.ts";
import { readStatusReport, type SmsStatusReport } from "./sms-status-report.ts";
import { readSubmit, type SmsSubmit } from "./sms-submit.ts";
import { readSubmitReport, type SmsSubmitReport } from "./sms-submit-report.ts";
import type { SmscAddress } from "./smsc-address.ts";
import { misreadRank } from "./smsc-presence.ts";

/** Any message of the short message transfer layer (3GPP TS 23.040, 9.2.2). */
export type Tpdu = SmsDeliver | SmsDeliverReport | SmsSubmit | SmsSubmitReport | SmsStatusReport | SmsCommand;

/** Which way a TPDU goes: TP-MTI means something else in either direction. */
export type Direction = "to-mobile" | "to-network";

/** What the field readers of a TPDU may be told. */
export interface ReadOptions {
  readonly century?: number | undefined;
  readonly charset?: CharsetDecoder | undefined;
}

/** What `readTpdu` must be told besides. */
export interface TpduOptions extends ReadOptions {
  readonly direction: Direction;
  readonly outcome?: ReportOutcome | undefined;
}

/** Reads whatever TPDU comes next by its TP-MTI. Throws `CUT` or `WRONG_MESSAGE_TYPE`. */
export function readTpdu(reading: Reading, smsc: SmscAddress | null, options: TpduOptions): Tpdu {
  const messageType = octetAt(reading.octets, reading.position) & 3;
  if (options.direction === "to-mobile") {
    if (messageType === 1) return readReport(reading, smsc, options, readSubmitReport);
    return messageType === 2 ? readStatusReport(reading, smsc, options) : readDeliver(reading, smsc, options);
  }
  if (messageType === 0) return readReport(reading, smsc, options, readDeliverReport);
  if (messageType === 1) return readSubmit(reading, smsc, options);
  if (messageType === 2) return readCommand(reading, smsc);
  throw new PduError(
    "WRONG_MESSAGE_TYPE",
    "TP-MTI",
    reading.position,
    "TP-MTI 3 is reserved towards the network.",
  );
}

/** Whether a TPDU can begin with this octet: TP-MTI 3 is reserved in both directions. */
export function mayBegin(firstOctet: number): boolean {
  return (firstOctet & 3) !== 3;
}

type ReadReport<T> = (
  reading: Reading,
  smsc: SmscAddress | null,
  options: ReadOptions,
  outcome: ReportOutcome,
) => T;

/**
 * Nothing in a report itself says whether TP-FCS stands in it: the layer below knows. Unless the caller does, the
 * cleaner reading is taken, the one with TP-FCS on a tie where its octet is no likely TP-PI.
 */
function readReport<T>(
  reading: Reading,
  smsc: SmscAddress | null,
  options: TpduOptions,
  read: ReadReport<T>,
): T {
  if (options.outcome !== undefined) return read(reading, smsc, options, options.outcome);
  const likely: ReportOutcome = octetAt(reading.octets, reading.position + 1) < 8 ? "ack" : "error";
  const other: ReportOutcome = likely === "ack" ? "error" : "ack";
  const rankOf = (outcome: ReportOutcome): number => {
    const trial: Reading = { ...reading, diagnostics: [], trace: null };
    try {
      read(trial, smsc, options, outcome);
    } catch (error) {
      if (!isPduError(error)) throw error;
      return 3;
    }
    return misreadRank(trial);
  };
  const likelyRank = rankOf(likely);
  const otherRank = likelyRank === 0 ? 3 : rankOf(other);
  return read(reading, smsc, options, otherRank < likelyRank ? other : likely);
}

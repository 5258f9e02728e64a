import type { DeliveryResult } from "../model/delivery-result.ts";

/** What a further result adds to what is known. */
export type Progress =
  /** A state that was not known. */
  | "new"
  /** The same state again: a retried callback, a poll that found no change. */
  | "duplicate"
  /** Older than a final state that is known: a reordered or replayed callback, a poll that was under way. */
  | "stale";

/**
 * Judges a result of a test against the last one known of the same test. A final state is never left; among the others
 * no order is documented (TelQ's number can become unavailable and come back), so each change counts.
 */
export function judgeProgress(known: DeliveryResult | null, next: DeliveryResult): Progress {
  if (known === null) return "new";
  if (sameState(known, next)) return "duplicate";
  return known.status.final ? "stale" : "new";
}

function sameState(left: DeliveryResult, right: DeliveryResult): boolean {
  return (
    left.status.name === right.status.name &&
    left.sender === right.sender &&
    left.text === right.text &&
    left.pdus.length === right.pdus.length &&
    left.pdus.every((pdu, at) => pdu === right.pdus[at])
  );
}

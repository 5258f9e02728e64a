import type { Clock } from "../clock/clock.ts";
import type { MessageRecord, Submission } from "./submission.ts";

/** A part that a sender cut himself, with the record it has. */
export interface CollectedPart {
  readonly submission: Submission;
  readonly record: MessageRecord;
}

/** How long the parts of one message are waited for, in sandbox time; then those that came go on. */
const PART_WAIT_MS = 60_000;

/** How many unfinished messages are kept; the oldest then goes on as it is. */
const MAX_UNFINISHED = 1000;

/** Brings together the parts of messages that their sender cut. */
export interface PartCollector {
  add(part: CollectedPart): void;
}

interface Unfinished {
  readonly parts: Map<number, CollectedPart>;
  readonly cancel: () => void;
}

/** Makes a collector; `onMessage` gets the parts of a message in the order of their sequence numbers. */
export function createPartCollector(
  clock: Clock,
  onMessage: (parts: readonly CollectedPart[]) => void,
): PartCollector {
  const unfinished = new Map<string, Unfinished>();

  const finish = (key: string): void => {
    const message = unfinished.get(key);
    if (message === undefined) return;
    unfinished.delete(key);
    message.cancel();
    const ordered = [...message.parts].sort(([a], [b]) => a - b);
    onMessage(ordered.map(([, part]) => part));
  };

  return {
    add(part) {
      const { place, sender, to } = part.submission;
      if (place === null) return onMessage([part]);
      const key = JSON.stringify([sender.address, to, place.reference, place.bits, place.total]);
      let message = unfinished.get(key);
      if (message === undefined) {
        if (unfinished.size >= MAX_UNFINISHED) {
          for (const oldest of unfinished.keys()) {
            finish(oldest);
            break;
          }
        }
        message = { parts: new Map(), cancel: clock.schedule(PART_WAIT_MS, () => finish(key)) };
        unfinished.set(key, message);
      }
      // A part that comes twice is the same part: an SMPP client that got no answer sends it again.
      message.parts.set(place.sequence, part);
      if (message.parts.size >= place.total) finish(key);
    },
  };
}

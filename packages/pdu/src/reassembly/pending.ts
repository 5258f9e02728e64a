import type { SmsDeliver } from "../sms-deliver.ts";
import type { Concatenation } from "../user-data-header.ts";

/** Parts that belong together so far. Once whole it stays a while, to know late copies of its parts. */
export interface PendingMessage {
  readonly key: string;
  readonly parts: Map<number, SmsDeliver>;
  readonly startedAt: number;
  duplicates: number;
  whole: boolean;
}

/** What parts of one message share: originator, reference with its width, and total. */
export function keyOf({ originator }: SmsDeliver, { bits, reference, total }: Concatenation): string {
  return `${originator.ton} ${originator.address} ${bits} ${reference} ${total}`;
}

/** Whether two parts are one and the same part, come twice. */
export function isSamePart(a: SmsDeliver, b: SmsDeliver): boolean {
  return a.timestamp.raw === b.timestamp.raw && a.text === b.text && a.data === b.data;
}

/**
 * The message that a part belongs to: of those that lack it (or hold that very part) the one whose parts were sent
 * nearest to it, the older one on a tie. Null when every one holds another part in its place: the reference is in use again.
 */
export function homeOf(
  candidates: readonly PendingMessage[],
  part: SmsDeliver,
  sequence: number,
): PendingMessage | null {
  const twin = candidates.find(({ parts }) => {
    const there = parts.get(sequence);
    return there !== undefined && isSamePart(there, part);
  });
  if (twin !== undefined) return twin;
  let home: PendingMessage | null = null;
  let nearest = Infinity;
  for (const candidate of candidates) {
    if (candidate.whole || candidate.parts.has(sequence)) continue;
    const distance = distanceTo(candidate, part);
    if (home === null || distance < nearest) {
      home = candidate;
      nearest = distance;
    }
  }
  return home;
}

/** Milliseconds between the sending of a part and of the nearest part of a message; 0 where a time is unknown. */
function distanceTo({ parts }: PendingMessage, part: SmsDeliver): number {
  let distance = Infinity;
  for (const { timestamp } of parts.values()) {
    if (timestamp.epochMs === null || part.timestamp.epochMs === null) return 0;
    distance = Math.min(distance, Math.abs(timestamp.epochMs - part.timestamp.epochMs));
  }
  return distance;
}

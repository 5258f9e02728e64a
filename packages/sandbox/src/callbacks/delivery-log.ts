import type { VendorName } from "../tests/route-test.ts";

/** One attempt to hand over a callback. */
export interface CallbackAttempt {
  /** `cb-12`: the callback; its attempts share it. */
  readonly callback: string;
  readonly vendor: VendorName;
  readonly testId: string;
  /** The test's status that the callback tells. */
  readonly status: string;
  readonly url: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** How many there may be. */
  readonly attempts: number;
  readonly kind: "attempt" | "duplicate" | "replay";
  /** When it was made, in the sandbox's time. */
  readonly at: string;
  /** `accepted` is any 2xx; `refused` any other answer; `failed` no answer at all. */
  readonly outcome: "accepted" | "refused" | "failed";
  readonly httpStatus: number | null;
  readonly error: string | null;
}

/** The newest attempts, oldest first. */
export interface DeliveryLog {
  add(attempt: CallbackAttempt): void;
  readonly attempts: readonly CallbackAttempt[];
  /** Attempts since the start, also those that are no longer kept. */
  readonly total: number;
}

/** A log that keeps the newest `limit` attempts. */
export function createDeliveryLog(limit: number): DeliveryLog {
  let attempts: CallbackAttempt[] = [];
  let total = 0;
  return {
    add(attempt) {
      total += 1;
      attempts.push(attempt);
      if (attempts.length > limit * 2) attempts = attempts.slice(-limit);
    },
    get attempts() {
      return attempts.slice(-limit);
    },
    get total() {
      return total;
    },
  };
}

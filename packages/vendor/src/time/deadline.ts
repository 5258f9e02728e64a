import type { Clock } from "./clock.ts";
import { onAbort } from "./on-abort.ts";

/** A signal that fires when its time is over or when any of the signals it was made from fires. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Whether it was the time, not another signal. */
  timedOut(): boolean;
  /** Forgets the timer and the other signals. To be called in a `finally`. */
  end(): void;
}

/**
 * `AbortSignal.timeout` and `AbortSignal.any` in one, on an injected clock: the former cannot be driven by a test, and
 * a signal from the latter stays reachable from a long-lived parent.
 */
export function startDeadline(clock: Clock, milliseconds: number, parent?: AbortSignal): Deadline {
  const controller = new AbortController();
  let timedOut = false;
  const forgetTimer = clock.after(milliseconds, () => {
    timedOut = true;
    controller.abort();
  });
  const forgetParent = parent && onAbort(parent, () => controller.abort());
  return {
    signal: controller.signal,
    timedOut: () => timedOut,
    end: () => {
      forgetTimer();
      forgetParent?.();
    },
  };
}

/** The promise's outcome, or `null` as soon as the signal fires. For work that does not listen to signals itself. */
export function unlessAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<{ readonly value: T } | null> {
  return new Promise((resolve, reject) => {
    const forget = onAbort(signal, () => resolve(null));
    work.then((value) => resolve({ value }), reject).finally(forget);
  });
}

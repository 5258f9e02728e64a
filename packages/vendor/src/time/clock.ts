import { onAbort } from "./on-abort.ts";

/** Time, as an argument: tests hand in one that runs as fast as they like. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Calls back once after so many milliseconds; returns a function that forgets it. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** Longest delay that timers take (2^31 - 1 ms, 24.8 days): beyond it they fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, Math.min(Math.max(milliseconds, 0), LONGEST_TIMER));
    return () => clearTimeout(timer);
  },
};

/** Waits so many milliseconds. Ends early, without an error, when the signal fires: the caller looks at the signal. */
export function sleep(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const wake = (): void => {
      forgetTimer();
      forgetSignal?.();
      resolve();
    };
    const forgetTimer = clock.after(milliseconds, wake);
    const forgetSignal = signal && onAbort(signal, wake);
  });
}

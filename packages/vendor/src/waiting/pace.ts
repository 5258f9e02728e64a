import { type Clock, sleep } from "../time/clock.ts";

/** Lets so many through in a second. */
export interface Pace {
  /** Returns when it is the caller's turn, or early when the signal fires. */
  turn(signal: AbortSignal): Promise<void>;
}

/** The bound on all polls of one client, however many tests it waits for. */
export function createPace(clock: Clock, perSecond: number): Pace {
  const gapMs = 1000 / perSecond;
  let nextTurn = 0;
  return {
    async turn(signal) {
      const now = clock.now();
      const turn = Math.max(now, nextTurn);
      nextTurn = turn + gapMs;
      if (turn > now) await sleep(clock, turn - now, signal);
    },
  };
}

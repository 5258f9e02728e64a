import type { Clock } from "@smsproof/vendor";

/** A sandbox whose time stands still until it is told to go on. */
export interface StandingTime {
  now(): number;
  advance(ms: number): Promise<void>;
}

/** Time that leaps over waiting. */
export interface HastyClock {
  readonly clock: Clock;
  /** Ends it; timers that have not fired are forgotten. */
  stop(): void;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Real time between two looks, and for what a leap brought to be heard: all of it belongs to the same moment. */
const TICK_MS = 5;

/**
 * The clock of a sandbox for whoever waits for it: as soon as all are waiting, time leaps to the first one's hour. A
 * message that takes nine seconds through the air, or never arrives, costs no such time. `busy` tells that a request is
 * under way: time stands still meanwhile.
 */
export function createHastyClock(time: StandingTime, busy: () => boolean): HastyClock {
  const timers = new Set<Timer>();
  let stopped = false;
  let handle: ReturnType<typeof setTimeout> | undefined;

  async function leap(): Promise<void> {
    const first = busy() ? null : earliest();
    if (first !== null) {
      await time.advance(Math.max(0, first.at - time.now()));
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
      for (const timer of [...timers].sort((a, b) => a.at - b.at)) {
        if (timer.at > time.now() || !timers.delete(timer)) continue;
        timer.callback();
      }
    }
    if (!stopped && timers.size > 0) watch();
    else handle = undefined;
  }

  function watch(): void {
    handle = setTimeout(() => void leap(), TICK_MS);
  }

  function earliest(): Timer | null {
    let found: Timer | null = null;
    for (const timer of timers) if (found === null || timer.at < found.at) found = timer;
    return found;
  }

  return {
    clock: {
      now: () => time.now(),
      after(milliseconds, callback) {
        const timer = { at: time.now() + Math.max(0, milliseconds), callback };
        timers.add(timer);
        if (!stopped && handle === undefined) watch();
        return () => timers.delete(timer);
      },
    },
    stop() {
      stopped = true;
      clearTimeout(handle);
      timers.clear();
    },
  };
}

import type { Clock } from "../time/clock.ts";

/** A clock whose hours pass at once. */
export interface VirtualClock extends Clock {
  /** Lets so many milliseconds pass, waking whoever is due on the way, in order. */
  advance(milliseconds: number): Promise<void>;
  /** Drives time from one wake-up to the next until the work is done; gives what it gave. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Timers that wait. */
  readonly pending: number;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Turns of the event loop between two wake-ups, for promises and in-process servers to get done. */
const TURNS = 12;
/** Real time after which work that nothing can wake any more is given up. */
const STUCK_AFTER_MS = 5_000;

/** A virtual clock. Starts at the given instant, by default 2026-01-01T00:00:00Z. */
export function createVirtualClock(startMs: number = Date.UTC(2026, 0, 1)): VirtualClock {
  let now = startMs;
  const timers = new Set<Timer>();

  function earliest(): Timer | null {
    let found: Timer | null = null;
    for (const timer of timers) if (found === null || timer.at < found.at) found = timer;
    return found;
  }

  function fire(timer: Timer): void {
    timers.delete(timer);
    now = Math.max(now, timer.at);
    timer.callback();
  }

  return {
    now: () => now,
    after(milliseconds, callback) {
      const timer = { at: now + Math.max(0, milliseconds), callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(milliseconds) {
      const until = now + milliseconds;
      await settle();
      for (let timer = earliest(); timer !== null && timer.at <= until; timer = earliest()) {
        fire(timer);
        await settle();
      }
      now = until;
      await settle();
    },
    async run(work) {
      let done = false;
      const mark = (): void => {
        done = true;
      };
      work.then(mark, mark);
      await settle();
      for (let idleSince = performance.now(); !done; await settle()) {
        const timer = earliest();
        if (timer !== null) {
          fire(timer);
          idleSince = performance.now();
        } else if (performance.now() - idleSince > STUCK_AFTER_MS) {
          throw new Error("The work waits for something that no timer brings.");
        }
      }
      return work;
    },
    get pending() {
      return timers.size;
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise<void>(nextTurn);
}

function nextTurn(callback: () => void): void {
  const immediate: unknown = Reflect.get(globalThis, "setImmediate");
  if (typeof immediate === "function") immediate(callback);
  else setTimeout(callback, 0);
}

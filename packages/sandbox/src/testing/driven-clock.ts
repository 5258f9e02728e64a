import type { VirtualClock } from "@smsproof/vendor/contract";

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Real time that requests are given to be answered: far more than the slowest machine needs. */
const PATIENCE_MS = 20_000;
/** Real time after which work that nothing can wake any more is given up. */
const STUCK_AFTER_MS = 10_000;
const TURNS = 12;

/**
 * A virtual clock for clients that speak over real sockets: time does not pass while an answer is due, or a slow
 * machine would turn it into a timeout.
 */
export function createDrivenClock(start: number, answersAreDue: () => boolean): VirtualClock {
  const timers = new Set<Timer>();
  let now = start;

  const earliest = (): Timer | null => {
    let found: Timer | null = null;
    for (const timer of timers) if (found === null || timer.at < found.at) found = timer;
    return found;
  };

  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn++) await new Promise<void>((done) => setImmediate(done));
  };

  const settle = async (): Promise<void> => {
    const deadline = performance.now() + PATIENCE_MS;
    await turns();
    while (answersAreDue() && performance.now() < deadline) {
      await new Promise((done) => setTimeout(done, 1));
      await turns();
    }
  };

  const fire = (timer: Timer): void => {
    timers.delete(timer);
    now = Math.max(now, timer.at);
    timer.callback();
  };

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
          throw new Error("the work waits for something that no timer brings");
        }
      }
      return work;
    },
    get pending() {
      return timers.size;
    },
  };
}

import { createEventQueue, type ScheduledEvent } from "./event-queue.ts";

/** Where the sandbox gets its time from. Times are milliseconds since 1970-01-01T00:00:00Z. */
export interface Clock {
  /** The sandbox's present. */
  now(): number;
  /** Runs `run` once `afterMs` have passed; the function that comes back cancels it. */
  schedule(afterMs: number, run: () => void): () => void;
  /** Runs what is due at this very moment, without letting time pass. */
  runDue(): void;
  /**
   * Lets time pass. Events run in the order of their times; work they started (callbacks) is waited for
   * before the next event. Calls made meanwhile wait for their turn.
   */
  advance(ms: number): Promise<void>;
  /** Makes `advance` and `settled` wait for a piece of work. */
  track(work: Promise<unknown>): void;
  /** Resolves when no tracked work is left. */
  settled(): Promise<void>;
  /** Forgets every event for good. */
  stop(): void;
}

/** How a clock runs. */
export interface ClockOptions {
  /** Virtual time begins here and stands still until `advance`. */
  readonly start: number;
  /** Real time flows by itself from the machine's clock; `advance` leaps ahead of it. */
  readonly realTime: boolean;
}

/** The longest leap of one `advance`: a year. */
export const MAX_ADVANCE_MS: number = 366 * 86_400_000;

/** TP-SCTS can write the years from 1990 to 2089; a day at either end is left to the zones. */
export const CLOCK_RANGE: { readonly first: number; readonly last: number } = {
  first: Date.UTC(1990, 0, 2),
  last: Date.UTC(2089, 11, 30),
};

const LONGEST_TIMER_MS = 2_000_000_000;

/** Makes a clock, virtual or real. */
export function createClock(options: ClockOptions): Clock {
  const events = createEventQueue();
  const running = new Set<Promise<unknown>>();
  let virtualNow = options.start;
  let leapt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();

  const now = (): number => (options.realTime ? Date.now() + leapt : virtualNow);

  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled([...running]);
  };

  const runDue = (): void => {
    for (let event = events.takeDue(now()); event !== null; event = events.takeDue(now())) event.run();
    arm();
  };

  const arm = (): void => {
    if (!options.realTime) return;
    clearTimeout(timer);
    const next = events.next();
    if (next === null) return;
    timer = setTimeout(runDue, Math.min(Math.max(next.at - now(), 0), LONGEST_TIMER_MS));
    timer.unref?.();
  };

  const leapBy = async (ms: number): Promise<void> => {
    const until = now() + ms;
    if (until > CLOCK_RANGE.last) {
      throw new RangeError(`the clock ends at ${new Date(CLOCK_RANGE.last).toISOString()}: reset it`);
    }
    await leapTo(until);
  };

  const leapTo = async (until: number): Promise<void> => {
    for (;;) {
      await settled();
      const next: ScheduledEvent | null = events.next();
      if (next === null || next.at > until) break;
      moveTo(next.at);
      events.takeDue(next.at)?.run();
    }
    moveTo(until);
    arm();
  };

  const moveTo = (at: number): void => {
    if (options.realTime) leapt += Math.max(at - now(), 0);
    else virtualNow = Math.max(virtualNow, at);
  };

  return {
    now,
    schedule(afterMs, run) {
      const cancel = events.add(now() + Math.max(afterMs, 0), run);
      arm();
      return cancel;
    },
    runDue,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0 || ms > MAX_ADVANCE_MS) {
        return Promise.reject(new RangeError(`advance takes 0 to ${MAX_ADVANCE_MS} ms, not ${ms}`));
      }
      const leap = turn.then(() => leapBy(ms));
      // An event that throws fails the leap it belongs to, not those behind it.
      turn = leap.catch(() => undefined);
      return leap;
    },
    track(work) {
      running.add(work);
      const done = (): void => {
        running.delete(work);
      };
      work.then(done, done);
    },
    settled,
    stop() {
      events.clear();
      clearTimeout(timer);
    },
  };
}

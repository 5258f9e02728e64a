import type { Clock } from "@smsproof/vendor";

/** The part of a sandbox that a paced clock drives. */
export interface DrivenTime {
  now(): number;
  advance(ms: number): Promise<void>;
}

/** A clock that a sandbox goes by. */
export interface PacedClock extends Clock {
  /** Lets time flow until the function that comes back is called; between runs it stands still. */
  hold(): () => void;
}

/** How often the sandbox is moved on, in real milliseconds. */
const TICK_MS = 25;

/** The longest step. A machine that was busy elsewhere makes the sandbox slower, and lets no test expire meanwhile. */
const LONGEST_STEP_MS = 50;

/**
 * Drives a sandbox's virtual time `speed` times as fast as the machine's, so that a handset which answers after seven
 * seconds is seen to do so within one. Whoever is given the clock sees the same time as the sandbox. Where time begins to
 * flow it catches up with the machine's clock first.
 */
export function createPacedClock(time: DrivenTime, speed: number): PacedClock {
  let holders = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let last = 0;

  function tick(): void {
    const present = performance.now();
    const passed = Math.min(present - last, LONGEST_STEP_MS) * speed;
    last = present;
    // Time that cannot go on (the sandbox is closed, its calendar ends) stands still.
    time.advance(passed).catch(() => undefined);
  }

  return {
    now: () => time.now(),
    after(milliseconds, callback) {
      const wait = setTimeout(callback, Math.min(Math.max(milliseconds / speed, 0), 2 ** 31 - 1));
      return () => clearTimeout(wait);
    },
    hold() {
      holders += 1;
      if (holders === 1) {
        time.advance(Math.max(0, Date.now() - time.now())).catch(() => undefined);
        last = performance.now();
        timer = setInterval(tick, TICK_MS);
      }
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holders -= 1;
        if (holders === 0) clearInterval(timer);
      };
    },
  };
}

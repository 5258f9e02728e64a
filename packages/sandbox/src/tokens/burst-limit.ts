import type { Clock } from "../clock/clock.ts";

/** How many token requests one account may make in how long. The vendors say "too many": the figures are ours. */
const TOKEN_BURST = { requests: 20, windowMs: 60_000 } as const;

/** Counts the token requests of each account. */
export interface BurstLimit {
  /** Null when the request may go on, else the seconds to wait. */
  take(account: string): number | null;
}

/**
 * Makes a limit. The window ends after a minute of the sandbox's time or of real time, whichever comes first:
 * where virtual time stands still nobody should be locked out for good.
 */
export function createBurstLimit(clock: Clock, realNow: () => number = () => performance.now()): BurstLimit {
  const windows = new Map<string, { sandbox: number; real: number; count: number }>();
  return {
    take(account) {
      const window = windows.get(account);
      const age =
        window === undefined
          ? Number.POSITIVE_INFINITY
          : Math.max(clock.now() - window.sandbox, realNow() - window.real);
      if (window === undefined || age >= TOKEN_BURST.windowMs) {
        if (windows.size > 1000) windows.clear();
        windows.set(account, { sandbox: clock.now(), real: realNow(), count: 1 });
        return null;
      }
      window.count += 1;
      return window.count <= TOKEN_BURST.requests ? null : Math.ceil((TOKEN_BURST.windowMs - age) / 1000);
    },
  };
}

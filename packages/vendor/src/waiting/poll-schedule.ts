/** How often a test is asked about. */
export interface PollSchedule {
  /** Shortest pause between two polls of a test, in milliseconds. */
  readonly minMs: number;
  /** Longest pause. */
  readonly maxMs: number;
  /** The pause is this share of the test's age: an answer is late by at most so much of the time it took. */
  readonly share: number;
}

/** Without callbacks: after 2 s, then a tenth of the age, at least once a minute. About 90 polls in the first hour. */
export const POLL_ALONE: PollSchedule = { minMs: 2_000, maxMs: 60_000, share: 0.1 };

/** With callbacks the poll only backs them up: after 30 s, then a quarter of the age, at least every 5 minutes. */
export const POLL_BESIDE_CALLBACKS: PollSchedule = { minMs: 30_000, maxMs: 300_000, share: 0.25 };

/** Vendors settle a test when its time is over: one poll comes this long after. */
const AFTER_EXPIRY_MS = 5_000;

/**
 * Milliseconds until the next poll. Age-based, since most messages arrive early; with a fifth at random, so that tests
 * created together are not asked about together; shortened so that one poll falls right after the vendor's time is over
 * and one at the very end.
 */
export function nextPollDelay(
  schedule: PollSchedule,
  test: { readonly ageMs: number; readonly untilExpiryMs: number; readonly untilEndMs: number },
  random: () => number,
): number {
  const wanted = Math.min(Math.max(test.ageMs * schedule.share, schedule.minMs), schedule.maxMs);
  const spread = wanted * (0.9 + random() / 5);
  const untilSettled = test.untilExpiryMs + AFTER_EXPIRY_MS;
  const next = untilSettled > 0 && untilSettled < spread ? untilSettled : spread;
  return Math.max(0, Math.min(next, test.untilEndMs));
}

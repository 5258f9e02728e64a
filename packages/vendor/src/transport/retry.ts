/** When and how often a request is made again. */
export interface RetryPolicy {
  /** Requests made at most, the first included. 1: never again. */
  readonly attempts: number;
  /** Pause before the second request, in milliseconds. Each further one is twice as long. */
  readonly baseDelayMs: number;
  /** Longest pause of our own choosing. */
  readonly maxDelayMs: number;
  /** Longest pause that a vendor may ask for by Retry-After. One that asks for more is not asked again. */
  readonly maxRetryAfterMs: number;
}

/** Four requests over about 4 seconds; up to a minute where the vendor asks for it. */
export const DEFAULT_RETRY: RetryPolicy = {
  attempts: 4,
  baseDelayMs: 500,
  maxDelayMs: 10_000,
  maxRetryAfterMs: 60_000,
};

/**
 * Milliseconds until the next request, or `null` when there must be none. Exponential, with the upper half at random,
 * so that callers that failed together do not come back together; never sooner than the vendor asked.
 */
export function retryDelay(
  policy: RetryPolicy,
  attempt: number,
  retryAfterMs: number | null,
  random: () => number,
): number | null {
  if (attempt >= policy.attempts) return null;
  if (retryAfterMs !== null && retryAfterMs > policy.maxRetryAfterMs) return null;
  const ceiling = Math.min(policy.baseDelayMs * 2 ** (attempt - 1), policy.maxDelayMs);
  return Math.max(ceiling * (0.5 + random() / 2), retryAfterMs ?? 0);
}

/**
 * Retry-After (RFC 9110, 10.2.3) in milliseconds from now: seconds, or an HTTP date. `null` for anything else; a date
 * that is past is 0.
 */
export function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  if (/^\d{1,10}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  if (!/^[A-Za-z]{3,9},? /.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

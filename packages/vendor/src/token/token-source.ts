import { AbortedError } from "../errors/tree.ts";
import { isVendorError } from "../errors/vendor-error.ts";
import type { Clock } from "../time/clock.ts";
import { unlessAborted } from "../time/deadline.ts";

/** An access token. */
export interface AccessToken {
  readonly value: string;
  /** How long the vendor says it lives, in milliseconds from the moment it was asked for. */
  readonly lifetimeMs: number;
}

/** Gives the token for the next request. */
export interface TokenSource {
  /** The token, fetched where there is none or it is about to expire. Any number of callers share one fetch. */
  get(signal: AbortSignal): Promise<string>;
  /** The vendor refused this token: it is forgotten, unless a newer one has already taken its place. */
  refuse(value: string): void;
  /**
   * The vendor failed in a way that may mean a refused token (TelQ's 500). The token is forgotten unless it is younger
   * than a minute, so that an outage does not turn into a burst of token requests. Whether it was forgotten.
   */
  suspect(value: string): boolean;
}

/** What a token source is made of. */
export interface TokenSourceOptions {
  readonly vendor: string;
  /** Asks the vendor. Bounded in time by itself: it belongs to no single caller. */
  readonly fetchToken: () => Promise<AccessToken>;
  readonly clock: Clock;
  /** A token is renewed when less than this is left of it, or a tenth of its life where that is less. */
  readonly renewBeforeMs?: number;
}

const FIVE_MINUTES = 5 * 60_000;
/** After a renewal that failed while the old token is still good, the old one serves this long before the next try. */
const RENEWAL_PAUSE = 30_000;
/** A token as young as this is beyond suspicion. */
const TRUSTED_FOR = 60_000;

interface HeldToken {
  readonly value: string;
  readonly askedAt: number;
  readonly renewAt: number;
  readonly expiresAt: number;
}

/** A token cache. One for each client, so that two keys in one process never meet. */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { clock, vendor, renewBeforeMs = FIVE_MINUTES } = options;
  let held: HeldToken | null = null;
  let flight: Promise<string> | null = null;
  let refusedUntil: { readonly time: number; readonly error: unknown } | null = null;

  async function renew(): Promise<string> {
    const askedAt = clock.now();
    try {
      const { value, lifetimeMs } = await options.fetchToken();
      const margin = Math.min(renewBeforeMs, lifetimeMs / 10);
      held = { value, askedAt, renewAt: askedAt + lifetimeMs - margin, expiresAt: askedAt + lifetimeMs };
      return value;
    } catch (error) {
      const now = clock.now();
      if (held !== null && now < held.expiresAt) {
        held = { ...held, renewAt: Math.min(now + RENEWAL_PAUSE, held.expiresAt) };
        return held.value;
      }
      // The vendor counts token requests: until the time it named is over, the answer is known.
      if (isVendorError(error, "RATE_LIMIT") && error.retryAfterMs !== null) {
        refusedUntil = { time: now + error.retryAfterMs, error };
      }
      throw error;
    } finally {
      flight = null;
    }
  }

  return {
    async get(signal) {
      const now = clock.now();
      if (held !== null && now < held.renewAt) return held.value;
      if (refusedUntil !== null && now < refusedUntil.time) throw refusedUntil.error;
      refusedUntil = null;
      flight ??= renew();
      const outcome = await unlessAborted(flight, signal);
      if (outcome === null)
        throw new AbortedError("Ended while waiting for a token.", { vendor, operation: "token" });
      return outcome.value;
    },
    refuse(value) {
      if (held?.value === value) held = null;
    },
    suspect(value) {
      if (held !== null && held.value === value && clock.now() - held.askedAt < TRUSTED_FOR) return false;
      this.refuse(value);
      return true;
    },
  };
}

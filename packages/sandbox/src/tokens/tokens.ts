import type { Clock } from "../clock/clock.ts";

/** Both vendors' tokens live for 24 hours. */
export const TOKEN_LIFETIME_S = 86_400;

/** How many tokens are remembered; the oldest makes room. */
const MAX_TOKENS = 10_000;

/** The tokens of one vendor. */
export interface Tokens {
  add(value: string): void;
  /** `unknown` also after an expired token has been forgotten. */
  check(value: string | null): "valid" | "expired" | "unknown";
  /** Ends a token before its time. */
  expire(value: string): void;
}

/** Makes a store. */
export function createTokens(clock: Clock): Tokens {
  const expiries = new Map<string, number>();
  return {
    add(value) {
      expiries.set(value, clock.now() + TOKEN_LIFETIME_S * 1000);
      if (expiries.size <= MAX_TOKENS) return;
      for (const oldest of expiries.keys()) {
        expiries.delete(oldest);
        break;
      }
    },
    check(value) {
      const expiry = value === null ? undefined : expiries.get(value);
      if (expiry === undefined) return "unknown";
      return clock.now() < expiry ? "valid" : "expired";
    },
    expire(value) {
      if (expiries.has(value)) expiries.set(value, clock.now());
    },
  };
}

/** The token of an Authorization header: with `Bearer ` in front or, as one SDK sends it, bare. */
export function tokenOf(request: Request): string | null {
  const header = request.headers.get("authorization")?.trim();
  if (header === undefined || header === "") return null;
  const bearer = /^bearer\s+(\S+)$/i.exec(header);
  if (bearer !== null) return bearer[1] ?? null;
  return /\s/.test(header) ? null : header;
}

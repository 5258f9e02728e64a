import type { CallbackHosts } from "./callbacks/loopback.ts";
import { CLOCK_RANGE } from "./clock/clock.ts";
import type { FaultRule } from "./faults/fault-rule.ts";
import type { RequestLogEntry } from "./http/front-door.ts";
import type { NetworkSite } from "./networks/network-site.ts";
import { SITES } from "./networks/sites.ts";
import type { DeepPartial } from "./quirks/deep-partial.ts";
import type { Quirks } from "./quirks/quirks.ts";
import type { Routing } from "./routes/routing.ts";
import { type Credentials, DEFAULT_CREDENTIALS } from "./world.ts";

/** What a sandbox can be told. */
export interface SandboxOptions {
  /** The same seed and the same requests give the same answers. Default 1. */
  readonly seed?: number | string;
  /** Where virtual time begins, milliseconds since 1970. Default 2030-01-01T00:00:00Z. */
  readonly start?: number;
  /** Time flows by itself, from now on. Default: it stands still until `advance`. */
  readonly realTime?: boolean;
  /** How long a message takes through the air, least and most. Default 0 in virtual time, 2 to 9 s in real time. */
  readonly transitMs?: readonly [number, number];
  readonly networks?: readonly NetworkSite[];
  readonly routes?: Routing;
  readonly quirks?: DeepPartial<Quirks>;
  readonly faults?: readonly FaultRule[];
  /** TestSMS's. One test costs one. Default a million. */
  readonly credits?: number;
  readonly credentials?: Partial<Credentials>;
  readonly limits?: Partial<Limits>;
  /** Where callbacks may go. Default: this machine only. */
  readonly callbackHosts?: CallbackHosts;
  /** What sends callbacks. Default the global `fetch`. */
  readonly callbackFetch?: typeof fetch;
  /** How long a receiver may take, real milliseconds. Default 5000. */
  readonly callbackTimeoutMs?: number;
  /** Pauses before the second, third ... attempt, sandbox time; the last repeats. Default 10 s, 30 s, 60 s. */
  readonly callbackSpacingMs?: readonly number[];
  /** Hears of every request. Never sees a header or a body. */
  readonly log?: (entry: RequestLogEntry) => void;
}

/** What is kept at most. */
export interface Limits {
  /** Tests of each vendor. Final ones make room for new ones. */
  readonly tests: number;
  readonly messages: number;
  /** Callbacks that can be replayed, and attempts in the log. */
  readonly callbacks: number;
}

/** The limits of a sandbox that is given none. */
export const DEFAULT_LIMITS: Limits = { tests: 100_000, messages: 10_000, callbacks: 10_000 };

/** Options with nothing left open. */
export type ResolvedOptions = Required<Omit<SandboxOptions, "log" | "limits" | "credentials">> & {
  readonly limits: Limits;
  readonly credentials: Credentials;
  readonly log: ((entry: RequestLogEntry) => void) | undefined;
};

/** Fills in the defaults. Throws a RangeError for a limit or a time that cannot be. */
export function resolveOptions(options: SandboxOptions): ResolvedOptions {
  const realTime = options.realTime ?? false;
  const transitMs = options.transitMs ?? (realTime ? [2000, 9000] : [0, 0]);
  if (!(transitMs[0] >= 0 && transitMs[1] >= transitMs[0])) {
    throw new RangeError("transitMs holds the least and the most, in this order");
  }
  const start = options.start ?? Date.UTC(2030, 0, 1);
  if (!(start >= CLOCK_RANGE.first && start <= CLOCK_RANGE.last)) {
    throw new RangeError("start lies from 1990 to 2089, the years that a PDU can write");
  }
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  for (const [name, limit] of Object.entries(limits)) {
    if (!Number.isInteger(limit) || limit < 1)
      throw new RangeError(`limits.${name} must be a whole number above 0`);
  }
  return {
    seed: options.seed ?? 1,
    start,
    realTime,
    transitMs,
    networks: options.networks ?? SITES,
    routes: options.routes ?? {},
    quirks: options.quirks ?? {},
    faults: options.faults ?? [],
    credits: options.credits ?? 1_000_000,
    credentials: { ...DEFAULT_CREDENTIALS, ...options.credentials },
    limits,
    callbackHosts: options.callbackHosts ?? "loopback",
    callbackFetch: options.callbackFetch ?? ((input, init) => globalThis.fetch(input, init)),
    callbackTimeoutMs: options.callbackTimeoutMs ?? 5000,
    callbackSpacingMs: options.callbackSpacingMs ?? [10_000, 30_000, 60_000],
    log: options.log,
  };
}

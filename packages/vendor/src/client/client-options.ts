import { baseUrlFault } from "../environment/base-url.ts";
import { runsInBrowser } from "../environment/browser.ts";
import { type Environment, readEnvironment } from "../environment/environment.ts";
import { ValidationError } from "../errors/tree.ts";
import { createSecretVault, type SecretVault } from "../secrets/secret-vault.ts";
import { type Clock, systemClock } from "../time/clock.ts";
import type { Fetch } from "../transport/http-attempt.ts";
import { createObserver, type Logger, type Observer, type TransportHooks } from "../transport/observer.ts";
import { DEFAULT_RETRY, type RetryPolicy } from "../transport/retry.ts";
import { createTransport, type Transport } from "../transport/transport.ts";
import type { FaultReader } from "../transport/vendor-fault.ts";

/** Options that every vendor's client takes. */
export interface ClientOptions {
  /** The vendor's own where absent. `https:`, or `http:` on this machine. */
  readonly baseUrl?: string;
  /** `globalThis.fetch` where absent. Handed a `Request`; need not listen to its signal. */
  readonly fetch?: Fetch;
  /** For one request, its answer's body included: 30,000 ms where absent. */
  readonly timeoutMs?: number;
  /** For a call with all its requests, pauses and tokens: 120,000 ms where absent. */
  readonly totalTimeoutMs?: number;
  /** For reads and tokens. Parts that are absent are those of `DEFAULT_RETRY`. */
  readonly retry?: Partial<RetryPolicy>;
  /** Added to every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly hooks?: TransportHooks;
  readonly logger?: Logger;
  /** Refuse answers with unknown keys, unknown statuses or values of the wrong type. Off where absent. */
  readonly strict?: boolean;
  /** Longest answer that is read: 16 MiB where absent. */
  readonly maxResponseOctets?: number;
  /** The machine's clock where absent. */
  readonly clock?: Clock;
  /** `Math.random` where absent: for the jitter. */
  readonly random?: () => number;
  /** Where credentials are looked for that are not given: `process.env` where absent. */
  readonly environment?: Environment;
  /** A page shows its credentials to every visitor. */
  readonly dangerouslyAllowBrowser?: boolean;
}

/** What a vendor's package adds. */
export interface ClientSetup {
  readonly vendor: string;
  readonly defaultBaseUrl: string;
  /** Name of the variable that replaces the default base URL. */
  readonly baseUrlVariable: string;
  readonly readFault: FaultReader;
  readonly credentials: readonly string[];
}

/** What a client works with. */
export interface ClientParts {
  readonly transport: Transport;
  readonly vault: SecretVault;
  readonly observer: Observer;
  readonly clock: Clock;
  readonly random: () => number;
  readonly strict: boolean;
}

const SIXTEEN_MIB = 16 * 1024 * 1024;

/** Checks a client's options and makes what it works with. Throws `ValidationError`. */
export function setUpClient(options: ClientOptions, setup: ClientSetup): ClientParts {
  const { vendor } = setup;
  if (runsInBrowser() && options.dangerouslyAllowBrowser !== true) {
    throw configurationError(
      vendor,
      "",
      "A page would show the credentials to every visitor. Call the vendor from a server, or set dangerouslyAllowBrowser.",
    );
  }
  const given = options.baseUrl ?? readEnvironment(setup.baseUrlVariable, options.environment);
  const baseUrl = (given ?? setup.defaultBaseUrl).replace(/\/+$/, "");
  const fault = baseUrlFault(baseUrl);
  if (fault !== null) throw configurationError(vendor, "baseUrl", fault);
  for (const name of ["timeoutMs", "totalTimeoutMs", "maxResponseOctets"] as const) {
    const value = options[name];
    if (value !== undefined && !(value > 0)) throw configurationError(vendor, name, "must be above 0");
  }
  const retry = { ...DEFAULT_RETRY, ...options.retry };
  if (!(retry.attempts >= 1)) throw configurationError(vendor, "retry.attempts", "must be at least 1");

  const vault = createSecretVault();
  for (const secret of setup.credentials) vault.addCredential(secret);
  const clock = options.clock ?? systemClock;
  const random = options.random ?? Math.random;
  const observer = createObserver(options.hooks, options.logger);
  const transport = createTransport({
    vendor,
    baseUrl,
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    clock,
    random,
    timeoutMs: options.timeoutMs ?? 30_000,
    totalTimeoutMs: options.totalTimeoutMs ?? 120_000,
    maxResponseOctets: options.maxResponseOctets ?? SIXTEEN_MIB,
    retry,
    headers: options.headers ?? {},
    observer,
    vault,
    readFault: setup.readFault,
  });
  return { transport, vault, observer, clock, random, strict: options.strict ?? false };
}

/** The error for a client that cannot be made. `path` names the option. */
export function configurationError(vendor: string, path: string, message: string): ValidationError {
  const text = path === "" ? message : `${path} ${message}.`;
  return new ValidationError(`${vendor} client: ${text}`, {
    vendor,
    operation: "configure",
    issues: [{ path, message }],
  });
}

/** The error for a request that is wrong as it stands: nothing was sent. */
export function requestError(
  vendor: string,
  operation: string,
  issues: readonly { readonly path: string; readonly message: string }[],
): ValidationError {
  const list = issues.slice(0, 5).map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
  const more = issues.length > list.length ? ` (and ${issues.length - list.length} more)` : "";
  return new ValidationError(`${vendor} ${operation}: the request was not sent. ${list.join("; ")}${more}`, {
    vendor,
    operation,
    issues,
  });
}

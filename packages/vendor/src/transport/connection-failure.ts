/** Codes that only occur before a connection stands: names that do not resolve, closed ports, certificates. */
const BEFORE_CONNECTION: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_FAIL",
  "EAI_NODATA",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
  "FailedToOpenSocket",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** What is known of a request that got no answer. */
export interface ConnectionFailure {
  /** The system's word, for example `ECONNRESET`; `null` where there is none. */
  readonly systemCode: string | null;
  /** Provably, not one octet of the request was written: no connection came to stand. */
  readonly neverSent: boolean;
}

/**
 * Reads the error of a failed `fetch`. Only what proves that no connection came to stand counts as never sent; a reset,
 * a closed socket and everything unknown may have happened after the vendor read the request.
 */
export function readConnectionFailure(error: unknown): ConnectionFailure {
  const chain = causes(error);
  const codes = chain.map((link) => textOf(link, "code")).filter((code) => code !== null);
  const neverSent =
    codes.some((code) => BEFORE_CONNECTION.has(code)) ||
    chain.some((link) => textOf(link, "syscall") === "connect") ||
    // Deno gives its errors no code. "(Connect)" is the name that its HTTP library has for this stage.
    chain.some((link) => /\bclient error \(Connect\)/.test(textOf(link, "message") ?? ""));
  return { systemCode: codes.at(-1) ?? null, neverSent };
}

/** The error, its causes, and the parts of an AggregateError (one for each address that was tried). */
function causes(error: unknown): readonly object[] {
  const found: object[] = [];
  const open: unknown[] = [error];
  while (open.length > 0 && found.length < 16) {
    const link = open.shift();
    if (typeof link !== "object" || link === null || found.includes(link)) continue;
    found.push(link);
    open.push(Reflect.get(link, "cause"));
    const parts: unknown = Reflect.get(link, "errors");
    if (Array.isArray(parts)) open.push(...parts.slice(0, 8));
  }
  return found;
}

function textOf(link: object, key: string): string | null {
  const value: unknown = Reflect.get(link, key);
  return typeof value === "string" ? value : null;
}

import { VENDOR_ERRORS } from "../errors/tree.ts";
import type { OutcomeCheck, VendorError, VendorErrorCode } from "../errors/vendor-error.ts";
import type { SecretVault } from "../secrets/secret-vault.ts";
import type { HttpAnswer, HttpFailure } from "./http-attempt.ts";

/** What a vendor's package reads in an error's body. Bodies of errors are undocumented: all of it may be absent. */
export interface FaultReading {
  /** The vendor's own words. */
  readonly message: string | null;
  /** A better class than the status alone gives. */
  readonly code?: VendorErrorCode;
  /** The body says that the token is bad, whatever the status says; or it may mean that. */
  readonly tokenRefused?: "yes" | "perhaps";
}

/** Reads the body of an answer that is no success. Must not throw. */
export type FaultReader = (answer: { readonly status: number; readonly text: string }) => FaultReading;

/**
 * - `read`: harmless, repeated when it fails.
 * - `token`: harmless, but vendors count it. Repeated when it fails.
 * - `spend`: costs credits. Repeated only while provably nothing was sent.
 */
export type CallKind = "read" | "token" | "spend";

/** What an error is told about the call that failed. */
export interface FaultContext {
  readonly vendor: string;
  readonly operation: string;
  readonly kind: CallKind;
  readonly attempts: number;
  readonly vault: SecretVault;
  readonly check: OutcomeCheck | null;
}

/** Characters of a body that an error keeps. */
const BODY_CAP = 2_048;
/** Of a creation's answer that could not be read, which may hold the ids of tests that were paid for. */
const CREATION_BODY_CAP = 65_536;
const MESSAGE_CAP = 300;
const REQUEST_ID_HEADERS: readonly string[] = ["x-request-id", "x-correlation-id", "request-id", "cf-ray"];

/**
 * Statuses that say: read, and turned down. Tests were not created. All others, 408 and every 5xx among them, prove
 * nothing, since the vendor may have failed after it made the tests.
 */
const REFUSALS: ReadonlySet<number> = new Set([
  400, 401, 402, 403, 404, 405, 406, 410, 411, 413, 414, 415, 422, 426, 429, 431,
]);

/** The vendor's id of a request, where its answer has one. */
export function requestIdOf(headers: Headers): string | null {
  for (const name of REQUEST_ID_HEADERS) {
    const value = headers.get(name);
    if (value !== null) return value.slice(0, 128);
  }
  return null;
}

/** The error for an answer that is no success. */
export function errorFromAnswer(
  context: FaultContext,
  answer: HttpAnswer,
  reading: FaultReading,
  retryAfterMs: number | null,
): VendorError {
  const code = reading.code ?? codeOfStatus(answer.status);
  const effect = context.kind === "spend" && !REFUSALS.has(answer.status) ? "unknown" : "none";
  const words = context.vault.redact(reading.message ?? "").slice(0, MESSAGE_CAP);
  const redirect = answer.status >= 300 && answer.status < 400 ? " The redirect was not followed." : "";
  const message = `${opening(context)} answered ${answer.status}${words === "" ? "." : `: ${words}`}${redirect}`;
  return make(context, code, message, {
    status: answer.status,
    requestId: requestIdOf(answer.headers),
    body: cappedBody(context, answer.text, BODY_CAP),
    retryAfterMs,
    effect,
    retryable: redirect === "" && isRetryable(context.kind, code, effect),
  });
}

/** The error for a request that got no answer, or half of one. */
export function errorFromFailure(
  context: FaultContext,
  failure: HttpFailure,
  callerAborted: boolean,
): VendorError {
  const effect = context.kind === "spend" && !failure.neverSent ? "unknown" : "none";
  const systemCode = failure.kind === "connection" ? failure.systemCode : null;
  const code = codeOfFailure(failure, callerAborted);
  const late = failure.status === null ? "" : ` after the answer ${failure.status} had begun`;
  return make(context, code, `${opening(context)} ${sentenceOfFailure(failure, callerAborted)}${late}.`, {
    status: failure.status,
    systemCode,
    effect,
    retryable: isRetryable(context.kind, code, effect),
  });
}

/** The error for an answer that arrived whole and is not what the vendor documents. */
export function errorFromContent(
  context: FaultContext,
  answer: { readonly status: number; readonly headers: Headers; readonly text: string },
  issues: readonly { readonly path: string; readonly message: string }[],
): VendorError {
  const [first] = issues;
  const place = first === undefined ? "" : ` ${first.path === "" ? "" : `${first.path}: `}${first.message}`;
  const message = `${opening(context)} answered ${answer.status} with something else than documented.${place}`;
  const cap = context.kind === "spend" ? CREATION_BODY_CAP : BODY_CAP;
  // The answer to a token request is the token.
  const body = context.kind === "token" ? null : cappedBody(context, answer.text, cap);
  return make(context, "VALIDATION", message, {
    status: answer.status,
    requestId: requestIdOf(answer.headers),
    body,
    issues,
    effect: context.kind === "spend" ? "unknown" : "none",
    retryable: false,
  });
}

/** Redacted before it is cut: half a secret at the cut would not be found any more. */
function cappedBody({ vault }: FaultContext, text: string, cap: number): string {
  return vault.redact(text.slice(0, cap + 16_384)).slice(0, cap);
}

function make(
  context: FaultContext,
  code: VendorErrorCode,
  message: string,
  details: Omit<ConstructorParameters<(typeof VENDOR_ERRORS)[VendorErrorCode]>[1], "vendor" | "operation">,
): VendorError {
  const unknown = details.effect === "unknown";
  const warning = unknown
    ? " Whether tests were created is unknown: see `check`. They are not asked for again."
    : "";
  return new VENDOR_ERRORS[code](context.vault.redact(message) + warning, {
    ...details,
    vendor: context.vendor,
    operation: context.operation,
    attempts: context.attempts,
    check: unknown ? context.check : null,
  });
}

function opening({ vendor, operation, attempts }: FaultContext): string {
  return `${vendor} ${operation}${attempts > 1 ? ` (${attempts} requests)` : ""}:`;
}

function codeOfStatus(status: number): VendorErrorCode {
  if (status === 401 || status === 403) return "AUTHENTICATION";
  if (status === 402) return "INSUFFICIENT_CREDITS";
  if (status === 404 || status === 410) return "NOT_FOUND";
  if (status === 408) return "TIMEOUT";
  if (status === 429) return "RATE_LIMIT";
  return status >= 400 && status < 500 ? "BAD_REQUEST" : "SERVER";
}

function codeOfFailure(failure: HttpFailure, callerAborted: boolean): VendorErrorCode {
  if (failure.kind === "connection") return "CONNECTION";
  if (failure.kind === "too-large") return "VALIDATION";
  return failure.kind === "aborted" && callerAborted ? "ABORTED" : "TIMEOUT";
}

function sentenceOfFailure(failure: HttpFailure, callerAborted: boolean): string {
  if (failure.kind === "timeout") return "no answer in the time allowed for one request";
  if (failure.kind === "aborted")
    return callerAborted ? "ended by the caller" : "no answer in the time allowed for the call";
  if (failure.kind === "too-large") return "the answer is larger than allowed; it was not read";
  const how = failure.systemCode === null ? "" : ` (${failure.systemCode})`;
  return failure.neverSent ? `could not connect${how}` : `the connection broke${how}`;
}

function isRetryable(kind: CallKind, code: VendorErrorCode, effect: "none" | "unknown"): boolean {
  if (effect === "unknown") return false;
  if (code === "RATE_LIMIT" || code === "SERVER" || code === "CONNECTION" || code === "TIMEOUT") return true;
  // A creation is not repeated after a refused token, but the token is dropped: the next call brings a new one.
  return kind === "spend" && code === "AUTHENTICATION";
}

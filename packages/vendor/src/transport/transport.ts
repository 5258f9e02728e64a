import { isVendorError, type OutcomeCheck, type VendorError } from "../errors/vendor-error.ts";
import type { SecretVault } from "../secrets/secret-vault.ts";
import { type Clock, sleep } from "../time/clock.ts";
import { startDeadline } from "../time/deadline.ts";
import type { TokenSource } from "../token/token-source.ts";
import { attemptHttp, type Fetch, type HttpAnswer, type HttpFailure } from "./http-attempt.ts";
import type { Observer, RequestEvent } from "./observer.ts";
import { type RetryPolicy, readRetryAfter, retryDelay } from "./retry.ts";
import {
  type CallKind,
  errorFromAnswer,
  errorFromContent,
  errorFromFailure,
  type FaultContext,
  type FaultReader,
  requestIdOf,
} from "./vendor-fault.ts";

/** What a transport is made of. */
export interface TransportOptions {
  readonly vendor: string;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** 0 <= value < 1, for the jitter. */
  readonly random: () => number;
  /** For one request, in milliseconds. */
  readonly timeoutMs: number;
  /** For a call with all its requests and pauses, in milliseconds. */
  readonly totalTimeoutMs: number;
  readonly maxResponseOctets: number;
  readonly retry: RetryPolicy;
  /** Added to every request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly observer: Observer;
  readonly vault: SecretVault;
  readonly readFault: FaultReader;
}

/** One call of a vendor's API. */
export interface Call {
  readonly operation: string;
  readonly kind: CallKind;
  readonly method: "GET" | "POST";
  /** Without leading slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly type: string; readonly text: string };
  /** `null`: the call needs no token. */
  readonly tokens: TokenSource | null;
  readonly signal?: AbortSignal | undefined;
  /** For calls that cost credits: where to look when the outcome is unknown. */
  readonly check?: (sentAfter: string, sentBefore: string) => OutcomeCheck;
}

/** A successful answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly requestId: string | null;
  /** Requests made, this one included. */
  readonly attempts: number;
  /** Makes the error to throw when the answer is not what the vendor documents. */
  readonly contentError: (
    issues: readonly { readonly path: string; readonly message: string }[],
  ) => VendorError;
}

/** Makes calls. */
export interface Transport {
  /** Answers a success (2xx); throws `VendorError` for everything else. */
  call(call: Call): Promise<Answer>;
}

/** The way to a vendor: timeouts, retries, tokens, errors, hooks. */
export function createTransport(options: TransportOptions): Transport {
  const { clock, observer } = options;

  async function call(call: Call): Promise<Answer> {
    const deadline = startDeadline(clock, options.totalTimeoutMs, call.signal);
    const sentAfter = new Date(clock.now()).toISOString();
    let renewedToken = false;
    try {
      for (let attempt = 1; ; attempt++) {
        const token = await tokenFor(call, deadline.signal, attempt);
        const outcome = await request(call, attempt, token, deadline.signal);
        const context = contextOf(call, attempt, sentAfter);
        if (outcome.kind === "answer" && outcome.status >= 200 && outcome.status < 300) {
          return toAnswer(outcome, context);
        }
        const { error, tokenRefused } = toError(context, outcome, call.signal?.aborted === true);
        const dropped = token !== null && call.tokens !== null && dropToken(call.tokens, token, tokenRefused);
        if (dropped && call.kind === "read" && !renewedToken) {
          renewedToken = true;
          continue;
        }
        const delayMs = mayRepeat(call, error, outcome)
          ? retryDelay(options.retry, attempt, error.retryAfterMs, options.random)
          : null;
        if (delayMs === null) throw error;
        observer.retry({ ...eventOf(call, attempt), error, delayMs });
        await sleep(clock, delayMs, deadline.signal);
        if (deadline.signal.aborted) throw call.signal?.aborted ? endedByCaller(context) : error;
      }
    } finally {
      deadline.end();
    }
  }

  async function tokenFor(call: Call, signal: AbortSignal, attempt: number): Promise<string | null> {
    if (call.tokens === null) return null;
    try {
      return await call.tokens.get(signal);
    } catch (error) {
      if (!isVendorError(error, "ABORTED")) throw error;
      // The wait for the token ended: by the caller's signal or by the time allowed for the call.
      const ended: HttpFailure = { kind: "aborted", status: null, neverSent: true };
      throw errorFromFailure(contextOf(call, attempt - 1, ""), ended, call.signal?.aborted === true);
    }
  }

  async function request(
    call: Call,
    attempt: number,
    token: string | null,
    signal: AbortSignal,
  ): Promise<HttpAnswer | HttpFailure> {
    const event = eventOf(call, attempt);
    const startedAt = clock.now();
    if (!signal.aborted) observer.request(event);
    const outcome = await attemptHttp(
      {
        method: call.method,
        baseUrl: options.baseUrl,
        path: call.path,
        headers: {
          accept: "application/json",
          ...options.headers,
          ...(call.body === undefined ? {} : { "content-type": call.body.type }),
          ...call.headers,
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        body: call.body?.text ?? null,
        once: call.kind === "spend",
      },
      {
        fetch: options.fetch,
        clock,
        timeoutMs: options.timeoutMs,
        maxResponseOctets: options.maxResponseOctets,
        signal,
      },
    );
    if (outcome.kind === "answer") {
      const elapsedMs = clock.now() - startedAt;
      observer.response({
        ...event,
        status: outcome.status,
        requestId: requestIdOf(outcome.headers),
        elapsedMs,
      });
    }
    return outcome;
  }

  function toError(context: FaultContext, outcome: HttpAnswer | HttpFailure, callerAborted: boolean) {
    if (outcome.kind !== "answer") {
      return { error: errorFromFailure(context, outcome, callerAborted), tokenRefused: null };
    }
    const reading = options.readFault(outcome);
    const retryAfterMs = readRetryAfter(outcome.headers.get("retry-after"), clock.now());
    const error = errorFromAnswer(context, outcome, reading, retryAfterMs);
    return {
      error,
      tokenRefused: outcome.status === 401 ? ("yes" as const) : (reading.tokenRefused ?? null),
    };
  }

  function toAnswer(answer: HttpAnswer, context: FaultContext): Answer {
    return {
      status: answer.status,
      headers: answer.headers,
      text: answer.text,
      requestId: requestIdOf(answer.headers),
      attempts: context.attempts,
      contentError: (issues) => errorFromContent(context, answer, issues),
    };
  }

  function contextOf(call: Call, attempts: number, sentAfter: string): FaultContext {
    const sentBefore = new Date(clock.now()).toISOString();
    return {
      vendor: options.vendor,
      operation: call.operation,
      kind: call.kind,
      attempts,
      vault: options.vault,
      check: call.check?.(sentAfter, sentBefore) ?? null,
    };
  }

  function eventOf(call: Call, attempt: number): RequestEvent {
    const url = options.vault.redact(`${options.baseUrl}/${call.path}`);
    return { vendor: options.vendor, operation: call.operation, method: call.method, url, attempt };
  }

  return { call };
}

/** A call that costs credits is repeated only while provably nothing was sent: not even a 429 or a 503 is a reason. */
function mayRepeat(call: Call, error: VendorError, outcome: HttpAnswer | HttpFailure): boolean {
  if (call.kind === "spend") return outcome.kind === "connection" && outcome.neverSent;
  return error.retryable;
}

/** Whether the token was forgotten. */
function dropToken(tokens: TokenSource, token: string, refused: "yes" | "perhaps" | null): boolean {
  if (refused === "perhaps") return tokens.suspect(token);
  if (refused === "yes") tokens.refuse(token);
  return refused === "yes";
}

function endedByCaller(context: FaultContext): VendorError {
  return errorFromFailure(context, { kind: "aborted", status: null, neverSent: true }, true);
}

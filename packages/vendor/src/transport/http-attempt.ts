import ky from "ky";
import type { Clock } from "../time/clock.ts";
import { startDeadline, unlessAborted } from "../time/deadline.ts";
import { readBoundedText } from "./bounded-text.ts";
import { type ConnectionFailure, readConnectionFailure } from "./connection-failure.ts";

/** A function with the shape of `fetch` that is handed a `Request`. `globalThis.fetch` is one, Hono's `app.fetch` another. */
export type Fetch = (request: Request) => Promise<Response> | Response;

/** One HTTP request. */
export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly baseUrl: string;
  /** Without leading slash. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** It must not reach the server twice, whatever the runtime likes to repeat. */
  readonly once: boolean;
}

/** What one HTTP request may use. */
export interface HttpLimits {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly maxResponseOctets: number;
  readonly signal: AbortSignal;
}

/** An answer, read to its end. */
export interface HttpAnswer {
  readonly kind: "answer";
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** No answer, or not all of it. */
export type HttpFailure =
  | ({ readonly kind: "connection"; readonly status: number | null } & ConnectionFailure)
  | { readonly kind: "timeout"; readonly status: number | null; readonly neverSent: false }
  /** The signal fired, ours or the caller's. */
  | { readonly kind: "aborted"; readonly status: number | null; readonly neverSent: boolean }
  | { readonly kind: "too-large"; readonly status: number; readonly neverSent: false };

/**
 * Makes one HTTP request and reads its answer. The one place that knows ky, which makes the request and nothing else:
 * its retries and its timeout stay off, because the timeout spans the retries and neither runs on an injected clock;
 * its HTTPError, which carries the request with its bearer token, is never made. Never throws.
 *
 * Redirects are not followed: a 307 would carry the body, which may hold the key, and the callback token to wherever it
 * points, and a POST that costs credits would be made twice.
 */
export async function attemptHttp(
  request: HttpRequest,
  limits: HttpLimits,
): Promise<HttpAnswer | HttpFailure> {
  if (limits.signal.aborted) return { kind: "aborted", status: null, neverSent: true };
  const deadline = startDeadline(limits.clock, limits.timeoutMs, limits.signal);
  let status: number | null = null;
  try {
    const exchange = async (): Promise<HttpAnswer | HttpFailure> => {
      const response = await ky(request.path, {
        prefixUrl: request.baseUrl,
        method: request.method,
        headers: { ...request.headers },
        ...bodyOf(request),
        redirect: "manual",
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
        signal: deadline.signal,
        fetch: async (input) => limits.fetch(input as Request),
      });
      status = response.status;
      const read = await readBoundedText(response, limits.maxResponseOctets);
      if ("tooLarge" in read) return { kind: "too-large", status, neverSent: false };
      return { kind: "answer", status, headers: response.headers, text: read.text };
    };
    // An injected fetch need not listen to the signal (Hono's does not).
    const outcome = await unlessAborted(exchange(), deadline.signal);
    if (outcome !== null) return outcome.value;
    return stopped();
  } catch (error) {
    if (deadline.signal.aborted) return stopped();
    return { kind: "connection", status, ...readConnectionFailure(error) };
  } finally {
    deadline.end();
  }

  function stopped(): HttpFailure {
    return { kind: deadline.timedOut() ? "timeout" : "aborted", status, neverSent: false };
  }
}

/**
 * Deno sends a POST with a text body a second time, by itself, when a connection that it had kept open breaks, even
 * after the server has read the request (seen with 2.9.6). It cannot do so with a stream. Node and Bun 1.4 do not repeat
 * a POST, and a stream would cost the Content-Length.
 */
function bodyOf({ body, once }: HttpRequest): { body?: BodyInit } {
  if (body === null) return {};
  if (!once || !("Deno" in globalThis)) return { body };
  const octets = new TextEncoder().encode(body);
  return {
    body: new ReadableStream({
      start(controller) {
        controller.enqueue(octets);
        controller.close();
      },
    }),
  };
}

import type { ValidationIssue } from "../errors/vendor-error.ts";
import { parseLosslessJson } from "../json/lossless-json.ts";
import type { DeliveryResult } from "../model/delivery-result.ts";
import type { Clock } from "../time/clock.ts";
import { startDeadline, unlessAborted } from "../time/deadline.ts";
import { type BoundedText, readBoundedText } from "../transport/bounded-text.ts";
import type { Observer } from "../transport/observer.ts";
import type { Progress } from "../waiting/progress.ts";
import type { ResultInbox } from "../waiting/result-inbox.ts";

/** What a serverless platform hands along with a request. */
export interface CallbackContext {
  /** Keeps the process alive for work that goes on after the answer (Workers, Vercel). */
  readonly waitUntil?: (work: Promise<unknown>) => void;
}

/** Takes a vendor's callback as a web-standard `Request` and answers it. Never throws. */
export type CallbackHandler = (request: Request, context?: CallbackContext) => Promise<Response>;

/** A callback that was let in. */
export interface CallbackEvent {
  readonly result: DeliveryResult;
  /** `new`, or a `duplicate` or `stale` one that changes nothing. */
  readonly progress: Progress;
}

/** A callback's body as a result, or why it is none. */
export type CallbackReading =
  | { readonly result: DeliveryResult }
  | { readonly issues: readonly ValidationIssue[] };

/** What a vendor's package makes its handler of. */
export interface CallbackHandlerOptions {
  readonly vendor: string;
  /** Whether the request may come in. Looks at headers and URL only: the body has not been read. */
  readonly authorise: (request: Request) => Promise<boolean>;
  /** Turns the body into a result, or says what is wrong with it. */
  readonly read: (body: unknown) => CallbackReading;
  readonly keyOf: (result: DeliveryResult) => string;
  readonly inbox: ResultInbox;
  /** Called for each callback that tells something new, after the answer. What it throws is logged. */
  readonly onResult?: ((result: DeliveryResult) => void | Promise<void>) | undefined;
  /** Called for every callback that was let in, duplicates too. */
  readonly onCallback?: ((event: CallbackEvent) => void | Promise<void>) | undefined;
  /** Octets of a body. */
  readonly maxBodyOctets: number;
  /** For the body to arrive, in milliseconds. */
  readonly bodyTimeoutMs: number;
  readonly clock: Clock;
  readonly observer: Observer;
}

/**
 * Makes the handler of a vendor's callbacks. It answers
 * 401 to a request without the right secret, before its body is read; 405 to anything but POST; 413 to a body over the
 * bound; 408 to one that does not arrive; 400 to one that is no result; and 202 to all others: duplicates, replays and
 * results of unknown tests too, since a vendor that is refused only sends again.
 */
export function createCallbackHandler(options: CallbackHandlerOptions): CallbackHandler {
  const { vendor, observer, inbox } = options;

  async function handle(request: Request, context: CallbackContext): Promise<Response> {
    if (request.method !== "POST") return answer(405, "Send a POST.", { allow: "POST" });
    if (!(await options.authorise(request))) {
      observer.warn(`${vendor} callback: refused, its secret is missing or wrong.`);
      return answer(401, "The callback's secret is missing or wrong.", { "www-authenticate": "Bearer" });
    }
    const body = await readInTime(request);
    if (body === "late") return answer(408, "The body did not arrive in time.");
    if (body === "broken") return answer(400, "The body broke off.");
    if ("tooLarge" in body) return answer(413, `The body is larger than ${options.maxBodyOctets} octets.`);
    const result = resultOf(body.text);
    if (result === null) return answer(400, "The body is not a result.");

    const progress = inbox.put(options.keyOf(result), result);
    const work = tell({ result, progress });
    context.waitUntil?.(work);
    return answer(202, progress === "new" ? "Taken." : "Known already.");
  }

  async function readInTime(request: Request): Promise<BoundedText | "late" | "broken"> {
    const deadline = startDeadline(options.clock, options.bodyTimeoutMs);
    try {
      const read = await unlessAborted(readBoundedText(request, options.maxBodyOctets), deadline.signal);
      return read === null ? "late" : read.value;
    } catch {
      return "broken";
    } finally {
      deadline.end();
    }
  }

  function resultOf(text: string): DeliveryResult | null {
    let body: unknown;
    try {
      body = parseLosslessJson(text);
    } catch {
      observer.warn(`${vendor} callback: the body is not JSON.`);
      return null;
    }
    const reading = options.read(body);
    if ("result" in reading) return reading.result;
    const places = reading.issues.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
    observer.warn(`${vendor} callback: the body is no result. ${places.join("; ")}`);
    return null;
  }

  async function tell(event: CallbackEvent): Promise<void> {
    // The answer goes out first: vendors' patience is undocumented.
    await Promise.resolve();
    try {
      await options.onCallback?.(event);
      if (event.progress === "new") await options.onResult?.(event.result);
    } catch {
      observer.warn(`${vendor} callback: onResult or onCallback threw; the result itself is kept.`);
    }
  }

  return (request, context = {}) => handle(request, context);
}

function answer(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ message }, { status, headers: { "cache-control": "no-store", ...headers } });
}

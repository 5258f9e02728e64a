import type { Reply } from "../faults/spoil.ts";
import { requestOf } from "./plain-request.ts";

/** A `fetch` that reaches the sandbox without a socket; the host of the URL does not matter. */
export type InProcessFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Turns the sandbox's replies into what a real `fetch` would do: it rejects with the signal's reason as soon
 * as the signal aborts (the request has left by then, as on a wire), and with a TypeError when the
 * connection is reset.
 */
export function createInProcessFetch(answer: (request: Request) => Promise<Reply>): InProcessFetch {
  return async (input, init) => {
    const request = requestOf(input, init);
    // Looking at a request's signal makes one, which costs more than the rest of the call.
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
    signal?.throwIfAborted();
    const reply = await (signal === null ? answer(request) : untilAborted(answer(request), signal));
    if (reply.kind === "none") throw connectionReset();
    return reply.kind === "whole" ? reply.response : cutResponse(reply);
  };
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** What undici says when the other side ends the connection. */
function connectionReset(): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  return new TypeError("fetch failed", { cause });
}

function cutResponse({ response, octets }: Extract<Reply, { kind: "cut" }>): Response {
  let started = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (started) return controller.error(new TypeError("terminated"));
      started = true;
      controller.enqueue(octets);
    },
  });
  return new Response(body, response);
}

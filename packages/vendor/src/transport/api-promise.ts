import type { Answer } from "./transport.ts";

/** What a call gave, and the HTTP answer that it was read from. */
export interface WithResponse<T> {
  readonly data: T;
  /** Status, headers and body as they came. The body can still be read. */
  readonly response: Response;
  readonly requestId: string | null;
  /** Requests made, the successful one included. */
  readonly attempts: number;
}

/** A promise of a call's value that can also give the raw answer: `await client.networks.list().withResponse()`. */
export class ApiPromise<T> implements Promise<T> {
  readonly #outcome: Promise<WithResponse<T>>;

  /** @internal */
  constructor(outcome: Promise<WithResponse<T>>) {
    this.#outcome = outcome;
  }

  get [Symbol.toStringTag](): string {
    return "ApiPromise";
  }

  /** The value together with the raw answer. No second request is made. */
  withResponse(): Promise<WithResponse<T>> {
    return this.#outcome;
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  then<A = T, B = never>(
    onValue?: ((value: T) => A | PromiseLike<A>) | null,
    onError?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#outcome.then(({ data }) => data).then(onValue, onError);
  }

  catch<B = never>(onError?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onError);
  }

  finally(onEnd?: (() => void) | null): Promise<T> {
    return this.then().finally(onEnd) as Promise<T>;
  }
}

/** Makes a call's promise: `read` turns the answer's text into the value, or throws. */
export function apiPromise<T>(answer: Promise<Answer>, read: (answer: Answer) => T): ApiPromise<T> {
  return new ApiPromise(
    answer.then((got) => ({
      data: read(got),
      response: toResponse(got),
      requestId: got.requestId,
      attempts: got.attempts,
    })),
  );
}

/**
 * The body has been read within its bound: the response is built anew around it. As a stream, because a response shows a
 * text body to whoever inspects it, and vendors echo callback URLs.
 */
function toResponse({ status, headers, text }: Answer): Response {
  const octets = new TextEncoder().encode(text);
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(octets);
      controller.close();
    },
  });
  return new Response(octets.length === 0 ? null : body, { status, headers });
}

/** A request whose body is a text that need not be read out of a stream. */
export interface TextRequest extends Request {
  readonly bodyText: string;
}

/** Whether a request's body can be had at once. */
export const hasBodyText = (request: Request): request is TextRequest => "bodyText" in request;

const PLAIN_METHODS: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/**
 * A request for this process: for the usual arguments of `fetch` the few members that the sandbox and Hono look at,
 * else a real one, with all its checks. Node's own Request, with its streams and signal, costs as much as
 * all that the sandbox does with it.
 */
export function requestOf(input: string | URL | Request, init: RequestInit | undefined): Request {
  const method = init?.method ?? "GET";
  const body = init?.body ?? null;
  const plain =
    (typeof input === "string" || input instanceof URL) &&
    PLAIN_METHODS.has(method) &&
    (body === null || (typeof body === "string" && method !== "GET"));
  if (!plain) return new Request(input, init);
  const url = new URL(input);
  if (url.username !== "" || url.password !== "") return new Request(input, init);
  const headers = new Headers(init?.headers);
  if (body !== null && !headers.has("content-type")) headers.set("content-type", "text/plain;charset=UTF-8");
  const request = {
    method,
    url: url.href,
    headers,
    bodyText: body ?? "",
    get signal(): AbortSignal {
      return init?.signal ?? new AbortController().signal;
    },
  };
  return request as unknown as TextRequest;
}

const PARTS: unique symbol = Symbol("the parts of a plain request");

/** What a plain request is made of, and the real one once somebody has asked for it. */
interface Parts {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly bodyText: string;
  readonly real: () => Request;
}

/** The body of a request that is a text already; null where it has to be read out of a stream. */
export function bodyTextOf(request: Request): string | null {
  return PARTS in request ? (request[PARTS] as Parts).bodyText : null;
}

const PLAIN_METHODS: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/**
 * `new Request(input, init)`, put off: method, URL, headers and a body that is a text are there at once, and the real
 * request is made when anything else of it is asked for. Node's own Request, with its streams and its
 * signal, costs as much as all that the sandbox does with it. Throws what `new Request` throws. For the
 * sandbox's own eyes: the platform's `fetch` and `new Request` take real requests only.
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
  let real: Request | undefined;
  const parts: Parts = {
    method,
    url: url.href,
    headers,
    bodyText: body ?? "",
    real: () => {
      real ??= new Request(input, init);
      return real;
    },
  };
  const request = Object.create(PUT_OFF);
  request[PARTS] = parts;
  return request;
}

/** A Request by its prototype; each of its members, whichever this Node has, leads to the real one. */
const PUT_OFF: object = Object.create(Request.prototype, putOffMembers());

function putOffMembers(): PropertyDescriptorMap {
  const members: PropertyDescriptorMap = {};
  for (const [name, { get, value }] of Object.entries(Object.getOwnPropertyDescriptors(Request.prototype))) {
    if (name === "constructor") continue;
    if (typeof value === "function") members[name] = { value: method(name) };
    if (get === undefined) continue;
    members[name] = {
      get(this: { [PARTS]: Parts }) {
        return Reflect.get(this[PARTS].real(), name);
      },
    };
  }
  for (const name of ["method", "url", "headers"] as const) {
    members[name] = {
      get(this: { [PARTS]: Parts }) {
        return this[PARTS][name];
      },
    };
  }
  return members;
}

function method(name: string): (this: { [PARTS]: Parts }, ...args: unknown[]) => unknown {
  return function (...args) {
    const real = this[PARTS].real();
    return Reflect.apply(Reflect.get(real, name), real, args);
  };
}

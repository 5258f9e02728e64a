import type { VendorError } from "../errors/vendor-error.ts";

/** A request that is about to be made. No header, no body: nothing secret. */
export interface RequestEvent {
  readonly vendor: string;
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** 1 for the first. */
  readonly attempt: number;
}

/** An answer that has been read. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  readonly requestId: string | null;
  readonly elapsedMs: number;
}

/** A request that failed and will be made again. */
export interface RetryEvent extends RequestEvent {
  readonly error: VendorError;
  readonly delayMs: number;
}

/** Functions that are told what happens. What they throw is logged and otherwise ignored: they spoil no paid request. */
export interface TransportHooks {
  onRequest?(event: RequestEvent): void;
  onResponse?(event: ResponseEvent): void;
  onRetry?(event: RetryEvent): void;
}

/** Where to write. `console` is one. */
export interface Logger {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Hooks and logger behind one door that lets no exception through. */
export interface Observer {
  request(event: RequestEvent): void;
  response(event: ResponseEvent): void;
  retry(event: RetryEvent): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Joins hooks and a logger. */
export function createObserver(hooks: TransportHooks = {}, logger?: Logger): Observer {
  const warn: Observer["warn"] = (message, fields) => quietly(() => logger?.warn(message, fields));
  const tell = (name: string, call: () => void): void => {
    const fault = quietly(call);
    if (fault) warn(`The hook ${name} threw; it was ignored.`, { hook: name });
  };
  return {
    warn,
    request(event) {
      tell("onRequest", () => hooks.onRequest?.(event));
      quietly(() =>
        logger?.debug(`${event.vendor} ${event.operation}: ${event.method} ${event.url}`, { ...event }),
      );
    },
    response(event) {
      tell("onResponse", () => hooks.onResponse?.(event));
      quietly(() => logger?.debug(`${event.vendor} ${event.operation}: ${event.status}`, { ...event }));
    },
    retry(event) {
      tell("onRetry", () => hooks.onRetry?.(event));
      warn(`${event.error.message} Next request in ${Math.round(event.delayMs)} ms.`, {
        ...event,
        error: event.error.code,
      });
    },
  };
}

/** Whether it threw. */
function quietly(call: () => void): boolean {
  try {
    call();
    return false;
  } catch {
    return true;
  }
}

import {
  type CallbackEvent,
  type CallbackHandler,
  type CallbackReading,
  type Clock,
  carriesToken,
  configurationError,
  createCallbackHandler,
  createObserver,
  createResultInbox,
  type DeliveryResult,
  type Logger,
  type Observer,
  type ResultInbox,
  systemClock,
  toIssues,
} from "@smsproof/vendor";
import { toDeliveryResult } from "./api/results.ts";
import { type TelqSchemas, telqSchemas } from "./api/schemas.ts";

/** What TelQ's callbacks are received with. */
export interface TelqCallbackOptions {
  /** The `results-callback-token` of the tests: TelQ sends it back as Authorization. At least 16 characters. */
  readonly token: string;
  /** Called for each callback that tells something new, after it was answered. What it throws is logged. */
  readonly onResult?: (result: DeliveryResult) => void | Promise<void>;
  /** Called for every callback that was let in, duplicates and stale ones too. */
  readonly onCallback?: (event: CallbackEvent) => void | Promise<void>;
  /** Where results wait for `waitForResult`: one in memory, of 10,000 tests, where absent. */
  readonly inbox?: ResultInbox;
  /** Octets of a body: 65,536 where absent. */
  readonly maxBodyOctets?: number;
  /** For the body to arrive: 10,000 ms where absent. */
  readonly bodyTimeoutMs?: number;
}

/** Key of a test in an inbox. */
export function telqInboxKey(testId: string): string {
  return `telq:${testId}`;
}

/** A handler and the inbox that it fills. */
export interface TelqCallbacks {
  readonly handle: CallbackHandler;
  readonly inbox: ResultInbox;
}

/**
 * Receives TelQ's callbacks apart from a client, for instance in a web server that only hands results on. A client that
 * waits brings its own: `telq.asVendor({ callbacks }).handleCallback`.
 */
export function createTelqCallbackHandler(
  options: TelqCallbackOptions & {
    readonly logger?: Logger;
    readonly clock?: Clock;
    readonly strict?: boolean;
  },
): CallbackHandler {
  const observer = createObserver({}, options.logger);
  const schemas = telqSchemas(options.strict ?? false);
  return createTelqCallbacks(options, { clock: options.clock ?? systemClock, observer, schemas }).handle;
}

/** The handler with its inbox. Throws a `ValidationError` for a token that could be guessed. */
export function createTelqCallbacks(
  options: TelqCallbackOptions,
  parts: { readonly clock: Clock; readonly observer: Observer; readonly schemas: TelqSchemas },
): TelqCallbacks {
  const { token } = options;
  if (token.length < 16)
    throw configurationError("telq", "callbacks.token", "must have at least 16 characters");
  const inbox = options.inbox ?? createResultInbox();
  const handle = createCallbackHandler({
    vendor: "telq",
    authorise: (request) => carriesToken(request.headers.get("authorization"), token),
    read: (body) => readCallback(body, parts.schemas),
    // A callback names its test.
    keyOf: (result) => telqInboxKey(result.testId ?? ""),
    inbox,
    onResult: options.onResult,
    onCallback: options.onCallback,
    maxBodyOctets: options.maxBodyOctets ?? 65_536,
    bodyTimeoutMs: options.bodyTimeoutMs ?? 10_000,
    ...parts,
  });
  return { handle, inbox };
}

function readCallback(body: unknown, schemas: TelqSchemas): CallbackReading {
  const read = schemas.result.safeParse(body);
  return read.success ? { result: toDeliveryResult(read.data, body) } : { issues: toIssues(read.error) };
}

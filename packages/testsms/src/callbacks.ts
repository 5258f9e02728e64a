import {
  type CallbackEvent,
  type CallbackHandler,
  type CallbackReading,
  type Clock,
  configurationError,
  createCallbackHandler,
  createObserver,
  createResultInbox,
  type DeliveryResult,
  equalSecrets,
  type Logger,
  type Observer,
  type ResultInbox,
  type RouteTest,
  systemClock,
  toIssues,
} from "@smsproof/vendor";
import { phoneDigits, toDeliveryResult } from "./api/results.ts";
import { type TestsmsSchemas, testsmsSchemas } from "./api/schemas.ts";

/** What TestSMS's callbacks are received with. */
export interface TestsmsCallbackOptions {
  /**
   * Secrets of the runs in progress, from `createCallbackKey()`. TestSMS signs nothing: the last segment of the callback
   * URL's path must be one of them. At least 22 characters each.
   */
  readonly keys: readonly string[];
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

/** TestSMS's clock and ours may differ by so much, and the request takes its time. */
const WINDOW_MS = 15 * 60_000;

/** Key of a test in an inbox: TestSMS's results carry no id. */
export function testsmsInboxKey(msisdn: string, messageId: string): string {
  return `testsms:${phoneDigits(msisdn)}:${messageId}`;
}

/**
 * Whether a result with the test's number and messageId is this test's: five digits come up again, on the same number
 * too. Decided by the time of creation; a result without one is taken.
 */
export function resultOfTest(test: RouteTest, result: DeliveryResult): boolean {
  const created = result.times.createdAt?.epochMs ?? null;
  return created === null || Math.abs(created - Date.parse(test.createdAt)) <= WINDOW_MS;
}

/** A handler and the inbox that it fills. */
export interface TestsmsCallbacks {
  readonly handle: CallbackHandler;
  readonly inbox: ResultInbox;
}

/**
 * Receives TestSMS's callbacks apart from a client, for instance in a web server that only hands results on. A client that
 * waits brings its own: `testsms.asVendor({ callbacks }).handleCallback`.
 */
export function createTestsmsCallbackHandler(
  options: TestsmsCallbackOptions & {
    readonly logger?: Logger;
    readonly clock?: Clock;
    readonly strict?: boolean;
  },
): CallbackHandler {
  const observer = createObserver({}, options.logger);
  const schemas = testsmsSchemas(options.strict ?? false);
  return createTestsmsCallbacks(options, { clock: options.clock ?? systemClock, observer, schemas }).handle;
}

/** The handler with its inbox. Throws a `ValidationError` for a key that could be guessed. */
export function createTestsmsCallbacks(
  options: TestsmsCallbackOptions,
  parts: { readonly clock: Clock; readonly observer: Observer; readonly schemas: TestsmsSchemas },
): TestsmsCallbacks {
  const { keys } = options;
  if (keys.length === 0 || keys.some((key) => !/^[\w-]{22,}$/.test(key))) {
    throw configurationError(
      "testsms",
      "callbacks.keys",
      "must be keys of at least 22 letters, digits, _ or -",
    );
  }
  const inbox = options.inbox ?? createResultInbox({ sameTest });
  const handle = createCallbackHandler({
    vendor: "testsms",
    authorise: (request) => carriesKey(request.url, keys),
    read: (body) => readCallback(body, parts.schemas),
    keyOf: ({ msisdn, testText }) => testsmsInboxKey(msisdn ?? "", testText ?? ""),
    inbox,
    onResult: options.onResult,
    onCallback: options.onCallback,
    maxBodyOctets: options.maxBodyOctets ?? 65_536,
    bodyTimeoutMs: options.bodyTimeoutMs ?? 10_000,
    ...parts,
  });
  return { handle, inbox };
}

/** Compares with every key, whichever fits: the time tells nothing. */
async function carriesKey(url: string, keys: readonly string[]): Promise<boolean> {
  const given = new URL(url).pathname.split("/").at(-1) ?? "";
  const equal = await Promise.all(keys.map((key) => equalSecrets(given, key)));
  return equal.includes(true);
}

/** A later test with the same number and messageId shows by another time of creation. */
function sameTest(known: DeliveryResult, next: DeliveryResult): boolean {
  const before = known.times.createdAt?.epochMs ?? null;
  const after = next.times.createdAt?.epochMs ?? null;
  return before === null || after === null || Math.abs(before - after) < 1000;
}

function readCallback(body: unknown, schemas: TestsmsSchemas): CallbackReading {
  const read = schemas.result.safeParse(body);
  if (!read.success) return { issues: toIssues(read.error) };
  const missing = (["phone", "messageId"] as const).filter((field) => read.data[field] === null);
  if (missing.length === 0) return { result: toDeliveryResult(read.data, body, null) };
  return { issues: missing.map((path) => ({ path, message: "is missing: the result fits no test" })) };
}

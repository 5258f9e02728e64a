import type { Callback } from "../callbacks/callbacks.ts";
import { int64Id } from "../tests/int64-id.ts";
import type { RouteTest } from "../tests/route-test.ts";
import type { TestEvent } from "../tests/status-machine.ts";
import { createTestBook, type TestBook } from "../tests/test-book.ts";
import { uniqueTestText } from "../tests/unique-test-text.ts";
import type { World } from "../world.ts";
import { resultJson } from "./result-json.ts";
import { testIdText, WHATSAPP_CODE_LENGTH } from "./test-id-text.ts";
import { TELQ_STATUSES } from "./test-status.ts";
import type { TestsRequest } from "./tests-request.ts";

/** The first test's id: that of the vendor's own sample. */
const FIRST_TELQ_ID = 894_562;

/** TelQ behind its HTTP interface. */
export interface TelqVendor {
  readonly book: TestBook;
  /** Creates a test for each network asked for. Null when the sandbox is full: none is created then. */
  create(request: TestsRequest, callbackToken: string | null): readonly RouteTest[] | null;
}

/** Puts TelQ into a world. */
export function createTelqVendor(
  world: World,
  options: {
    readonly maxTests: number;
    readonly sendCallback: (callback: Callback) => void;
    readonly onChange: (test: RouteTest, event: TestEvent) => void;
  },
): TelqVendor {
  const book: TestBook = createTestBook({
    vendor: "telq",
    machine: TELQ_STATUSES,
    eventOf: () => "received",
    clock: world.clock,
    maxTests: options.maxTests,
    id: (count) => int64Id(FIRST_TELQ_ID + count, world.quirks.current),
    onChange(test, event) {
      const callback = callbackOf(test, world);
      if (callback !== null) options.sendCallback(callback);
      options.onChange(test, event);
    },
  });

  const createOne = (
    requested: TestsRequest["networks"][number],
    request: TestsRequest,
    callbackToken: string | null,
  ): RouteTest | null => {
    const { clock } = world;
    const networks = world.networks;
    const site = networks.find(requested.mcc, requested.mnc, requested.portedFromMnc);
    const msisdn = site === null ? null : networks.takeHandset(site, clock.now());
    const random = world.random.fork(`telq ${book.counts().created}`);
    const { type, case: letters, length } = request.testIdText;
    return book.open({
      msisdn,
      testText:
        msisdn === null ? null : uniqueTestText(book, msisdn, () => testIdText(request.testIdText, random)),
      requested,
      site,
      createdAt: clock.now(),
      expiresAt: clock.now() + request.timeToLiveS * 1000,
      callback:
        request.callbackUrl === null
          ? null
          : { url: request.callbackUrl, token: callbackToken, attempts: request.maxCallbackRetries },
      details: {
        testIdTextType: type,
        testIdTextCase: type === "ALPHA" || type === "ALPHA_NUMERIC" ? letters : null,
        testIdTextLength: type === "WHATSAPP_CODE" ? WHATSAPP_CODE_LENGTH : length,
      },
      handset: site === null || msisdn === null ? null : networks.condition(site).handset,
    });
  };

  return {
    book,
    create(request, callbackToken) {
      if (book.room() < request.networks.length) return null;
      const tests = request.networks.map((network) => createOne(network, request, callbackToken));
      return tests.filter((test) => test !== null);
    },
  };
}

function callbackOf(test: RouteTest, world: World): Callback | null {
  const target = test.callback;
  if (target === null) return null;
  const quirks = world.quirks.current;
  const prefix = quirks.telq.callbackAuthorization === "bearer" ? "Bearer " : "";
  return {
    vendor: "telq",
    testId: test.id,
    status: test.status,
    url: target.url,
    authorization: target.token === null ? null : prefix + target.token,
    body: resultJson(test, quirks, "callback"),
    attempts: Math.max(target.attempts, 1),
  };
}

import type { Callback } from "../callbacks/callbacks.ts";
import { int64Id } from "../tests/int64-id.ts";
import type { RouteTest } from "../tests/route-test.ts";
import type { TestEvent } from "../tests/status-machine.ts";
import { createTestBook, type TestBook } from "../tests/test-book.ts";
import { uniqueTestText } from "../tests/unique-test-text.ts";
import type { World } from "../world.ts";
import type { CreateTestsRequest, RequestedTest } from "./create-tests-request.ts";
import { messageId } from "./message-id.ts";
import { TESTSMS_STATUSES } from "./receipt-status.ts";
import { smsTestJson } from "./result-json.ts";

/** The first test's id: that of the vendor's own sample. */
const FIRST_TESTSMS_ID = 524_232;

/** "Our system is waiting for sms up to 2 hours and than automatically set NEGATIVE status." */
const WAIT_LIMIT_MS = 7_200_000;

/** How often a callback is tried; the vendor says nothing about it. */
const CALLBACK_ATTEMPTS = 3;

/** TestSMS behind its HTTP interface. */
export interface TestSmsVendor {
  readonly book: TestBook;
  /**
   * Creates the tests, one place for each that was asked for, null where the network is offline.
   * Nothing at all is created when the credits do not suffice or the sandbox is full.
   */
  create(request: CreateTestsRequest): readonly (RouteTest | null)[] | "no-credits" | "full";
  readonly credits: number;
}

/** Puts TestSMS into a world. */
export function createTestSmsVendor(
  world: World,
  options: {
    readonly maxTests: number;
    readonly credits: number;
    readonly sendCallback: (callback: Callback) => void;
    readonly onChange: (test: RouteTest, event: TestEvent) => void;
  },
): TestSmsVendor {
  let credits = options.credits;
  const book: TestBook = createTestBook({
    vendor: "testsms",
    machine: TESTSMS_STATUSES,
    eventOf(message) {
      const { replacedFlag } = world.quirks.current.testsms;
      const flagged = replacedFlag === "truth" ? message.altered : replacedFlag === "always";
      return flagged ? "received-altered" : "received";
    },
    clock: world.clock,
    maxTests: options.maxTests,
    id: (count) => int64Id(FIRST_TESTSMS_ID + count, world.quirks.current),
    onChange(test, event) {
      const { callbackAtLimit } = world.quirks.current.testsms;
      const silent = event === "limit-reached" && !callbackAtLimit;
      if (test.callback !== null && !silent) options.sendCallback(callbackOf(test, test.callback.url, world));
      options.onChange(test, event);
    },
  });

  const createOne = (wanted: RequestedTest, callbackUrl: string | null): RouteTest | null => {
    const { clock } = world;
    const { testsms } = world.quirks.current;
    const random = world.random.fork(`testsms ${book.counts().created}`);
    const common = {
      createdAt: clock.now(),
      expiresAt: clock.now() + WAIT_LIMIT_MS,
      callback: callbackUrl === null ? null : { url: callbackUrl, token: null, attempts: CALLBACK_ATTEMPTS },
      details: {},
    };
    if (wanted.kind === "external") {
      return book.open({
        ...common,
        msisdn: wanted.msisdn,
        testText: messageId(null, random, testsms.ampersandIds),
        requested: null,
        site: null,
        handset: null,
        status: "EXTERNAL",
      });
    }
    const networks = world.networks;
    const requested = codes(wanted);
    const site = networks.find(requested.mcc, requested.mnc, requested.portedFromMnc);
    const msisdn = site === null ? null : networks.takeHandset(site, clock.now());
    if (msisdn === null && testsms.offline === "left-out") return null;
    const make = (): string => messageId(wanted.messageId, random, testsms.ampersandIds);
    return book.open({
      ...common,
      msisdn,
      testText: msisdn === null ? make() : uniqueTestText(book, msisdn, make),
      requested,
      site,
      handset: site === null || msisdn === null ? null : networks.condition(site).handset,
    });
  };

  return {
    book,
    create(request) {
      if (credits < request.tests.length) return "no-credits";
      if (book.room() < request.tests.length) return "full";
      const tests = request.tests.map((wanted) => createOne(wanted, request.callbackUrl));
      credits -= tests.filter((test) => test !== null && !test.final).length;
      return tests;
    },
    get credits() {
      return credits;
    },
  };
}

const codes = ({ mccmnc, mccmncOriginal }: RequestedTest & { kind: "network" }) => ({
  mcc: mccmnc.slice(0, 3),
  mnc: mccmnc.slice(3),
  portedFromMnc: mccmncOriginal === null ? null : mccmncOriginal.slice(3),
});

function callbackOf(test: RouteTest, url: string, world: World): Callback {
  return {
    vendor: "testsms",
    testId: test.id,
    status: test.status,
    url,
    authorization: null,
    body: smsTestJson(test, world.quirks.current),
    attempts: test.callback?.attempts ?? 1,
  };
}

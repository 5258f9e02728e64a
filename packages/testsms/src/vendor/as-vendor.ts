import {
  type Answer,
  type CallOptions,
  type ClientParts,
  createCallbackKey,
  createResultWaiter,
  type DeliveryResult,
  type ListItem,
  type Network,
  type PollSchedule,
  type RouteTest,
  splitNetworkCode,
  type TestMailbox,
  type Vendor,
} from "@smsproof/vendor";
import { toDeliveryResult } from "../api/results.ts";
import type { TestsmsNetwork, TestsmsResult, TestsmsSchemas } from "../api/schemas.ts";
import { type CheckedTestsRequest, TESTSMS_WAIT_SECONDS } from "../api/tests-request.ts";
import {
  createTestsmsCallbacks,
  resultOfTest,
  type TestsmsCallbackOptions,
  testsmsInboxKey,
} from "../callbacks.ts";
import type { ReadGroups } from "../testsms.ts";
import { createVendorTests } from "./create-tests.ts";

/** Options of `testsms.asVendor`. */
export interface TestsmsVendorOptions {
  /** Have TestSMS report results. Polls go on beside it, more rarely. Absent: polls alone. */
  readonly callbacks?: Omit<TestsmsCallbackOptions, "keys"> & {
    /** Where TestSMS reaches `vendor.handleCallback`. The key is put behind it as a further segment of the path. */
    readonly url: string;
    /** The secret of this run, from `createCallbackKey()`. Give the same one to a process that goes on with the run. */
    readonly key?: string;
  };
  /** How often a test is polled. */
  readonly schedule?: PollSchedule;
  /** Bound on the polls of all waits together: 10 where absent. */
  readonly maxPollsPerSecond?: number;
}

/** The client as its port sees it. */
export interface TestsmsBackend {
  readonly parts: ClientParts;
  readonly schemas: TestsmsSchemas;
  readonly networks: (call: CallOptions) => Promise<readonly ListItem<TestsmsNetwork>[]>;
  readonly create: (checked: CheckedTestsRequest, call: CallOptions) => Promise<Answer>;
  readonly readGroups: (answer: Answer) => ReadGroups;
  readonly result: (id: string, call: CallOptions) => Promise<ListItem<TestsmsResult>>;
}

/** TestSMS sets NEGATIVE by itself after two hours; so long is given it to do so. */
const WAIT_MARGIN_MS = 300_000;

/** TestSMS as a `Vendor`. */
export function asVendor(backend: TestsmsBackend, options: TestsmsVendorOptions): Vendor {
  const { clock, random, observer, vault } = backend.parts;
  const { callbacks } = options;
  const key = callbacks?.key ?? createCallbackKey();
  vault.addCredential(key);
  const receiver =
    callbacks === undefined
      ? null
      : createTestsmsCallbacks({ ...callbacks, keys: [key] }, { clock, observer, schemas: backend.schemas });
  const callbackUrl = callbacks === undefined ? null : `${callbacks.url.replace(/\/+$/, "")}/${key}`;

  async function getResult(test: RouteTest, call: CallOptions = {}): Promise<DeliveryResult> {
    const { value, raw } = await backend.result(test.id, call);
    return toDeliveryResult(value, raw, test.id);
  }

  function mailboxOf(test: RouteTest): TestMailbox | null {
    if (receiver === null) return null;
    const belongs = (result: DeliveryResult): boolean => resultOfTest(test, result);
    return { inbox: receiver.inbox, key: testsmsInboxKey(test.msisdn, test.testText), belongs };
  }

  const waiter = createResultWaiter({
    vendor: "testsms",
    poll: (test, signal) => getResult(test, { signal }),
    mailboxOf,
    marginMs: WAIT_MARGIN_MS,
    clock,
    random,
    schedule: options.schedule,
    maxPollsPerSecond: options.maxPollsPerSecond ?? 10,
  });

  const seconds = TESTSMS_WAIT_SECONDS;
  return {
    name: "testsms",
    limits: {
      timeToLiveSeconds: { min: seconds, max: seconds, default: seconds },
      waitMarginMs: WAIT_MARGIN_MS,
    },
    networks: async (call = {}) => (await backend.networks(call)).flatMap(toNetwork),
    createTests: (request, call = {}) => createVendorTests(backend, callbackUrl, request, call),
    getResult,
    waitForResult: waiter.waitForResult,
    updates: waiter.updates,
    handleCallback: receiver?.handle ?? null,
  };
}

function toNetwork({ value, raw }: ListItem<TestsmsNetwork>): Network[] {
  const code = splitNetworkCode(value.mccmnc);
  if (code === null) return [];
  return [
    {
      ...code,
      portedFrom: value.mccmncOriginal === null ? null : splitNetworkCode(value.mccmncOriginal),
      operatorName: value.network,
      portedFromOperatorName: null,
      countryName: value.country,
      countryCode: value.isoAlpha2,
      raw,
    },
  ];
}

import {
  type Answer,
  type CallOptions,
  type ClientParts,
  createResultWaiter,
  type DeliveryResult,
  type ListItem,
  type Network,
  type PollSchedule,
  type ReadList,
  type RouteTest,
  type TestMailbox,
  type Vendor,
} from "@smsproof/vendor";
import { toDeliveryResult } from "../api/results.ts";
import type { TelqNetwork, TelqResult, TelqSchemas, TelqTest } from "../api/schemas.ts";
import { type CheckedTestsRequest, TELQ_LIMITS } from "../api/tests-request.ts";
import { createTelqCallbacks, type TelqCallbackOptions, telqInboxKey } from "../callbacks.ts";
import { createVendorTests } from "./create-tests.ts";

/** Options of `telq.asVendor`. */
export interface TelqVendorOptions {
  /** Have TelQ report each change. Polls go on beside it, more rarely. Absent: polls alone. */
  readonly callbacks?: TelqCallbackOptions & {
    /** Where TelQ reaches `vendor.handleCallback`. */
    readonly url: string;
    /** Attempts of TelQ for each callback, 0 to 5. TelQ's default, 3, where absent. */
    readonly maxRetries?: number;
  };
  /** How often a test is polled. */
  readonly schedule?: PollSchedule;
  /** Bound on the polls of all waits together: 10 where absent. */
  readonly maxPollsPerSecond?: number;
}

/** The client as its port sees it. */
export interface TelqBackend {
  readonly parts: ClientParts;
  readonly schemas: TelqSchemas;
  readonly networks: (call: CallOptions) => Promise<readonly ListItem<TelqNetwork>[]>;
  readonly create: (checked: CheckedTestsRequest, call: CallOptions) => Promise<Answer>;
  readonly readTests: (answer: Answer) => ReadList<TelqTest>;
  readonly result: (id: string, call: CallOptions) => Promise<ListItem<TelqResult>>;
}

/** TelQ settles a test when its time is over; so long is given it to say so. */
const WAIT_MARGIN_MS = 120_000;

/** TelQ as a `Vendor`. */
export function asVendor(backend: TelqBackend, options: TelqVendorOptions): Vendor {
  const { clock, random, observer, vault } = backend.parts;
  const callbacks = options.callbacks;
  if (callbacks !== undefined) vault.addCredential(callbacks.token);
  const receiver =
    callbacks === undefined
      ? null
      : createTelqCallbacks(callbacks, { clock, observer, schemas: backend.schemas });

  async function getResult(test: RouteTest, call: CallOptions = {}): Promise<DeliveryResult> {
    const { value, raw } = await backend.result(test.id, call);
    return toDeliveryResult(value, raw);
  }

  function mailboxOf(test: RouteTest): TestMailbox | null {
    // TelQ's ids are unique: what lies under the key is the test's.
    return receiver === null
      ? null
      : { inbox: receiver.inbox, key: telqInboxKey(test.id), belongs: () => true };
  }

  const waiter = createResultWaiter({
    vendor: "telq",
    poll: (test, signal) => getResult(test, { signal }),
    mailboxOf,
    marginMs: WAIT_MARGIN_MS,
    clock,
    random,
    schedule: options.schedule,
    maxPollsPerSecond: options.maxPollsPerSecond ?? 10,
  });

  return {
    name: "telq",
    limits: { timeToLiveSeconds: TELQ_LIMITS.timeToLiveSeconds, waitMarginMs: WAIT_MARGIN_MS },
    networks: async (call = {}) => (await backend.networks(call)).map(toNetwork),
    createTests: (request, call = {}) => createVendorTests(backend, callbacks ?? null, request, call),
    getResult,
    waitForResult: waiter.waitForResult,
    updates: waiter.updates,
    handleCallback: receiver?.handle ?? null,
  };
}

function toNetwork({ value, raw }: ListItem<TelqNetwork>): Network {
  const { mcc, mnc, portedFromMnc } = value;
  return {
    mcc,
    mnc,
    portedFrom: portedFromMnc === null ? null : { mcc, mnc: portedFromMnc },
    operatorName: value.providerName,
    portedFromOperatorName: value.portedFromProviderName,
    countryName: value.countryName,
    countryCode: null,
    raw,
  };
}

import type { MessageRecord } from "../air/submission.ts";
import type { CallbackAttempt } from "../callbacks/delivery-log.ts";
import type { ActiveFault } from "../faults/fault-rule.ts";
import { networkKey } from "../networks/network-site.ts";
import type { Quirks } from "../quirks/quirks.ts";
import { type RoutingSpec, specOfRouting } from "../routes/routing-spec.ts";
import type { SandboxState } from "../state.ts";
import type { RouteTest } from "../tests/route-test.ts";
import type { TestBook, TestCounts } from "../tests/test-book.ts";

/** A test as the control API shows it; times are ISO 8601 in UTC. */
export interface TestView {
  readonly vendor: string;
  readonly id: string;
  readonly network: string | null;
  readonly msisdn: string | null;
  readonly testText: string | null;
  readonly status: string;
  readonly final: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly receivedAt: string | null;
  readonly sender: string | null;
  readonly text: string | null;
  readonly pdus: readonly string[];
}

/** A message as the control API shows it. */
export type MessageView = Omit<MessageRecord, "at" | "receipt"> & {
  readonly at: string;
  readonly receipt: { readonly state: string; readonly at: string; readonly error: string } | null;
};

/** What `GET /_sandbox/state` answers and `sandbox.inspect()` gives; lists hold the newest, oldest first. */
export interface StateView {
  readonly now: string;
  readonly seed: number | string;
  readonly realTime: boolean;
  readonly counts: {
    readonly telq: TestCounts;
    readonly testsms: TestCounts & { readonly credits: number };
    readonly messages: number;
    readonly callbackAttempts: number;
  };
  readonly tests: readonly TestView[];
  readonly messages: readonly MessageView[];
  readonly callbacks: readonly CallbackAttempt[];
  readonly faults: readonly ActiveFault[];
  readonly quirks: Quirks;
  readonly routes: RoutingSpec;
  readonly networks: readonly { readonly key: string; readonly country: string; readonly listed: boolean }[];
}

/** How many tests, messages and callbacks are shown unless asked otherwise. */
export const DEFAULT_SHOWN = 100;

/** Looks at everything. */
export function viewState(
  state: SandboxState,
  about: { readonly seed: number | string; readonly realTime: boolean },
  shown: number = DEFAULT_SHOWN,
): StateView {
  const { world, telq, testsms, air, callbacks } = state;
  const now = world.clock.now();
  const listed = new Set(world.networks.listed(now).map(networkKey));
  const { attempts, total } = callbacks.log;
  return {
    now: iso(now),
    ...about,
    counts: {
      telq: telq.book.counts(),
      testsms: { ...testsms.book.counts(), credits: testsms.credits },
      messages: air.messages.total,
      callbackAttempts: total,
    },
    tests: newestTests([telq.book, testsms.book], shown).map(viewTest),
    messages: last([...air.messages.all()], shown).map(viewMessage),
    callbacks: last(attempts, shown),
    faults: world.faults.list(),
    quirks: world.quirks.current,
    routes: specOfRouting(state.routing),
    networks: world.networks.sites.map((site) => ({
      key: networkKey(site),
      country: site.country,
      listed: listed.has(networkKey(site)),
    })),
  };
}

/** A test for the outside. */
function viewTest(test: RouteTest): TestView {
  const { vendor, id, msisdn, testText, status, final, delivered, requested, createdAt } = test;
  const ported = requested?.portedFromMnc == null ? "" : `/${requested.mcc}${requested.portedFromMnc}`;
  return {
    vendor,
    id,
    network: requested === null ? null : requested.mcc + requested.mnc + ported,
    msisdn,
    testText,
    status,
    final,
    createdAt: iso(createdAt),
    expiresAt: iso(test.expiresAt),
    receivedAt: test.receivedAt === null ? null : iso(test.receivedAt),
    sender: delivered?.sender ?? null,
    text: delivered?.text ?? null,
    pdus: delivered?.pdus ?? [],
  };
}

/** A message for the outside. */
export function viewMessage(record: MessageRecord): MessageView {
  const { receipt } = record;
  return {
    ...record,
    at: iso(record.at),
    receipt: receipt === null ? null : { ...receipt, at: iso(receipt.at) },
  };
}

function newestTests(books: readonly TestBook[], shown: number): readonly RouteTest[] {
  const newest = books.flatMap((book) => last([...book.all()], shown));
  return last(
    newest.sort((a, b) => a.createdAt - b.createdAt),
    shown,
  );
}

const last = <T>(items: readonly T[], count: number): readonly T[] =>
  count === 0 ? [] : items.slice(-count);

const iso = (epochMs: number): string => new Date(epochMs).toISOString();

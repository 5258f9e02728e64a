import type { Clock } from "../clock/clock.ts";
import type { HandsetCondition } from "../networks/networks.ts";
import { createNumberIndex } from "./number-index.ts";
import type { DeliveredMessage, RouteTest, VendorName } from "./route-test.ts";
import { nextStatus, type StatusMachine, type TestEvent } from "./status-machine.ts";

/** All tests of one vendor. */
export interface TestBook {
  readonly vendor: VendorName;
  readonly machine: StatusMachine;
  /** Writes a new test into the book. Null when the book is full of tests that still wait. */
  open(test: NewTest): RouteTest | null;
  get(id: string): RouteTest | null;
  /** How many more tests the book can take, those counted that may be forgotten for them. */
  room(): number;
  hasOpen(msisdn: string, testText: string): boolean;
  /** Tests of a number that still wait, or within their time got their message; by age. */
  at(msisdn: string, which: "waiting" | "served"): Iterable<RouteTest>;
  apply(test: RouteTest, event: TestEvent): void;
  /** A message reached the handset. After the first one further messages are only added to the PDUs. */
  deliver(test: RouteTest, message: DeliveredMessage): void;
  all(): Iterable<RouteTest>;
  counts(): TestCounts;
}

/** How many tests there were since the start. */
export interface TestCounts {
  readonly created: number;
  readonly open: number;
  readonly billed: number;
  /** Final tests that made room for others. */
  readonly forgotten: number;
}

/**
 * What the vendor decides about a new test; the id comes from the book, and the status too unless the test
 * starts in another one. A test without handset never gets a message.
 */
type NewTest = Omit<RouteTest, "vendor" | "id" | "status" | "final" | "receivedAt" | "delivered"> & {
  readonly handset: HandsetCondition | null;
  readonly status?: string;
};

/** What a book needs. */
export interface TestBookOptions {
  readonly vendor: VendorName;
  readonly machine: StatusMachine;
  readonly clock: Clock;
  readonly maxTests: number;
  /** The id of the test with this number, counted from 0. */
  readonly id: (count: number) => string;
  /** What the vendor makes of a message that arrived. */
  readonly eventOf: (message: DeliveredMessage) => TestEvent;
  readonly onChange: (test: RouteTest, event: TestEvent) => void;
}

/** Opens an empty book. */
export function createTestBook(options: TestBookOptions): TestBook {
  const { machine, clock } = options;
  const tests = new Map<string, RouteTest>();
  const finals = new Set<RouteTest>();
  const waiting = createNumberIndex();
  const served = createNumberIndex();
  let created = 0;
  let billed = 0;
  let forgotten = 0;

  const makeRoom = (): boolean => {
    if (tests.size < options.maxTests) return true;
    const [oldest] = finals;
    if (oldest === undefined) return false;
    finals.delete(oldest);
    tests.delete(oldest.id);
    served.remove(oldest);
    forgotten += 1;
    return true;
  };

  const become = (test: RouteTest, status: string): void => {
    test.status = status;
    if (!machine.final.has(status)) return;
    test.final = true;
    finals.add(test);
    waiting.remove(test);
    if (test.delivered !== null) served.add(test);
    if (machine.billed.has(status)) billed += 1;
  };

  const apply = (test: RouteTest, event: TestEvent): void => {
    const next = nextStatus(machine, test.status, event);
    if (next === null) return;
    become(test, next);
    options.onChange(test, event);
  };

  const scheduleHandset = (test: RouteTest, handset: HandsetCondition): void => {
    if (handset.kind === "answers") return;
    const event = EVENT_OF[handset.kind];
    clock.schedule(handset.afterMs, () => apply(test, event));
    if (handset.kind === "unavailable" && handset.forMs !== undefined) {
      clock.schedule(handset.afterMs + handset.forMs, () => apply(test, "number-back"));
    }
  };

  return {
    vendor: options.vendor,
    machine,
    open({ handset, status, ...fresh }) {
      if (!makeRoom()) return null;
      const test: RouteTest = {
        vendor: options.vendor,
        id: options.id(created),
        ...fresh,
        status: machine.initial,
        final: false,
        receivedAt: null,
        delivered: null,
      };
      created += 1;
      tests.set(test.id, test);
      if (handset === null || test.msisdn === null) {
        become(test, status ?? machine.offlineAtCreation);
        return test;
      }
      waiting.add(test);
      scheduleHandset(test, handset);
      clock.schedule(test.expiresAt - test.createdAt, () => {
        apply(test, "limit-reached");
        served.remove(test);
      });
      return test;
    },
    get: (id) => tests.get(id) ?? null,
    room: () => options.maxTests - tests.size + finals.size,
    hasOpen(msisdn, testText) {
      for (const test of waiting.at(msisdn)) if (test.testText === testText) return true;
      return false;
    },
    at: (msisdn, which) => (which === "waiting" ? waiting : served).at(msisdn),
    apply,
    deliver(test, message) {
      const first = test.delivered;
      if (first !== null) {
        test.delivered = { ...first, pdus: [...first.pdus, ...message.pdus] };
        return;
      }
      if (test.final) return;
      test.delivered = message;
      test.receivedAt = clock.now();
      apply(test, options.eventOf(message));
    },
    all: () => tests.values(),
    counts: () => ({ created, open: tests.size - finals.size, billed, forgotten }),
  };
}

const EVENT_OF = {
  unavailable: "number-unavailable",
  offline: "number-offline",
  "network-offline": "network-offline",
  "internal-error": "internal-error",
} as const satisfies Record<Exclude<HandsetCondition["kind"], "answers">, TestEvent>;

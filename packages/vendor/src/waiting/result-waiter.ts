import { ValidationError } from "../errors/tree.ts";
import type { DeliveryResult, SettledResult } from "../model/delivery-result.ts";
import type { RouteTest } from "../model/route-test.ts";
import type { CallOptions } from "../model/vendor.ts";
import type { Clock } from "../time/clock.ts";
import { followTest, type ObservedResult, type TestMailbox } from "./follow-test.ts";
import { createPace } from "./pace.ts";
import { POLL_ALONE, POLL_BESIDE_CALLBACKS, type PollSchedule } from "./poll-schedule.ts";

/** What a vendor's package tells about itself to get its waiting. */
export interface ResultWaiterOptions {
  readonly vendor: string;
  readonly poll: (test: RouteTest, signal: AbortSignal) => Promise<DeliveryResult>;
  /** `null` where there are no callbacks, for this test or at all. */
  readonly mailboxOf: (test: RouteTest) => TestMailbox | null;
  readonly marginMs: number;
  readonly clock: Clock;
  readonly random: () => number;
  /** Replaces the schedules that come with this package. */
  readonly schedule?: PollSchedule | undefined;
  /** Bound on the polls of all waits together. */
  readonly maxPollsPerSecond: number;
}

/** The waiting half of a `Vendor`. */
export interface ResultWaiter {
  waitForResult(test: RouteTest, options?: CallOptions): Promise<SettledResult>;
  updates(test: RouteTest, options?: CallOptions): AsyncIterable<DeliveryResult>;
}

/** Makes the waiting half of a `Vendor`: any number of waits share one pace. */
export function createResultWaiter(options: ResultWaiterOptions): ResultWaiter {
  const pace = createPace(options.clock, options.maxPollsPerSecond);

  function follow(test: RouteTest, { signal }: CallOptions): AsyncGenerator<ObservedResult, void, void> {
    if (test.vendor !== options.vendor) throw unusable(`the test is one of ${test.vendor}`);
    if (Number.isNaN(Date.parse(test.createdAt)) || Number.isNaN(Date.parse(test.expiresAt))) {
      throw unusable("the test's createdAt and expiresAt must be dates");
    }
    const mailbox = options.mailboxOf(test);
    return followTest({
      vendor: options.vendor,
      test,
      poll: (race) => options.poll(test, race),
      mailbox,
      schedule: options.schedule ?? (mailbox === null ? POLL_ALONE : POLL_BESIDE_CALLBACKS),
      pace,
      clock: options.clock,
      random: options.random,
      // No result will come: one look, and no waiting.
      marginMs: test.resultExpected ? options.marginMs : 0,
      signal,
    });
  }

  function unusable(why: string): Error {
    const message = `${options.vendor} waitForResult: ${why}.`;
    return new ValidationError(message, { vendor: options.vendor, operation: "waitForResult" });
  }

  return {
    async waitForResult(test, call = {}) {
      let last: ObservedResult | null = null;
      for await (const observed of follow(test, call)) last = observed;
      if (last === null) throw unusable("nothing was seen of the test");
      return { ...last.result, settledBy: last.result.status.final ? last.via : "limit" };
    },
    async *updates(test, call = {}) {
      for await (const { result } of follow(test, call)) yield result;
    },
  };
}

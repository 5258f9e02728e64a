import { AbortedError, TimeoutError } from "../errors/tree.ts";
import { isVendorError, type VendorError } from "../errors/vendor-error.ts";
import type { DeliveryResult } from "../model/delivery-result.ts";
import type { RouteTest } from "../model/route-test.ts";
import { type Clock, sleep } from "../time/clock.ts";
import { unlessAborted } from "../time/deadline.ts";
import { onAbort } from "../time/on-abort.ts";
import type { Pace } from "./pace.ts";
import { nextPollDelay, type PollSchedule } from "./poll-schedule.ts";
import { judgeProgress } from "./progress.ts";
import type { ResultInbox } from "./result-inbox.ts";

/** A new state of a test and the way it came. */
export interface ObservedResult {
  readonly result: DeliveryResult;
  readonly via: "callback" | "poll";
}

/** Callbacks as one test sees them. */
export interface TestMailbox {
  readonly inbox: ResultInbox;
  readonly key: string;
  /** Whether the result is this test's: a key may repeat in the course of time. */
  readonly belongs: (result: DeliveryResult) => boolean;
}

/** What following a test needs. */
export interface FollowOptions {
  readonly vendor: string;
  readonly test: RouteTest;
  readonly poll: (signal: AbortSignal) => Promise<DeliveryResult>;
  /** `null`: no callbacks. */
  readonly mailbox: TestMailbox | null;
  readonly schedule: PollSchedule;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly random: () => number;
  /** How long to go on after `test.expiresAt`. */
  readonly marginMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** A vendor may know a test a little later than it said so. */
const NOT_FOUND_GRACE_MS = 120_000;

/**
 * Each new state of a test, by callback or by poll, whichever brings it first. Ends after a final state, or at the
 * vendor's limit plus margin. Throws `ABORTED` by the signal; `TIMEOUT` at the limit when the vendor could never be read;
 * and what the vendor answers when asking again would not help.
 */
export async function* followTest(options: FollowOptions): AsyncGenerator<ObservedResult, void, void> {
  const { test, clock, mailbox, signal } = options;
  const createdAt = Date.parse(test.createdAt);
  const expiresAt = Date.parse(test.expiresAt);
  const endsAt = expiresAt + options.marginMs;
  const queue: DeliveryResult[] = [];
  let wake = new AbortController();

  const arrived = (result: DeliveryResult): void => {
    if (mailbox?.belongs(result) !== true) return;
    queue.push({ ...result, testId: test.id });
    wake.abort();
  };
  const stopListening = mailbox?.inbox.listen(mailbox.key, arrived);
  const early = mailbox?.inbox.latest(mailbox.key) ?? null;
  if (early !== null) arrived(early);
  const forgetSignal = signal && onAbort(signal, () => wake.abort());

  let known: DeliveryResult | null = null;
  let trouble: VendorError | null = null;
  // A test that was created a while ago, by a process that died perhaps, is asked about at once.
  let nextPollAt = clock.now() - createdAt > options.schedule.minMs ? clock.now() : clock.now() + delayFrom();

  function delayFrom(): number {
    const now = clock.now();
    const times = { ageMs: now - createdAt, untilExpiryMs: expiresAt - now, untilEndMs: endsAt - now };
    return nextPollDelay(options.schedule, times, options.random);
  }

  function advance(result: DeliveryResult): boolean {
    const isNew = judgeProgress(known, result) === "new";
    if (isNew) known = result;
    return isNew;
  }

  try {
    for (;;) {
      for (let result = queue.shift(); result !== undefined; result = queue.shift()) {
        if (!advance(result)) continue;
        yield { result, via: "callback" };
        if (result.status.final) return;
      }
      if (signal?.aborted) throw abortedBy(options);
      if (wake.signal.aborted) wake = new AbortController();
      await sleep(clock, nextPollAt - clock.now(), wake.signal);
      if (wake.signal.aborted) continue;

      const last = clock.now() >= endsAt;
      await options.pace.turn(wake.signal);
      if (wake.signal.aborted) continue;
      const polled = await pollOnce(options, wake.signal);
      if (polled.result !== null && advance(polled.result)) {
        // A late callback must not lead the inbox, and whoever listens to it, back from here.
        if (polled.result.status.final) mailbox?.inbox.put(mailbox.key, polled.result);
        yield { result: polled.result, via: "poll" };
        if (polled.result.status.final) return;
      }
      if (wake.signal.aborted) continue;
      trouble = polled.trouble;
      if (last) {
        if (known === null) throw neverRead(options, trouble);
        return;
      }
      nextPollAt =
        clock.now() + Math.max(delayFrom(), Math.min(trouble?.retryAfterMs ?? 0, endsAt - clock.now()));
    }
  } finally {
    forgetSignal?.();
    stopListening?.();
    wake.abort();
  }
}

/** No result: nothing readable this time, or a callback came first. Throws what asking again would not mend. */
async function pollOnce(
  { test, clock, poll }: FollowOptions,
  race: AbortSignal,
): Promise<{ readonly result: DeliveryResult | null; readonly trouble: VendorError | null }> {
  try {
    const outcome = await unlessAborted(poll(race), race);
    return { result: outcome?.value ?? null, trouble: null };
  } catch (error) {
    if (race.aborted) return { result: null, trouble: null };
    if (!isVendorError(error)) throw error;
    const early = error.code === "NOT_FOUND" && clock.now() - Date.parse(test.createdAt) < NOT_FOUND_GRACE_MS;
    if (!error.retryable && !early) throw error;
    return { result: null, trouble: error };
  }
}

function abortedBy({ vendor }: FollowOptions): VendorError {
  return new AbortedError(`${vendor} waitForResult: ended by the caller.`, {
    vendor,
    operation: "waitForResult",
  });
}

function neverRead({ vendor, test }: FollowOptions, trouble: VendorError | null): VendorError {
  const last = trouble === null ? "" : ` The last attempt said: ${trouble.message}`;
  const message = `${vendor} waitForResult: test ${test.id} could not be read until the vendor's time for it was over.${last}`;
  return new TimeoutError(message, { vendor, operation: "waitForResult", status: trouble?.status ?? null });
}

import type { Clock } from "../clock/clock.ts";
import type { FaultBoard } from "../faults/fault-board.ts";
import type { QuirkBoard } from "../quirks/quirks.ts";
import type { Random } from "../random/random.ts";
import type { VendorName } from "../tests/route-test.ts";
import { type CallbackAttempt, createDeliveryLog, type DeliveryLog } from "./delivery-log.ts";

/** A callback to be sent: a copy of the result as it was when the status changed. */
export interface Callback {
  readonly vendor: VendorName;
  readonly testId: string;
  readonly status: string;
  readonly url: string;
  /** The whole Authorization value. */
  readonly authorization: string | null;
  readonly body: string;
  readonly attempts: number;
}

/** Sends callbacks and writes down every attempt. */
export interface Callbacks {
  send(callback: Callback): void;
  /** Sends a callback that is still kept once more, as it was. False when it is not kept. */
  replay(id: string): boolean;
  readonly log: DeliveryLog;
  /** What has been sent and can be replayed, oldest first. */
  sent(): readonly { readonly id: string; readonly callback: Callback }[];
  /** Ends what is under way. */
  close(): void;
}

/** What sending callbacks needs. */
export interface CallbacksOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly quirks: QuirkBoard;
  readonly faults: FaultBoard;
  readonly fetch: typeof fetch;
  /** How long a receiver may take, in real milliseconds. */
  readonly timeoutMs: number;
  /** Pauses before the second, third ... attempt, in sandbox time. The last one repeats. */
  readonly spacingMs: readonly number[];
  /** How many callbacks and attempts are kept. */
  readonly keep: number;
}

const DUPLICATE_AFTER_MS = 1000;
const HELD_BACK_MS = { least: 1000, most: 60_000 } as const;

interface Job {
  readonly id: string;
  readonly callback: Callback;
}

/** Makes the sender of callbacks. */
export function createCallbacks(options: CallbacksOptions): Callbacks {
  const { clock, quirks, random } = options;
  const log = createDeliveryLog(options.keep);
  const kept = new Map<string, Callback>();
  let count = 0;
  const closing = new AbortController();

  const post = async (callback: Callback): Promise<Answer> => {
    const fault = options.faults.strike({ target: "callback", method: "POST", path: pathOf(callback.url) });
    if (fault?.latencyMs !== undefined) await pause(fault.latencyMs, closing.signal);
    if (fault?.reset === "before")
      return { outcome: "failed", httpStatus: null, error: "connection reset (fault)" };
    const headers = new Headers({ "content-type": "application/json", "x-sandbox": "1" });
    if (callback.authorization !== null) headers.set("authorization", callback.authorization);
    try {
      const answer = await options.fetch(callback.url, {
        method: "POST",
        headers,
        body: callback.body,
        // A redirect could lead beyond this machine.
        redirect: "manual",
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(options.timeoutMs)]),
      });
      await answer.body?.cancel();
      if (fault?.reset !== undefined) {
        return { outcome: "failed", httpStatus: null, error: "answer lost (fault)" };
      }
      return { outcome: answer.ok ? "accepted" : "refused", httpStatus: answer.status, error: null };
    } catch (error) {
      return { outcome: "failed", httpStatus: null, error: reasonOf(error, options.timeoutMs) };
    }
  };

  const attempt = async (job: Job, number: number, kind: CallbackAttempt["kind"]): Promise<Answer> => {
    const { vendor, testId, status, url, attempts } = job.callback;
    const at = new Date(clock.now()).toISOString();
    const answer = await post(job.callback);
    log.add({
      callback: job.id,
      vendor,
      testId,
      status,
      url,
      attempt: number,
      attempts,
      kind,
      at,
      ...answer,
    });
    return answer;
  };

  const start = (job: Job, number: number): void => {
    const work = attempt(job, number, "attempt").then((answer) => {
      if (closing.signal.aborted) return;
      if (answer.outcome === "accepted") {
        if (random.chance(quirks.current.callbacks.duplicate)) {
          clock.schedule(DUPLICATE_AFTER_MS, () => clock.track(attempt(job, number, "duplicate")));
        }
      } else if (number < job.callback.attempts) {
        clock.schedule(spacing(options.spacingMs, number), () => start(job, number + 1));
      }
    });
    clock.track(work);
  };

  const keep = (job: Job): void => {
    kept.set(job.id, job.callback);
    if (kept.size <= options.keep) return;
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      break;
    }
  };

  return {
    send(callback) {
      if (callback.attempts < 1) return;
      count += 1;
      const job: Job = { id: `cb-${count}`, callback };
      keep(job);
      if (random.chance(quirks.current.callbacks.reorder)) {
        clock.schedule(random.integer(HELD_BACK_MS.least, HELD_BACK_MS.most), () => start(job, 1));
      } else start(job, 1);
    },
    replay(id) {
      const callback = kept.get(id);
      if (callback === undefined) return false;
      clock.track(attempt({ id, callback }, 1, "replay"));
      return true;
    },
    log,
    sent: () => [...kept].map(([id, callback]) => ({ id, callback })),
    close() {
      closing.abort();
    },
  };
}

type Answer = Pick<CallbackAttempt, "outcome" | "httpStatus" | "error">;

const spacing = (pauses: readonly number[], attempt: number): number =>
  pauses[Math.min(attempt, pauses.length) - 1] ?? 0;

const pathOf = (url: string): string => new URL(url).pathname;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        done();
      },
      { once: true },
    );
  });

function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${timeoutMs} ms`;
  const { cause } = error;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return cause instanceof Error ? cause.message : error.message;
}

import type { OutcomeCheck, VendorError } from "../errors/vendor-error.ts";
import type { RouteTest } from "./route-test.ts";
import type { TestDestination } from "./test-request.ts";

/** The vendor made the test; credits are spent or reserved. */
export interface CreatedOutcome {
  readonly outcome: "created";
  /** Index into `TestRequest.destinations`. */
  readonly index: number;
  readonly destination: TestDestination;
  readonly test: RouteTest;
}

/** The vendor read the request and made no test. */
export interface RefusedOutcome {
  readonly outcome: "refused";
  readonly index: number;
  readonly destination: TestDestination;
  /** The vendor's word (`NETWORK_OFFLINE`) or a plain sentence. */
  readonly reason: string;
  /** The error that the whole request was answered with; `null` where only this item was refused. */
  readonly error: VendorError | null;
  /** The vendor's own object for this item, an id included where there is one. */
  readonly raw: unknown;
}

/** Provably, no octet of the request reached the vendor. Asking again is safe. */
export interface NotSentOutcome {
  readonly outcome: "not-sent";
  readonly index: number;
  readonly destination: TestDestination;
  readonly error: VendorError;
}

/** Nobody can tell whether a test was made. It is never asked for again by itself: `check` says where to look. */
export interface UnknownOutcome {
  readonly outcome: "unknown";
  readonly index: number;
  readonly destination: TestDestination;
  readonly error: VendorError;
  readonly check: OutcomeCheck;
}

/** What became of one destination of a request. */
export type CreateOutcome = CreatedOutcome | RefusedOutcome | NotSentOutcome | UnknownOutcome;

/**
 * What the error of a creation says of one of its destinations. Only an unknown effect leaves open whether a test was
 * made; an answer with none is a refusal; and without an answer nothing was sent.
 */
export function outcomeOfFailure(
  error: VendorError,
  index: number,
  destination: TestDestination,
): CreateOutcome {
  if (error.effect === "unknown" && error.check !== null) {
    return { outcome: "unknown", index, destination, error, check: error.check };
  }
  const answered = error.operation === "tests.create" && error.status !== null;
  if (answered) return { outcome: "refused", index, destination, reason: error.message, error, raw: null };
  return { outcome: "not-sent", index, destination, error };
}

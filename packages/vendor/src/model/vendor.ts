import type { CallbackHandler } from "../callback/callback-handler.ts";
import type { CreateOutcome } from "./create-outcome.ts";
import type { DeliveryResult, SettledResult } from "./delivery-result.ts";
import type { Network } from "./network.ts";
import type { RouteTest } from "./route-test.ts";
import type { TestRequest } from "./test-request.ts";

/** Options that every call takes. */
export interface CallOptions {
  /** Ends the call with an `AbortedError`. */
  readonly signal?: AbortSignal;
}

/** What a vendor allows. */
export interface VendorLimits {
  /** Shortest and longest time that the vendor waits for a message, and what it does unasked, in seconds. */
  readonly timeToLiveSeconds: { readonly min: number; readonly max: number; readonly default: number };
  /** How long `waitForResult` goes on after `RouteTest.expiresAt`, in milliseconds. */
  readonly waitMarginMs: number;
}

/**
 * A service that owns test handsets. The port: whoever runs route tests is handed one of these and knows no vendor by
 * name. A further vendor is one more package that implements it.
 */
export interface Vendor {
  /** Stable and lower case: `telq`, `testsms`. */
  readonly name: string;
  readonly limits: VendorLimits;
  /** Networks that have a handset on line now. The list ages within minutes. Throws `VendorError`. */
  networks(options?: CallOptions): Promise<readonly Network[]>;
  /**
   * Creates tests. COSTS CREDITS, and is never repeated by itself once the request may have reached the vendor.
   * Answers at least one outcome for each destination, in the order of `outcome.index`; throws a `ValidationError` only
   * for a request that is wrong as it stands, before anything is spent.
   */
  createTests(request: TestRequest, options?: CallOptions): Promise<readonly CreateOutcome[]>;
  /** What the vendor knows of the test now. Throws `VendorError`. */
  getResult(test: RouteTest, options?: CallOptions): Promise<DeliveryResult>;
  /**
   * Waits for a final state, by callback or by poll, whichever is first, but not past the vendor's own limit. Throws
   * `VendorError`: `ABORTED` by the signal, `TIMEOUT` when the limit passed and the vendor could never be read.
   */
  waitForResult(test: RouteTest, options?: CallOptions): Promise<SettledResult>;
  /** Each change of the test's state, the final one last. Leaving the loop stops the polling. */
  updates(test: RouteTest, options?: CallOptions): AsyncIterable<DeliveryResult>;
  /** Takes the vendor's callbacks as web-standard requests; `null` where the vendor was set up without. */
  readonly handleCallback: CallbackHandler | null;
}

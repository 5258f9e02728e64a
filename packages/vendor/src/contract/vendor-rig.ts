import type { NetworkTarget } from "../model/network.ts";
import type { RouteTest } from "../model/route-test.ts";
import type { Vendor } from "../model/vendor.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** What the next creation, or the next read of a result, meets. */
export type RigFault =
  | { readonly kind: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The connection breaks. `carriedOut`: after the vendor did what was asked. */
  | { readonly kind: "reset"; readonly carriedOut: boolean }
  /** No answer ever. */
  | { readonly kind: "silence"; readonly carriedOut: boolean };

/** A vendor's client, and a stand-in for the vendor behind it that does what a test tells it. */
export interface VendorRig {
  readonly vendor: Vendor;
  readonly clock: VirtualClock;
  /** Has a handset on line. */
  readonly onLine: NetworkTarget;
  /** Is on the list no longer: a test in it is refused. */
  readonly offLine: NetworkTarget;
  /** A message reaches the test's handset; a callback follows where the rig was made with callbacks. */
  deliver(test: RouteTest, message: { readonly from: string; readonly text: string }): Promise<void>;
  /** Sends the last callback again, word for word. */
  replayCallback(): Promise<number>;
  /** Requests for creation that have reached the stand-in. */
  creationRequests(): number;
  /** Tests that exist at the stand-in. */
  testsCreated(): number;
  /** Hands out a fresh token only from now on: the one in use is refused with 401. */
  expireTokens(): void;
  failNextCreation(fault: RigFault): void;
  failNextRead(fault: RigFault): void;
  /** Everything that must never be seen: keys, passwords, tokens, callback secrets. */
  secrets(): readonly string[];
  close(): Promise<void>;
}

/** Makes a rig, with callbacks or without. A fresh one for each case. */
export type MakeVendorRig = (options: { readonly callbacks: boolean }) => Promise<VendorRig>;

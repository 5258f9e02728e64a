import type { NetworkTarget } from "./network.ts";

/** A test number that the vendor picks in a network. */
export interface NetworkDestination {
  readonly kind: "network";
  readonly network: NetworkTarget;
}

/** A number of the caller's own, E.164 digits without plus. Not every vendor takes one, and results need not come. */
export interface NumberDestination {
  readonly kind: "number";
  readonly msisdn: string;
}

/** Where a test goes. */
export type TestDestination = NetworkDestination | NumberDestination;

/** Wishes for the text that the vendor makes up and that the message must contain. */
export interface TestTextFormat {
  readonly characters: "letters" | "digits" | "letters-and-digits";
  /** Number of characters; the vendor's default where absent. */
  readonly length?: number;
  /** The vendor's default where absent. */
  readonly letterCase?: "upper" | "lower" | "mixed";
}

/** A request for tests. Creating them costs credits. */
export interface TestRequest {
  /** One test is created for each; repeat a destination to test it several times. */
  readonly destinations: readonly TestDestination[];
  /** Form of the text to be sent; a vendor that cannot make it refuses before anything is spent. */
  readonly testText?: TestTextFormat;
  /** How long the vendor shall wait for the message, in seconds. A vendor with a fixed time refuses another one. */
  readonly timeToLiveSeconds?: number;
}

/** A short name of a destination for messages: `206-10`, `206-10<206-03` or `number ending in 777`. */
export function describeDestination(destination: TestDestination): string {
  if (destination.kind === "number") return `number ending in ${destination.msisdn.slice(-3)}`;
  const { mcc, mnc, portedFrom } = destination.network;
  return portedFrom === null
    ? `${mcc}-${mnc}`
    : `${mcc}-${mnc} (ported from ${portedFrom.mcc}-${portedFrom.mnc})`;
}

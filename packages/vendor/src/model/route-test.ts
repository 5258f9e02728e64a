import type { TestDestination } from "./test-request.ts";

/**
 * A test that the vendor has created and waits for. Plain JSON: it can be stored, read back by another process and
 * handed to `waitForResult` there.
 */
export interface RouteTest {
  /** Name of the vendor, `Vendor.name`. */
  readonly vendor: string;
  /** The vendor's id. A string, because ids are 64 bits wide and JavaScript numbers are not. */
  readonly id: string;
  /** Number to send to: E.164 digits without plus. */
  readonly msisdn: string;
  /** Text that the message must contain: it is how the vendor knows the test. */
  readonly testText: string;
  readonly destination: TestDestination;
  /** When the request was sent, ISO 8601 in UTC, by this machine's clock. */
  readonly createdAt: string;
  /** When the vendor stops waiting, ISO 8601 in UTC. */
  readonly expiresAt: string;
  /** `false` where the vendor says that no result will come (a number of the caller's own at TestSMS). */
  readonly resultExpected: boolean;
  /** The vendor's own object, unknown fields included. */
  readonly raw: unknown;
}

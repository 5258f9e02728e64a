import type { VendorDate } from "../time/vendor-date.ts";
import type { Network } from "./network.ts";
import type { VendorStatus } from "./vendor-status.ts";

/** The service centre that handed the message to the handset, as far as the vendor knows it. */
export interface ServiceCentre {
  /** International digits; a plus is kept where the vendor sends one. */
  readonly number: string | null;
  readonly operatorName: string | null;
  readonly countryName: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null;
  readonly mcc: string | null;
  readonly mnc: string | null;
}

/** Moments of a test. Each keeps the vendor's text beside the instant. */
export interface DeliveryTimes {
  /** When the vendor created the test. */
  readonly createdAt: VendorDate | null;
  /** When the message was received. TelQ: when its backend heard of it; TestSMS: on the device. */
  readonly receivedAt: VendorDate | null;
  /** Time stamp of the service centre, where the vendor reports it apart from the PDU. */
  readonly serviceCentreAt: VendorDate | null;
  /** TestSMS's `arrivalTs`. */
  readonly arrivedAt: VendorDate | null;
}

/** What the sender's side was told about the delivery, for vendors that send the message themselves. */
export interface DeliveryReceipt {
  /** The vendor's or the network's word, for example `DELIVRD`. */
  readonly status: string;
  readonly delaySeconds: number | null;
}

/** What a vendor knows of a test. One shape for every vendor. */
export interface DeliveryResult {
  readonly vendor: string;
  /** The vendor's id; `null` in a TestSMS callback until it has been matched to a test. */
  readonly testId: string | null;
  readonly status: VendorStatus;
  /** Sender that the handset showed. Never trimmed, never rewritten: it is evidence. */
  readonly sender: string | null;
  /** Text that the handset showed. Never trimmed, never rewritten: it is evidence. */
  readonly text: string | null;
  /** SMS-DELIVER PDUs as hexadecimal, SMSC in front, in the vendor's order. */
  readonly pdus: readonly string[];
  readonly serviceCentre: ServiceCentre | null;
  /** Test number: E.164 digits without plus. */
  readonly msisdn: string | null;
  readonly testText: string | null;
  readonly network: Network | null;
  readonly times: DeliveryTimes;
  /** Seconds from the test's creation to receipt, as the vendor counts them. */
  readonly delaySeconds: number | null;
  /** `null` unless the vendor sent the message itself and got a receipt. */
  readonly receipt: DeliveryReceipt | null;
  /** The vendor's own object, unknown fields included. */
  readonly raw: unknown;
}

/** A result that `waitForResult` ended with. */
export interface SettledResult extends DeliveryResult {
  /**
   * What ended the wait: a final state by `callback` or by `poll`, or the vendor's own time `limit`. After `limit` the
   * status is the last one seen and `status.final` is `false`.
   */
  readonly settledBy: "callback" | "poll" | "limit";
}

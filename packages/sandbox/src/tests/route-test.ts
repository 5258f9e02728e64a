import type { NetworkSite } from "../networks/network-site.ts";

/** Whose test it is. */
export type VendorName = "telq" | "testsms";

/** The network as the request named it. */
interface RequestedNetwork {
  readonly mcc: string;
  readonly mnc: string;
  readonly portedFromMnc: string | null;
}

/** Where a vendor reports a test's changes. */
interface CallbackTarget {
  readonly url: string;
  readonly token: string | null;
  readonly attempts: number;
}

/** What a handset got and the vendor knows of it. */
export interface DeliveredMessage {
  /** As the handset shows it. */
  readonly sender: string;
  /** Null when the message holds no text. */
  readonly text: string | null;
  /** In the order of arrival, upper-case hex, service centre included. */
  readonly pdus: readonly string[];
  /** The service centre's number with `+`, null when the PDU has none. */
  readonly smsc: string | null;
  /** TP-SCTS of the first part. */
  readonly serviceCentreTime: number | null;
  /** Whether sender or text differ from what was submitted. */
  readonly altered: boolean;
}

/** A test as the sandbox keeps it. Times are milliseconds of the sandbox's clock. */
export interface RouteTest {
  readonly vendor: VendorName;
  /** Decimal digits of an int64. */
  readonly id: string;
  /** E.164 without `+`; null when the network was offline. */
  readonly msisdn: string | null;
  readonly testText: string | null;
  readonly requested: RequestedNetwork | null;
  readonly site: NetworkSite | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly callback: CallbackTarget | null;
  /** What only this vendor knows, for its replies. */
  readonly details: Readonly<Record<string, string | number | null>>;
  status: string;
  final: boolean;
  receivedAt: number | null;
  delivered: DeliveredMessage | null;
}

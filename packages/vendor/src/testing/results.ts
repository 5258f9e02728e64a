import type { DeliveryResult } from "../model/delivery-result.ts";
import type { RouteTest } from "../model/route-test.ts";
import type { VendorStatus } from "../model/vendor-status.ts";

const STATUSES: Readonly<Record<string, Omit<VendorStatus, "raw" | "name" | "billed">>> = {
  WAIT: { meaning: "waiting", final: false, delivered: false },
  UNAVAILABLE: { meaning: "number-unavailable", final: false, delivered: false },
  POSITIVE: { meaning: "delivered", final: true, delivered: true },
  NOT_DELIVERED: { meaning: "not-delivered", final: true, delivered: false },
};

/** A result with the given status; one that is not in the table is unknown. */
export function resultWith(name: string, fields: Partial<DeliveryResult> = {}): DeliveryResult {
  const meaning = STATUSES[name] ?? { meaning: "unknown", final: false, delivered: false };
  return {
    vendor: "any",
    testId: "1",
    status: { raw: name, name, billed: null, ...meaning },
    sender: null,
    text: null,
    pdus: [],
    serviceCentre: null,
    msisdn: null,
    testText: null,
    network: null,
    times: { createdAt: null, receivedAt: null, serviceCentreAt: null, arrivedAt: null },
    delaySeconds: null,
    receipt: null,
    raw: null,
    ...fields,
  };
}

/** A test that was created at the given moment and expires an hour later. */
export function testCreatedAt(createdMs: number): RouteTest {
  return {
    vendor: "any",
    id: "1",
    msisdn: "3212345678",
    testText: "abc",
    destination: { kind: "network", network: { mcc: "206", mnc: "10", portedFrom: null } },
    createdAt: new Date(createdMs).toISOString(),
    expiresAt: new Date(createdMs + 3_600_000).toISOString(),
    resultExpected: true,
    raw: null,
  };
}

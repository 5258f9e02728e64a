import { type CompareInput, type ComparisonResult, compare } from "@smsproof/compare";
import type { StatusMeaning } from "@smsproof/vendor";
import type { CampaignPlan } from "../plan/campaign-plan.ts";
import type { TestRecord } from "./test-record.ts";

/** Compares what a test sent with what its result says. `null` before there is a result. */
export function compareTest(
  record: Pick<TestRecord, "message" | "test" | "sentText" | "sentAt" | "result" | "receipt" | "destination">,
  plan: Pick<CampaignPlan, "lateAfterSeconds">,
): ComparisonResult | null {
  const { result, sentText } = record;
  if (result === null || sentText === null) return null;
  const input: CompareInput = {
    sent: {
      sender: record.message.sender,
      text: sentText,
      encoding: ENCODINGS[record.message.encoding ?? "auto"],
      testId: record.test?.testText,
      sentAt: record.sentAt ?? undefined,
    },
    delivered: {
      sender: result.sender,
      text: result.text,
      pdus: result.pdus,
      receivedAt: (result.times.receivedAt ?? result.times.arrivedAt)?.instant ?? undefined,
      vendorStatus: result.status.name,
      smsc: result.serviceCentre?.number ?? undefined,
      receipt: handsetSaw(result.status.meaning),
    },
    destination: networkOf(record),
    dlr: record.receipt ?? undefined,
  };
  return compare(input, { lateAfterSeconds: plan.lateAfterSeconds });
}

const ENCODINGS = { auto: "auto", gsm7: "GSM7", ucs2: "UCS2" } as const;

function handsetSaw(meaning: StatusMeaning): "DELIVERED" | "NOT_DELIVERED" | undefined {
  if (meaning === "delivered") return "DELIVERED";
  return meaning === "not-delivered" ? "NOT_DELIVERED" : undefined;
}

function networkOf({
  result,
  destination,
}: Pick<TestRecord, "result" | "destination">): CompareInput["destination"] {
  const network = result?.network ?? (destination.kind === "network" ? destination.network : null);
  return network === null
    ? {}
    : { mcc: network.mcc, mnc: network.mnc, country: result?.network?.countryCode ?? undefined };
}

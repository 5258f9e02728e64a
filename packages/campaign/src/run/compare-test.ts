import { type CompareInput, type ComparisonResult, compare } from "@smsproof/compare";
import type { StatusMeaning } from "@smsproof/vendor";
import type { CampaignPlan } from "../plan/campaign-plan.ts";
import type { TestRecord } from "./test-record.ts";

/** What came of a test's comparison. */
export type TestComparison =
  | { readonly kind: "compared"; readonly comparison: ComparisonResult }
  /** There is no result yet. */
  | { readonly kind: "nothing" }
  /** A fault of the comparison itself. One test must not end the others with it. */
  | { readonly kind: "failed"; readonly reason: string };

/** Compares what a test sent with what its result says. Never throws. */
export function compareTest(
  record: Pick<TestRecord, "message" | "test" | "sentText" | "sentAt" | "result" | "receipt" | "destination">,
  plan: Pick<CampaignPlan, "lateAfterSeconds">,
): TestComparison {
  const { result, sentText } = record;
  if (result === null || sentText === null) return { kind: "nothing" };
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
  try {
    return { kind: "compared", comparison: compare(input, { lateAfterSeconds: plan.lateAfterSeconds }) };
  } catch (error) {
    const why = error instanceof Error ? error.message : "it failed without a word";
    return { kind: "failed", reason: `it could not be compared, the result is kept: ${why}` };
  }
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

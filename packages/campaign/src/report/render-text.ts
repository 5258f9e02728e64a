import { describeDestination } from "@smsproof/vendor";
import type { TestRecord } from "../run/test-record.ts";

/** A test in the words that every rendering uses. */
export interface TestLine {
  /** `206-10`, or the end of a number. */
  readonly network: string;
  /** Operator and country as the vendor spells them; empty where it does not say. */
  readonly operator: string;
  readonly vendor: string;
  readonly sender: string;
  readonly status:
    | "delivered"
    | "not delivered"
    | "missing"
    | "unknown"
    | "refused"
    | "rejected"
    | "skipped"
    | "open";
  /** Verdicts of the comparison; empty without one. */
  readonly senderVerdict: string;
  readonly contentVerdict: string;
  readonly delaySeconds: number | null;
  /** Why: the comparison's sentence, or the reason of a failure. */
  readonly why: string;
}

/** Puts a test into words. */
export function lineOf(record: TestRecord): TestLine {
  const { destination, vendor, sender, comparison, result, send, reason } = record;
  const delivered = result?.status.delivered === true;
  const doubt = send?.outcome === "unknown" ? "it is unknown whether the message went out" : "";
  const sentence = delivered
    ? (comparison?.summary ?? "")
    : (findingOf(record) ?? reason ?? statusWords(record));
  return {
    network: describeDestination(destination),
    operator: [result?.network?.countryName, result?.network?.operatorName].filter(Boolean).join(" "),
    vendor,
    sender,
    status: statusOf(record),
    senderVerdict: delivered ? (comparison?.sender.verdict ?? "") : "",
    contentVerdict: delivered ? (comparison?.content.verdict ?? "") : "",
    delaySeconds: delivered ? (comparison?.route.latencySeconds ?? result.delaySeconds) : null,
    why: [sentence, doubt].filter((part) => part !== "").join("; "),
  };
}

function statusOf({ state, result }: TestRecord): TestLine["status"] {
  if (result?.status.delivered === true) return "delivered";
  switch (state) {
    case "compared":
      return "not delivered";
    case "create-unknown":
      return "unknown";
    case "missing":
    case "refused":
    case "rejected":
    case "skipped":
      return state;
    default:
      return "open";
  }
}

/** What is said of a message that did not arrive: the vendor's word, and that of the receipt. */
function statusWords({ state, vendor, result, receipt }: TestRecord): string {
  if (state !== "compared" || result === null) return "";
  const said = `${vendor} says ${result.status.name}`;
  return receipt === null ? said : `${said}, the receipt ${receipt.status}`;
}

function findingOf({ comparison }: TestRecord): string | null {
  return comparison?.findings.find(({ dimension }) => dimension === "delivery")?.explanation ?? null;
}

import type { Verdict } from "@smsproof/compare";
import { describeDestination } from "@smsproof/vendor";
import { groupBy } from "../report/html/group-by.ts";
import { quantile } from "../report/html/statistics.ts";
import type { TestRecord } from "../run/test-record.ts";

/** What a network did in a round: the comparison's word, or that nothing came. */
export type NetworkVerdict = Verdict | "NOT_DELIVERED";

/** A network in a round. */
export interface NetworkRound {
  readonly network: string;
  readonly verdict: NetworkVerdict;
  readonly latencySeconds: number | null;
  readonly late: boolean;
  /** The sentence behind the verdict. */
  readonly why: string;
}

const WORST_FIRST: readonly NetworkVerdict[] = [
  "MISSING",
  "REPLACED",
  "ALTERED",
  "NOT_DELIVERED",
  "UNKNOWN",
  "EQUIVALENT",
  "SAME",
];

/**
 * The networks of a round, the worst test of each. Tests that say nothing of the network (refused, rejected, of unknown
 * creation, still open) are left out.
 */
export function judgeRound(
  tests: readonly TestRecord[],
  latencyLimit: number | undefined,
): readonly NetworkRound[] {
  const telling = tests.filter(({ state }) => state === "compared" || state === "missing");
  return [...groupBy(telling, ({ destination }) => describeDestination(destination))].map(
    ([network, group]) => {
      const worst = group.toSorted(
        (a, b) => WORST_FIRST.indexOf(verdictOf(a)) - WORST_FIRST.indexOf(verdictOf(b)),
      )[0];
      const seconds = group.flatMap(({ comparison }) => comparison?.route.latencySeconds ?? []);
      const latencySeconds = quantile(
        seconds.sort((a, b) => a - b),
        0.5,
      );
      return {
        network,
        verdict: worst === undefined ? "UNKNOWN" : verdictOf(worst),
        latencySeconds,
        late: latencyLimit !== undefined && latencySeconds !== null && latencySeconds > latencyLimit,
        why: worst?.comparison?.summary ?? worst?.reason ?? "",
      };
    },
  );
}

function verdictOf({ result, comparison }: TestRecord): NetworkVerdict {
  return result?.status.delivered === true ? (comparison?.overall ?? "UNKNOWN") : "NOT_DELIVERED";
}

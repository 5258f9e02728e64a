import { describeDestination } from "@smsproof/vendor";
import type { TestRecord } from "../../run/test-record.ts";
import type { StoredTest } from "../../store/campaign-store.ts";
import { groupBy } from "./group-by.ts";

/** What a cell of the heat strip shows, the worst last. */
export const RANKS = ["none", "same", "equivalent", "unknown", "missing", "altered", "replaced"] as const;

/** One of `RANKS`. */
type Rank = (typeof RANKS)[number];

/** A network by a route, over time. */
export interface Strip {
  readonly network: string;
  readonly route: string;
  readonly tests: number;
  readonly delivered: number;
  readonly altered: number;
  readonly medianSeconds: number | null;
  /** One for each span of time: the worst that happened in it. */
  readonly cells: readonly Rank[];
}

/** A delivery that took so long. */
export interface Delay {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly seconds: number;
  readonly rank: Rank;
}

/** A sender and what stood in its place. */
export interface ReplacedSender {
  readonly sent: string;
  readonly delivered: string;
  readonly networks: readonly string[];
  readonly count: number;
}

/** What the report shows. Times are milliseconds since 1970. */
export interface Statistics {
  readonly from: number;
  readonly to: number;
  readonly tests: number;
  readonly delivered: number;
  readonly altered: number;
  readonly strips: readonly Strip[];
  readonly delays: readonly Delay[];
  readonly replaced: readonly ReplacedSender[];
  /** The worst first. */
  readonly worst: readonly StoredTest[];
}

const CELLS = 48;
const WORST = 12;

/** How a test came out. */
export function rankOf({ result, comparison, state }: TestRecord): Rank {
  if (state === "skipped") return "none";
  if (result?.status.delivered !== true) return state === "create-unknown" ? "unknown" : "missing";
  switch (comparison?.overall) {
    case "SAME":
      return "same";
    case "EQUIVALENT":
      return "equivalent";
    case "ALTERED":
      return "altered";
    case "REPLACED":
    case "MISSING":
      return "replaced";
    default:
      return "unknown";
  }
}

const isChanged = (record: TestRecord): boolean => RANKS.indexOf(rankOf(record)) >= RANKS.indexOf("altered");

/** Counts what a report shows. */
export function statisticsOf(tests: readonly StoredTest[]): Statistics {
  const records = tests.map(({ record }) => record);
  const times = records.map(timeOf);
  const from = times.reduce((least, time) => Math.min(least, time), times[0] ?? 0);
  const to = times.reduce((most, time) => Math.max(most, time), times[0] ?? 0);
  return {
    from,
    to,
    tests: tests.length,
    delivered: records.filter(({ result }) => result?.status.delivered === true).length,
    altered: records.filter(isChanged).length,
    strips: stripsOf(records, from, to),
    delays: records.flatMap((record) => delayOf(record) ?? []),
    replaced: replacedOf(records),
    worst: worstOf(tests),
  };
}

/** The least of the sorted values that this share of them does not exceed; `null` of none. */
export function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

const timeOf = ({ sentAt, updatedAt }: TestRecord): number => Date.parse(sentAt ?? updatedAt);

function delayOf(record: TestRecord): Delay | null {
  if (record.result?.status.delivered !== true) return null;
  const seconds = record.comparison?.route.latencySeconds ?? record.result.delaySeconds;
  return seconds === null
    ? null
    : { at: timeOf(record), seconds: Math.max(0, seconds), rank: rankOf(record) };
}

function stripsOf(records: readonly TestRecord[], from: number, to: number): readonly Strip[] {
  const keyOf = ({ destination, sender }: TestRecord): string =>
    JSON.stringify([describeDestination(destination), sender]);
  const strips = [...groupBy(records, keyOf)].map(([key, group]): Strip => {
    const [network, route]: [string, string] = JSON.parse(key);
    const cells: Rank[] = Array.from({ length: CELLS }, () => "none");
    for (const record of group) {
      const place = Math.floor(((timeOf(record) - from) / Math.max(1, to - from)) * CELLS);
      const cell = Math.min(CELLS - 1, place);
      const rank = rankOf(record);
      if (RANKS.indexOf(rank) > RANKS.indexOf(cells[cell] ?? "none")) cells[cell] = rank;
    }
    const seconds = group.flatMap((record) => delayOf(record)?.seconds ?? []).sort((a, b) => a - b);
    return {
      network,
      route,
      tests: group.length,
      delivered: group.filter(({ result }) => result?.status.delivered === true).length,
      altered: group.filter(isChanged).length,
      medianSeconds: quantile(seconds, 0.5),
      cells,
    };
  });
  return strips.sort(
    (a, b) => b.altered / b.tests - a.altered / a.tests || a.network.localeCompare(b.network),
  );
}

function replacedOf(records: readonly TestRecord[]): readonly ReplacedSender[] {
  const changed = records.filter(
    ({ comparison, result }) =>
      result?.status.delivered === true &&
      (comparison?.sender.verdict === "REPLACED" || comparison?.sender.verdict === "ALTERED"),
  );
  const keyOf = ({ message, comparison }: TestRecord): string =>
    JSON.stringify([message.sender, comparison?.sender.compared?.delivered ?? ""]);
  return [...groupBy(changed, keyOf)]
    .map(([key, group]) => {
      const [sent, delivered]: [string, string] = JSON.parse(key);
      const networks = [...new Set(group.map(({ destination }) => describeDestination(destination)))];
      return { sent, delivered, networks, count: group.length };
    })
    .sort((a, b) => b.count - a.count);
}

const SEVERITIES: readonly string[] = ["info", "low", "medium", "high", "critical"];

function worstOf(tests: readonly StoredTest[]): readonly StoredTest[] {
  const weight = ({ record }: StoredTest): number =>
    RANKS.indexOf(rankOf(record)) * 10 +
    Math.max(0, ...(record.comparison?.findings ?? []).map(({ severity }) => SEVERITIES.indexOf(severity)));
  return tests
    .filter(({ record }) => isChanged(record))
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, WORST);
}

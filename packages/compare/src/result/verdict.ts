/** What happened to the sender or to the text, from nothing to everything. */
export type Verdict = "SAME" | "EQUIVALENT" | "ALTERED" | "REPLACED" | "MISSING" | "UNKNOWN";

/** The verdict one finding alone gives. */
export type Level = Exclude<Verdict, "SAME" | "UNKNOWN">;

/** How much a finding matters to whoever sent the message. */
export type Severity = "info" | "low" | "medium" | "high" | "critical";

const VERDICT_RANK: Readonly<Record<Verdict, number>> = {
  UNKNOWN: -1,
  SAME: 0,
  EQUIVALENT: 1,
  ALTERED: 2,
  REPLACED: 3,
  MISSING: 4,
};

/** Severities from the least to the most. */
const SEVERITIES: readonly Severity[] = ["info", "low", "medium", "high", "critical"];

/** The highest of them; `SAME` of none. `UNKNOWN` counts only where nothing else is there. */
export function highestVerdict(verdicts: Iterable<Verdict>): Verdict {
  let highest: Verdict | null = null;
  for (const verdict of verdicts)
    if (highest === null || VERDICT_RANK[verdict] > VERDICT_RANK[highest]) highest = verdict;
  return highest ?? "SAME";
}

/** One step down: what a known rule of the destination country does to a finding. */
export function lowerSeverity(severity: Severity): Severity {
  return SEVERITIES[Math.max(0, SEVERITIES.indexOf(severity) - 1)] ?? "info";
}

/** Orders by severity, the worst first. */
export function bySeverity(a: { readonly severity: Severity }, b: { readonly severity: Severity }): number {
  return SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
}

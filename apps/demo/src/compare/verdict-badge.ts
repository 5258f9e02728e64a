import type { Severity, Verdict } from "@smsproof/compare";
import { el } from "../dom/element.ts";

const SIGNS: Readonly<Record<Verdict, string>> = {
  SAME: "=",
  EQUIVALENT: "≈",
  ALTERED: "≠",
  REPLACED: "⇄",
  MISSING: "∅",
  UNKNOWN: "?",
};

const MEANINGS: Readonly<Record<Verdict, string>> = {
  SAME: "arrived exactly as sent",
  EQUIVALENT: "arrived with differences that no reader notices",
  ALTERED: "arrived changed",
  REPLACED: "something else arrived in its place",
  MISSING: "arrived empty",
  UNKNOWN: "nobody reported what arrived",
};

/** A verdict: a sign, a word, and what it means for all who ask. */
export function verdictBadge(verdict: Verdict): HTMLElement {
  return el(
    "span",
    { class: "verdict", "data-verdict": verdict, title: MEANINGS[verdict] },
    el("span", { class: "verdict-sign", "aria-hidden": "true" }, SIGNS[verdict]),
    verdict,
  );
}

const STEPS: readonly Severity[] = ["info", "low", "medium", "high", "critical"];

/** A severity: its word, and as many filled steps as it is grave. */
export function severityBadge(severity: Severity): HTMLElement {
  const filled = STEPS.indexOf(severity) + 1;
  const steps = STEPS.map((_, at) => el("span", { class: at < filled ? "step filled" : "step" }));
  return el(
    "span",
    { class: "severity", "data-level": severity },
    el("span", { class: "steps", "aria-hidden": "true" }, ...steps),
    severity,
  );
}

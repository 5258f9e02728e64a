import type { Diagnostic, Severity } from "@smsproof/pdu";

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** A sign for each severity, so that colour is not alone. */
export const SEVERITY_SIGN: Readonly<Record<Severity, string>> = { info: "i", warning: "!", error: "✕" };

/** The gravest of some diagnostics, null for none. */
export function gravest(diagnostics: readonly Diagnostic[]): Severity | null {
  let worst: Severity | null = null;
  for (const { severity } of diagnostics)
    if (worst === null || RANK[severity] > RANK[worst]) worst = severity;
  return worst;
}

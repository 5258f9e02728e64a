import type { ComparisonResult } from "@smsproof/compare";
import type { ErrorResult } from "../decode/result.ts";
import type { Extras } from "./compare-record.ts";

/** A comparison that was made. */
export interface Comparison {
  readonly kind: "comparison";
  readonly value: ComparisonResult;
  /** What else stood in the record. */
  readonly extras: Extras;
  /** Where the record stood, null when it came from options. */
  readonly place: { readonly file: string; readonly line: number } | null;
}

/** A comparison, or what stands in its place. */
export type Compared = Comparison | (ErrorResult & { readonly extras: Extras });

/** As JSON: the result with the extra keys of its record; keys of the result count more. */
export function comparedJson({ value, extras }: Compared, indent?: number): string {
  return JSON.stringify({ ...extras, ...value }, null, indent);
}

/** Whether the message is proved to have arrived as it was sent. */
export function arrivedAsSent({ overall }: ComparisonResult): boolean {
  return overall === "SAME" || overall === "EQUIVALENT";
}

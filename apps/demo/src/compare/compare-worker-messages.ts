import type { CompareInput, ComparisonResult } from "@smsproof/compare";

/** What the worker is asked. */
export interface CompareRequest {
  readonly id: number;
  readonly input: CompareInput;
}

/** What it answers. */
export interface CompareReply {
  readonly id: number;
  readonly result: ComparisonResult;
}

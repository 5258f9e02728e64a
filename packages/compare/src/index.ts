export { compare } from "./compare.ts";
export { type DiffSpan, type DiffSpans, diffSpans } from "./render/diff-spans.ts";
export { explain } from "./render/explain.ts";
export { toMarkdown } from "./render/to-markdown.ts";
export type { CompareInput, CompareOptions } from "./result/compare-input.ts";
export type {
  ComparisonResult,
  DimensionResult,
  Edit,
  Effect,
  Evidence,
  Finding,
  RuleEvidence,
  SenderKind,
  Span,
  Tag,
} from "./result/comparison-result.ts";
export {
  type CodeEntry,
  type Dimension,
  entryOf,
  FINDING_CODES,
  type FindingCode,
} from "./result/finding-codes.ts";
export type { Level, Severity, Verdict } from "./result/verdict.ts";

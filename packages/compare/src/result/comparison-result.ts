import type { Dimension, FindingCode } from "./finding-codes.ts";
import type { Level, Severity, Verdict } from "./verdict.ts";

/** Half-open, in UTF-16 code units of the exact string compared; always on grapheme borders. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One place where the two strings differ. An empty span is the point where something was put in or lost.
 * The edits of a result are in order and do not overlap: replacing each `sent` span by its `deliveredText`
 * turns the sent string into the delivered one.
 */
export interface Edit {
  readonly sent: Span;
  readonly delivered: Span;
  readonly sentText: string;
  readonly deliveredText: string;
}

/** A rule or habit of a country that explains a finding, with its source. */
export interface RuleEvidence {
  readonly kind: "rule";
  readonly country: string;
  readonly rule: string;
  readonly source: string;
}

/** What a finding rests on. */
export type Evidence =
  | {
      readonly kind: "strings";
      readonly sent: string;
      readonly delivered: string;
      readonly codePoints?: readonly string[];
    }
  | {
      /** A model of what a network does, run on the sent text. */
      readonly kind: "model";
      readonly model: string;
      /** `exactly`: the model alone gives the delivered string; `in part`: other findings explain the rest. */
      readonly reproduces: "exactly" | "in part";
    }
  | {
      readonly kind: "pdu";
      /** Index into `delivered.pdus`. */
      readonly pdu: number;
      readonly field: string;
      readonly value: string;
    }
  | { readonly kind: "vendor"; readonly field: string; readonly value: string }
  | { readonly kind: "receipt"; readonly status: string; readonly at?: string }
  | RuleEvidence;

/** What kind of addition it is, or that a country's rule explains it. */
export type Tag =
  | "OPT_OUT"
  | "ADVERT"
  | "ORIGIN_TAG"
  | "SIGNATURE"
  | "SENDER_IN_BODY"
  | "RANDOM_TAIL"
  | "COUNTRY_RULE";

/** What people rely on that a finding touches, whatever its cause. */
export type Effect = "code" | "url" | "number" | "brand" | "readability";

/** One thing that differs, with its proof. */
export interface Finding {
  readonly code: FindingCode;
  readonly dimension: Dimension;
  /** The verdict this finding alone gives; null for route, delivery and evidence. */
  readonly level: Level | null;
  readonly severity: Severity;
  /** 0 to 1. 1: it reproduces what was delivered exactly and nothing else of equal cost does. */
  readonly confidence: number;
  /** Where, for findings in the sender or the text. */
  readonly edits: readonly Edit[];
  readonly occurrences: number;
  readonly effects: readonly Effect[];
  readonly tags: readonly Tag[];
  /** Set when a known rule of the destination country explains it: the verdict stays, the severity drops. */
  readonly expectedBy?: RuleEvidence;
  /** Other explanations of the same strings that were found, and how much dearer each is. */
  readonly alternatives: readonly { readonly codes: readonly FindingCode[]; readonly dearerBy: number }[];
  readonly evidence: readonly Evidence[];
  /** One plain sentence. */
  readonly explanation: string;
}

/** What a sender is. */
export type SenderKind = "alphanumeric" | "international" | "national" | "shortcode" | "empty";

/** The outcome for the sender or for the text. */
export interface DimensionResult {
  readonly verdict: Verdict;
  /** Whether the delivered value comes from decoded PDUs or from what the vendor reported. */
  readonly source: "pdu" | "vendor" | "none";
  readonly compared: { readonly sent: string; readonly delivered: string } | null;
  /** Every difference, in order: applying them to `compared.sent` gives `compared.delivered`. */
  readonly edits: readonly Edit[];
  /** Share of the sent code units that arrived unchanged, 0 to 1; null when nothing was compared. */
  readonly preserved: number | null;
  /** 0 to 1; 0 for `UNKNOWN`. */
  readonly confidence: number;
}

/** What `compare` returns. Plain data: it survives JSON. */
export interface ComparisonResult {
  readonly schema: 1;
  readonly sender: DimensionResult & {
    readonly sentKind: SenderKind;
    readonly deliveredKind: SenderKind | null;
  };
  readonly content: DimensionResult;
  /** The higher of the two verdicts, `UNKNOWN` only when both are. */
  readonly overall: Verdict;
  readonly vendorFlag: {
    readonly status: string | null;
    /** Whether a vendor's flag "replaced" and the comparison say the same. */
    readonly agreement: "CONFIRMED" | "UNEXPLAINED" | "MISSED" | "NONE";
  };
  /** Sender first, then content, route, delivery, evidence; within each the worst first. */
  readonly findings: readonly Finding[];
  readonly route: {
    readonly smsc: { readonly number: string; readonly country: string | null } | null;
    readonly timestamp: { readonly iso: string; readonly offsetMinutes: number } | null;
    readonly alphabet: "gsm7" | "ucs2" | "8bit" | "ksc5601" | null;
    readonly parts: { readonly sent: number; readonly delivered: number | null };
    readonly latencySeconds: number | null;
  };
  /** One sentence, the worst finding first, at most 240 characters. */
  readonly summary: string;
}

import type { ComparisonResult, Dimension, Severity, Verdict } from "@smsproof/compare";
import { findingNotes, findingSentence, routeFacts, senderSentence } from "./finding-words.ts";
import { exchangedSender, type MarkedRun, markedText } from "./marked-text.ts";

/** What one finding says. */
export interface Saying {
  readonly sentence: string;
  readonly code: string;
  readonly severity: Severity;
}

/** What there is to say about one dimension of a comparison. */
export interface Block {
  readonly label: Dimension;
  /** Null for route, delivery and evidence. */
  readonly verdict: Verdict | null;
  /** What was sent with its differences; empty where there is no verdict. */
  readonly marked: readonly MarkedRun[];
  readonly findings: readonly Saying[];
  /** What stands under the findings: reasons, facts. */
  readonly notes: readonly string[];
}

/** Sender and content always, then of route, delivery and evidence what there is. */
export function blocksOf(result: ComparisonResult): readonly Block[] {
  const about = (label: Dimension): Pick<Block, "label" | "findings" | "notes"> => {
    const findings = result.findings.filter(({ dimension }) => dimension === label);
    const facts = label === "route" ? routeFacts(result) : [];
    return {
      label,
      findings: findings.map((finding) => ({
        sentence: label === "sender" ? senderSentence(finding, result) : findingSentence(finding),
        code: finding.code,
        severity: finding.severity,
      })),
      // What explains the whole text is said once, whichever findings share it.
      notes: [
        ...new Set(findings.flatMap((finding) => findingNotes(finding, result))),
        ...(facts.length === 0 ? [] : [facts.join(" · ")]),
      ],
    };
  };
  const { sender, content } = result;
  return [
    { ...about("sender"), verdict: sender.verdict, marked: exchangedSender(result) },
    { ...about("content"), verdict: content.verdict, marked: markedText(content) },
    ...(["route", "delivery", "evidence"] as const)
      .map((label): Block => ({ ...about(label), verdict: null, marked: [] }))
      .filter(({ findings, notes }) => findings.length + notes.length > 0),
  ];
}

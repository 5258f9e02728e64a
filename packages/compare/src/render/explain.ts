import type { ComparisonResult, DimensionResult, Finding } from "../result/comparison-result.ts";
import { quote } from "../result/quote.ts";

/** The whole result in plain sentences, one a line: both verdicts, then every finding with what explains it. */
export function explain(result: ComparisonResult): string {
  const lines = [
    verdictLine("Sender", result.sender),
    verdictLine("Text", result.content),
    ...result.findings.flatMap(findingLines),
  ];
  return `${lines.join("\n")}\n`;
}

function verdictLine(name: string, { verdict, compared, source }: DimensionResult): string {
  if (compared === null) return `${name}: ${verdict}, nothing was reported.`;
  const origin = source === "pdu" ? ", read from the PDUs" : "";
  return verdict === "SAME"
    ? `${name}: SAME, ${quote(compared.sent)} arrived as sent${origin}.`
    : `${name}: ${verdict}, ${quote(compared.sent)} arrived as ${quote(compared.delivered)}${origin}.`;
}

function findingLines({ code, severity, explanation, expectedBy, alternatives }: Finding): readonly string[] {
  const lines = [`- ${explanation} (${code}, ${severity})`];
  if (expectedBy !== undefined)
    lines.push(`  Known of ${expectedBy.country}: ${expectedBy.rule} (${expectedBy.source}).`);
  const runnerUp = alternatives.find(({ codes }) => codes.length > 0 && !codes.includes(code));
  if (runnerUp !== undefined && runnerUp.dearerBy < RUNNER_UP)
    lines.push(`  It could also be ${runnerUp.codes.join(" and ")}.`);
  return lines;
}

/** A dearer explanation than this is not worth a line. */
const RUNNER_UP = 20;

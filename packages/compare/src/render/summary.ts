import type { Finding } from "../result/comparison-result.ts";
import { bySeverity, type Verdict } from "../result/verdict.ts";

const LONGEST = 240;

/** One sentence about the worst finding and how many more there are. */
export function summarize(findings: readonly Finding[], sender: Verdict, content: Verdict): string {
  const [worst] = [...findings].sort(bySeverity);
  if (worst === undefined)
    return sender === "UNKNOWN" && content === "UNKNOWN"
      ? "Nothing was reported as delivered."
      : "Sender and text arrived as sent.";
  const more = findings.length > 1 ? ` (${findings.length - 1} more)` : "";
  const room = LONGEST - more.length;
  const sentence =
    worst.explanation.length <= room
      ? worst.explanation
      : `${[...worst.explanation]
          .slice(0, room - 1)
          .join("")
          .slice(0, room - 1)}…`;
  return sentence + more;
}

import type { DimensionResult, Evidence, Finding } from "@smsproof/compare";
import { describeDestination } from "@smsproof/vendor";
import type { StoredTest } from "../../store/campaign-store.ts";
import { escapeHtml } from "./escape.ts";

/** One test with what was sent, what arrived, and the proof. */
export function exampleOf({ campaign, record }: StoredTest): string {
  const { comparison, destination, sender, sentAt, result, index } = record;
  const findings = (comparison?.findings ?? []).map(findingOf).join("");
  const pdus = (result?.pdus ?? []).map((pdu) => `<code>${escapeHtml(pdu)}</code>`).join("<br>");
  return `<article>
<p><strong>${escapeHtml(describeDestination(destination))}</strong> by ${escapeHtml(sender)} <span class="dim">${escapeHtml(sentAt ?? "")} · ${escapeHtml(campaign)} #${index}</span></p>
${comparison === null ? "" : differences("Sender", comparison.sender) + differences("Text", comparison.content)}
<ul>${findings}</ul>
${pdus === "" ? "" : `<details><summary>PDUs</summary>${pdus}</details>`}
</article>`;
}

/** Sent and delivered, what was lost and what was put in marked. */
function differences(name: string, { compared, edits }: DimensionResult): string {
  if (compared === null) return "";
  const marked = (side: "sent" | "delivered", tag: "del" | "ins"): string => {
    const text = compared[side];
    let html = "";
    let at = 0;
    for (const edit of edits) {
      const { start, end } = edit[side];
      html += escapeHtml(text.slice(at, start));
      if (end > start) html += `<${tag}>${escapeHtml(text.slice(start, end))}</${tag}>`;
      at = end;
    }
    return html + escapeHtml(text.slice(at));
  };
  return `<p class="dim">${name}</p><pre>sent      ${marked("sent", "del")}
delivered ${marked("delivered", "ins")}</pre>`;
}

function findingOf({ code, severity, explanation, evidence }: Finding): string {
  const proof = evidence.map(proofOf).filter((words) => words !== "");
  const because = proof.length === 0 ? "" : `<br><span class="dim">${escapeHtml(proof.join("; "))}</span>`;
  return `<li>${escapeHtml(explanation)} <code>${escapeHtml(code)}</code> ${escapeHtml(severity)}${because}</li>`;
}

function proofOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case "model":
      return `${evidence.model} reproduces it ${evidence.reproduces}`;
    case "pdu":
      return `PDU ${evidence.pdu + 1}, ${evidence.field}: ${evidence.value}`;
    case "vendor":
      return `vendor's ${evidence.field}: ${evidence.value}`;
    case "receipt":
      return `receipt: ${evidence.status}`;
    case "rule":
      return `rule of ${evidence.country}: ${evidence.rule} (${evidence.source})`;
    case "strings":
      return "";
  }
}

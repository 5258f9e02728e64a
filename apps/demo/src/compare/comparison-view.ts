import type { ComparisonResult, DimensionResult, Finding } from "@smsproof/compare";
import { type Child, counted, el } from "../dom/element.ts";
import { type Difference, type DifferenceKind, differencesOf } from "./difference.ts";
import { findingCard } from "./finding-card.ts";
import { markedText } from "./marked-text.ts";
import { routePanel } from "./route-panel.ts";
import { verdictBadge } from "./verdict-badge.ts";

const KINDS: readonly DifferenceKind[] = ["added", "lost", "changed", "replaced"];

/** What is shown of a comparison, and which half of it was asked for. */
export interface Shown {
  readonly result: ComparisonResult;
  readonly pdus: readonly string[];
  readonly dimensions: { readonly sender: boolean; readonly content: boolean };
}

/** What was not given as sent is not compared, so that nothing is found out about it. */
export function isAskedFor({ dimension }: Finding, { sender, content }: Shown["dimensions"]): boolean {
  return (dimension !== "sender" || sender) && (dimension !== "content" || content);
}

/**
 * `<comparison-view>`: both messages side by side with their differences, the findings with their proof, the route.
 * Pointing at a finding lights its places in the texts, and the other way round.
 */
export class ComparisonView extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", "Comparison");
    if (this.dataset["listening"] === "true") return;
    this.dataset["listening"] = "true";
    const light = (event: Event): void => this.#light(event.target);
    this.addEventListener("pointerover", light);
    this.addEventListener("focusin", light);
    this.addEventListener("pointerleave", () => this.#light(document.activeElement));
    this.addEventListener("focusout", () => this.#light(null));
  }

  /** Lays out a result. */
  show({ result, pdus, dimensions }: Shown): void {
    const sender = differencesOf(result.sender, "sender", result);
    const content = differencesOf(result.content, "content", result);
    const kinds = new Set([
      ...(dimensions.sender ? sender : []).map(({ kind }) => kind),
      ...(dimensions.content ? content : []).map(({ kind }) => kind),
    ]);
    const findings = result.findings.flatMap((finding, index) =>
      isAskedFor(finding, dimensions) ? [findingCard(finding, index, result)] : [],
    );
    const route = routePanel(result, pdus);
    this.replaceChildren(
      el(
        "div",
        { class: "texts" },
        el("h2", { class: "column-head sent" }, "Sent"),
        el("h2", { class: "column-head delivered" }, "Delivered"),
        ...(dimensions.sender ? row("sender", result.sender, sender) : []),
        ...(dimensions.content ? row("content", result.content, content) : []),
      ),
      legend(kinds, dimensions.content ? result.content : null),
      el(
        "div",
        { class: route === null ? "explained" : "explained with-route" },
        el(
          "section",
          { "aria-label": "Findings" },
          el("h2", {}, findings.length === 0 ? "No findings" : counted(findings.length, "finding")),
          findings.length === 0
            ? el("p", { class: "no-findings" }, noFindings(result, dimensions))
            : el("ol", { class: "findings" }, ...findings),
        ),
        route,
      ),
    );
  }

  #light(target: EventTarget | null): void {
    const element = target instanceof Element && this.contains(target) ? target : null;
    const card = element?.closest<HTMLElement>(".finding")?.dataset["finding"];
    const mark = element?.closest<HTMLElement>(".difference")?.dataset["findings"];
    const lit = new Set(card !== undefined ? [card] : (mark?.split(" ") ?? []).filter((one) => one !== ""));
    for (const one of this.querySelectorAll<HTMLElement>(".difference")) {
      const own = one.dataset["findings"]?.split(" ") ?? [];
      one.classList.toggle(
        "lit",
        own.some((finding) => lit.has(finding)),
      );
    }
    for (const one of this.querySelectorAll<HTMLElement>(".finding"))
      one.classList.toggle("lit", lit.has(one.dataset["finding"] ?? ""));
  }
}

function row(
  name: "sender" | "content",
  result: DimensionResult,
  differences: readonly Difference[],
): readonly Child[] {
  const { compared, verdict } = result;
  const side = (which: "sent" | "delivered"): HTMLElement =>
    el(
      name === "sender" ? "p" : "div",
      { class: `${name === "sender" ? "shown-sender" : "bubble"} ${which}`, dir: "auto", "data-side": which },
      ...(compared === null
        ? [el("span", { class: "none" }, which === "sent" ? "not compared" : "not reported")]
        : compared[which] === ""
          ? [el("span", { class: "none" }, "empty"), ...markedText("", which, differences)]
          : markedText(compared[which], which, differences)),
    );
  return [
    side("sent"),
    el(
      "p",
      { class: "between", "data-dimension": name },
      el("span", { class: "between-name" }, name === "sender" ? "Sender" : "Text"),
      verdictBadge(verdict),
    ),
    side("delivered"),
  ];
}

function legend(kinds: ReadonlySet<DifferenceKind>, content: DimensionResult | null): HTMLElement {
  const { preserved = null, compared = null } = content ?? {};
  const kept =
    compared === null || preserved === null || kinds.size === 0
      ? null
      : el("span", { class: "kept" }, `${percent(preserved)} of the sent text arrived unchanged`);
  return el(
    "p",
    { class: "legend", hidden: kinds.size === 0 },
    ...KINDS.filter((kind) => kinds.has(kind)).map((kind) =>
      el("span", { class: "legend-item" }, el("span", { class: "difference", "data-kind": kind }, kind)),
    ),
    kept,
  );
}

/** Never 100 % where something changed. */
function percent(share: number): string {
  const whole = Math.floor(share * 100);
  return `${share === 1 ? 100 : Math.min(99, whole)} %`;
}

function noFindings({ sender, content }: ComparisonResult, asked: Shown["dimensions"]): string {
  const known = [
    asked.sender && sender.compared !== null ? "sender" : "",
    asked.content && content.compared !== null ? "text" : "",
  ].filter((name) => name !== "");
  if (known.length === 0) return "Nothing that was sent can be compared with what was reported.";
  return `The ${known.join(" and the ")} arrived exactly as sent.`;
}

// Two tabs show comparisons; whichever is fetched first defines the element.
customElements.define("comparison-view", ComparisonView);

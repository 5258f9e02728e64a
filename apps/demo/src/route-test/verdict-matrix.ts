import { severityBadge, verdictBadge } from "../compare/verdict-badge.ts";
import { type Child, counted, el } from "../dom/element.ts";
import { type CampaignState, outcomeOf, type Row, STEPS, stepOf } from "./campaign-state.ts";
import { networkCode, networkName, networkWords } from "./network-name.ts";
import { delayWords, routeSummary } from "./route-words.ts";
import { stepTrack } from "./step-track.ts";

/** The event by which a row is opened; its detail is the index of the test. */
export const ROW_OPEN = "row-open";

/**
 * `<verdict-matrix>`: one row for each network, live through the steps, then with its verdicts. All rows together are one
 * stop of the Tab key, arrow keys lead from row to row, Enter opens one.
 */
export class VerdictMatrix extends HTMLElement {
  readonly #body: HTMLElement = el("tbody", { role: "rowgroup" });
  readonly #lines = new Map<number, Line>();
  #stopped = false;
  #slowest = 1;
  #open: number | null = null;

  connectedCallback(): void {
    if (this.firstChild) return;
    const heads = ["Network", "Sender", "Text", "Route", "Delay", "What became of it"];
    this.append(
      el(
        "table",
        { class: "matrix", role: "table", "aria-label": "Networks and verdicts" },
        el(
          "thead",
          { role: "rowgroup" },
          el(
            "tr",
            { role: "row" },
            ...heads.map((head) => el("th", { scope: "col", role: "columnheader" }, head)),
          ),
        ),
        this.#body,
      ),
    );
    this.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Shows a campaign as it is now. Only rows that changed are written anew. */
  show({ rows, finished }: CampaignState): void {
    const stopped = finished !== null;
    const slowest = Math.max(1, ...rows.map((row) => row.comparison?.route.latencySeconds ?? 0));
    const all = stopped !== this.#stopped || slowest !== this.#slowest;
    this.#stopped = stopped;
    this.#slowest = slowest;
    const known = rows.map(({ planned }) => this.#lines.get(planned.index));
    if (known.length !== this.#lines.size || known.some((line) => line === undefined)) this.#build(rows);
    for (const row of rows) {
      const line = this.#lines.get(row.planned.index);
      if (line === undefined || (line.row === row && !all)) continue;
      line.row = row;
      this.#write(line, row);
    }
  }

  /** Marks the row that is open. */
  mark(index: number | null): void {
    this.#open = index;
    const first = this.#lines.keys().next().value;
    for (const [at, { element, button }] of this.#lines) {
      const open = at === index;
      element.classList.toggle("open", open);
      if (open) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
      button.tabIndex = at === (index ?? first) ? 0 : -1;
    }
  }

  #build(rows: readonly Row[]): void {
    this.#lines.clear();
    this.#body.replaceChildren(
      ...rows.map(({ planned }) => {
        const button = el(
          "button",
          { type: "button", class: "row-button", "aria-controls": "row-detail" },
          networkName(planned.network, "without-code"),
        );
        const head = el(
          "th",
          { scope: "row", role: "rowheader" },
          button,
          el(
            "span",
            { class: planned.network.country === null ? "row-route" : "row-route beside-flag" },
            planned.route === null
              ? networkCode(planned.network)
              : `${networkCode(planned.network)} · ${planned.route}`,
          ),
        );
        const element = el("tr", { role: "row", "data-index": planned.index }, head);
        element.addEventListener("click", () => {
          if (getSelection()?.isCollapsed === false) return;
          this.#emit(planned.index);
        });
        this.#lines.set(planned.index, { element, button, head, row: null });
        return element;
      }),
    );
    this.mark(this.#open);
  }

  #write({ element, head }: Line, row: Row): void {
    const outcome = outcomeOf(row);
    element.dataset["outcome"] = outcome.kind;
    element.dataset["step"] = STEPS[stepOf(row)] ?? "";
    // The head stays where it is: taken out and put back it would lose the focus.
    while (head.nextSibling) head.nextSibling.remove();
    element.append(...this.#cells(row));
  }

  #cells(row: Row): readonly HTMLElement[] {
    const outcome = outcomeOf(row);
    switch (outcome.kind) {
      case "open": {
        const track = stepTrack(stepOf(row), this.#stopped);
        return [cell("Progress", "live", 4, track), cell("Now", "why", 1, nowWords(row, this.#stopped))];
      }
      case "ended":
        return [
          cell("Outcome", "live", 4, endBadge(ENDINGS[outcome.state] ?? outcome.state)),
          cell("What became of it", "why", 1, outcome.reason ?? ""),
        ];
      case "not-delivered": {
        const { comparison } = outcome;
        return [
          cell("Outcome", "verdicts", 2, endBadge("NOT DELIVERED")),
          cell("Route", "route-cell", 1, ...routeCell(row)),
          cell("Delay", "delay", 1, "–"),
          cell(
            "What became of it",
            "why",
            1,
            comparison.findings.length === 0 ? "The handset waited and got nothing." : comparison.summary,
          ),
        ];
      }
      case "compared": {
        const { comparison } = outcome;
        return [
          cell("Sender", "verdicts", 1, verdictBadge(comparison.sender.verdict)),
          cell("Text", "verdicts", 1, verdictBadge(comparison.content.verdict)),
          cell("Route", "route-cell", 1, ...routeCell(row)),
          cell("Delay", "delay", 1, ...this.#delay(comparison.route.latencySeconds)),
          cell(
            "What became of it",
            "why",
            1,
            comparison.findings.length === 0 ? "Arrived exactly as sent." : comparison.summary,
          ),
        ];
      }
    }
  }

  #delay(seconds: number | null): readonly Child[] {
    if (seconds === null) return ["–"];
    const bar = el("span", { class: "delay-bar", "aria-hidden": "true" });
    bar.style.setProperty("--share", String(Math.max(0.04, Math.min(1, seconds / this.#slowest))));
    return [el("span", { class: "delay-words" }, delayWords(seconds)), bar];
  }

  #key(event: KeyboardEvent): void {
    const lines = [...this.#lines.values()];
    const at = lines.findIndex(({ button }) => button === event.target);
    if (at < 0) return;
    const next =
      event.key === "ArrowDown"
        ? lines[at + 1]
        : event.key === "ArrowUp"
          ? lines[at - 1]
          : event.key === "Home"
            ? lines[0]
            : event.key === "End"
              ? lines.at(-1)
              : undefined;
    if (next === undefined) return;
    event.preventDefault();
    for (const { button } of lines) button.tabIndex = button === next.button ? 0 : -1;
    next.button.focus();
  }

  #emit(index: number): void {
    this.dispatchEvent(new CustomEvent<number>(ROW_OPEN, { detail: index }));
  }
}

interface Line {
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly head: HTMLElement;
  row: Row | null;
}

const ENDINGS: Readonly<Record<string, string>> = {
  missing: "NO RESULT",
  refused: "NO TEST MADE",
  "create-unknown": "UNKNOWN",
  rejected: "NOT SENT",
  skipped: "SKIPPED",
};

/** Roles are spelt out: on small screens the table is laid out as cards, and browsers then forget that it is one. */
function cell(label: string, kind: string, span: number, ...children: readonly Child[]): HTMLElement {
  return el(
    "td",
    { class: kind, role: "cell", "data-label": label, colspan: span > 1 ? span : null },
    ...children,
  );
}

function endBadge(words: string): HTMLElement {
  return el(
    "span",
    { class: "verdict", "data-verdict": words === "NOT DELIVERED" ? "MISSING" : "UNKNOWN" },
    el("span", { class: "verdict-sign", "aria-hidden": "true" }, words === "NOT DELIVERED" ? "∅" : "?"),
    words,
  );
}

function routeCell({ comparison }: Row): readonly Child[] {
  const summary = comparison === null ? null : routeSummary(comparison);
  if (summary === null) return [el("span", { class: "route-clean" }, "nothing odd")];
  const { words, severity, more } = summary;
  return [
    severityBadge(severity),
    el("span", { class: "route-words" }, words, more === 0 ? null : `, ${counted(more, "more", "more")}`),
  ];
}

function nowWords(row: Row, stopped: boolean): string {
  if (stopped) return row.reason ?? "Stopped before its result was there.";
  if (row.reason !== null) return row.reason;
  const step = STEPS[stepOf(row)];
  switch (step) {
    case "creating":
      return "The vendor is asked for a test number.";
    case "sending":
      return row.msisdn === null ? "" : `The message goes out to +${row.msisdn}.`;
    case "waiting":
      return row.receipt === null
        ? `Waiting for the handset ${row.msisdn === null ? "" : `+${row.msisdn}`}.`
        : `Receipt ${row.receipt.status}; waiting for the handset.`;
    case "decoding":
      return `${counted(row.delivery?.pdus.length ?? 0, "PDU")} to read.`;
    case "comparing":
      return "Sent and delivered are compared.";
    default:
      return "";
  }
}

/** A row's network in words, for headings and announcements. */
export function rowWords({ planned }: Row): string {
  return `${networkWords(planned.network)} (${networkCode(planned.network)})`;
}

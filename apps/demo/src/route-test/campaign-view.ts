import { counted, el } from "../dom/element.ts";
import { type CampaignState, type Tally, tallyOf } from "./campaign-state.ts";
import { RowDetail } from "./row-detail.ts";
import { ROW_OPEN, VerdictMatrix } from "./verdict-matrix.ts";

/** What the view asks of the tab. */
export interface CampaignActions {
  readonly stop: () => void;
  readonly anew: () => void;
  /** A row was opened. */
  readonly open: (index: number) => void;
}

/** `<campaign-view>`: a campaign that runs or has ended: what it sends, the matrix, the evidence of one row. */
export class CampaignView extends HTMLElement {
  readonly #strip: HTMLElement = el("p", { class: "run-strip" });
  readonly #status: HTMLElement = el("p", { class: "run-status", role: "status", "aria-live": "polite" });
  readonly #notice: HTMLElement = el("p", { class: "source-notice", role: "status", hidden: true });
  readonly #tally: HTMLElement = el("ul", { class: "tally", "aria-label": "Verdicts" });
  readonly #stop: HTMLButtonElement = el("button", { type: "button", class: "secondary" }, "Stop");
  readonly #anew: HTMLButtonElement = el("button", { type: "button", class: "primary" }, "New test");
  readonly #bar: HTMLElement = el("span", { class: "run-bar", "aria-hidden": "true" });
  readonly #matrix: VerdictMatrix = new VerdictMatrix();
  readonly #detail: RowDetail = new RowDetail();
  readonly #actions: CampaignActions;
  #state: CampaignState | null = null;
  #open: number | null = null;

  constructor(actions: CampaignActions) {
    super();
    this.#actions = actions;
  }

  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(
      el(
        "header",
        { class: "run-head" },
        el("div", { class: "run-what" }, this.#strip, this.#status),
        el("div", { class: "run-buttons" }, this.#stop, this.#anew),
        this.#bar,
      ),
      this.#notice,
      this.#tally,
      this.#matrix,
      this.#detail,
    );
    this.#detail.hidden = true;
    this.#stop.addEventListener("click", () => {
      this.#stop.disabled = true;
      this.#actions.stop();
    });
    this.#anew.addEventListener("click", () => this.#actions.anew());
    this.#matrix.addEventListener(ROW_OPEN, (event) => {
      const index = (event as CustomEvent<number>).detail;
      this.openRow(index);
      this.#actions.open(index);
      this.#detail.scrollIntoView({ block: "nearest" });
    });
  }

  /** Forgets what was shown: another campaign follows. */
  clear(): void {
    this.#state = null;
    this.#open = null;
    this.#matrix.mark(null);
    this.#detail.hidden = true;
    this.#strip.textContent = "";
    this.#status.textContent = "Asking the server for the test …";
    this.#tally.replaceChildren();
    this.#stop.hidden = true;
    this.#anew.hidden = true;
    this.notice(null);
  }

  /** Shows a campaign as it is now. */
  show(state: CampaignState): void {
    this.#state = state;
    const { head, rows, finished } = state;
    const tally = tallyOf(rows);
    this.#matrix.hidden = false;
    this.dataset["finished"] = String(finished !== null);
    this.#strip.replaceChildren(
      el("span", { class: "run-vendor", "data-live": head.vendor.live }, head.vendor.label),
      ` ${head.sender} to ${counted(rows.length, "network")}${head.vendor.live ? ` · ${counted(rows.length, "credit")}` : ""}`,
    );
    this.#say(runWords(state, tally));
    this.#bar.style.setProperty("--share", String(finished ? 1 : (rows.length - tally.open) / rows.length));
    this.#stop.hidden = finished !== null;
    this.#stop.disabled = this.#stop.disabled && finished === null;
    this.#anew.hidden = false;
    this.#anew.className = finished === null ? "secondary" : "primary";
    this.#tally.replaceChildren(...tallyItems(tally, finished !== null));
    if (finished?.reason != null) this.notice(finished.reason);
    this.#matrix.show(state);
    this.#showDetail();
  }

  /** Opens a row, null for none. */
  openRow(index: number | null): void {
    this.#open = index;
    this.#matrix.mark(index);
    this.#showDetail();
  }

  /** Says what concerns the whole. */
  notice(words: string | null): void {
    this.#notice.hidden = words === null;
    this.#notice.textContent = words ?? "";
  }

  /** Shows that there is no such campaign. */
  lost(words: string): void {
    this.clear();
    this.#status.textContent = "";
    this.#matrix.hidden = true;
    this.#anew.hidden = false;
    this.notice(words);
  }

  #showDetail(): void {
    const row = this.#state?.rows.find(({ planned }) => planned.index === this.#open);
    this.#detail.hidden = row === undefined;
    if (row && this.#state) this.#detail.show(row, this.#state.head, this.#state.finished !== null);
  }

  #say(words: string): void {
    if (this.#status.textContent !== words) this.#status.textContent = words;
  }
}

function runWords({ rows, finished }: CampaignState, tally: Tally): string {
  const done = rows.length - tally.open;
  if (finished === null) return `${done} of ${counted(rows.length, "test")} done`;
  const sums = tallyWords(tally).map(({ count, words }) => `${count} ${words}`);
  if (finished.stopped) return `Stopped: ${[...sums, `${tally.open} without a result`].join(", ")}`;
  return `Finished: ${sums.join(", ")}`;
}

interface TallyWord {
  readonly kind: keyof Tally;
  readonly sign: string;
  readonly count: number;
  readonly words: string;
}

function tallyWords({ same, altered, replaced, notDelivered, without }: Tally): readonly TallyWord[] {
  const all: readonly TallyWord[] = [
    { kind: "same", sign: "=", count: same, words: "as sent" },
    { kind: "altered", sign: "≠", count: altered, words: "altered" },
    { kind: "replaced", sign: "⇄", count: replaced, words: "replaced" },
    { kind: "notDelivered", sign: "∅", count: notDelivered, words: "not delivered" },
    { kind: "without", sign: "?", count: without, words: "ended without a result" },
  ];
  return all.filter(({ count }) => count > 0);
}

function tallyItems(tally: Tally, finished: boolean): readonly HTMLElement[] {
  const open: readonly TallyWord[] =
    tally.open === 0
      ? []
      : [{ kind: "open", sign: "…", count: tally.open, words: finished ? "stopped" : "under way" }];
  return [...tallyWords(tally), ...open].map(({ kind, sign, count, words }) =>
    el(
      "li",
      { class: "tally-item", "data-kind": kind },
      el("span", { class: "tally-sign", "aria-hidden": "true" }, sign),
      el("span", { class: "tally-count" }, count),
      ` ${words}`,
    ),
  );
}

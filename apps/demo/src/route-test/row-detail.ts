import { paramsOf } from "../compare/comparison-link.ts";
import { ComparisonView } from "../compare/comparison-view.ts";
import type { DecodeReply } from "../decode/decode-worker-messages.ts";
import { Decoder } from "../decode/decoder.ts";
import { el } from "../dom/element.ts";
import { MessageList, PDU_SELECT, type PduSelect } from "../message/message-list.ts";
import { PduInspector } from "../octets/pdu-inspector.ts";
import { type Row, STEPS, stepOf } from "./campaign-state.ts";
import type { CampaignHead } from "./campaign-wire.ts";
import { timeLine } from "./time-line.ts";
import { rowWords } from "./verdict-matrix.ts";

/** `<row-detail>`: one test with all its evidence: both messages, findings, moments, octets. */
export class RowDetail extends HTMLElement {
  readonly #title: HTMLElement = el("h2", { class: "detail-title", tabindex: -1 });
  readonly #facts: HTMLElement = el("p", { class: "detail-facts" });
  readonly #link: HTMLAnchorElement = el("a", { class: "carry detail-link" }, "Open in Compare");
  readonly #state: HTMLElement = el("p", { class: "detail-state", hidden: true });
  readonly #view: ComparisonView = new ComparisonView();
  readonly #times: HTMLElement = el("div", { class: "detail-times" });
  readonly #list: MessageList = new MessageList();
  readonly #inspector: PduInspector = new PduInspector();
  readonly #octets: HTMLElement = el(
    "section",
    { class: "detail-octets", "aria-label": "Octets", hidden: true },
    el("h3", {}, "What the handset got, octet by octet"),
    el("div", { class: "results" }, this.#list, this.#inspector),
  );
  readonly #decoder: Decoder = new Decoder((reply) => this.#decoded(reply));
  #row: Row | null = null;

  connectedCallback(): void {
    if (this.firstChild) return;
    this.id = "row-detail";
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", "Evidence");
    this.append(
      el("header", { class: "detail-head" }, el("div", {}, this.#title, this.#facts), this.#link),
      this.#state,
      this.#view,
      el(
        "section",
        { class: "detail-line", "aria-label": "Time line" },
        el("h3", {}, "Time line"),
        this.#times,
      ),
      this.#octets,
    );
    this.#list.addEventListener(PDU_SELECT, (event) =>
      this.#inspector.show((event as CustomEvent<PduSelect>).detail),
    );
  }

  /** Shows a test as it is now; what has not changed stays, and so does what is chosen in it. */
  show(row: Row, head: CampaignHead, finished: boolean): void {
    const before = this.#row;
    this.#row = row;
    const same = before?.planned === row.planned;
    if (!same) {
      this.#title.textContent = rowWords(row);
      this.#facts.textContent =
        row.planned.route === null ? "" : `Route in the sandbox: ${row.planned.route}`;
    }
    if (!same || before?.comparison !== row.comparison) this.#compare(row, head);
    if (!same || before?.delivery !== row.delivery) this.#decode(row);
    this.#times.replaceChildren(timeLine(row));
    this.#say(row, head, finished);
  }

  /** Leads a reader to the beginning. */
  focusTitle(): void {
    this.#title.focus({ preventScroll: true });
    this.#title.scrollIntoView({ block: "nearest" });
  }

  #say(row: Row, head: CampaignHead, finished: boolean): void {
    const words = stateWords(row, head, finished);
    this.#state.hidden = words === null;
    this.#state.textContent = words ?? "";
  }

  #compare(row: Row, head: CampaignHead): void {
    const { comparison, delivery, sentText, testText, planned } = row;
    this.#view.hidden = comparison === null;
    this.#link.hidden = true;
    if (comparison === null) return;
    const pdus = delivery?.pdus ?? [];
    // Where nothing arrived there are no two sides; what was sent is said in words.
    const arrived = delivery !== null;
    const dimensions = { sender: arrived, content: arrived };
    this.classList.toggle("undelivered", !arrived);
    this.#view.show({ result: comparison, pdus, dimensions });
    const params = paramsOf({
      sent: { sender: head.sender, text: sentText ?? "", testId: testText ?? "" },
      delivered: { sender: delivery?.sender ?? null, text: delivery?.text ?? null },
      country: planned.network.country ?? "",
      pdus: pdus.join("\n"),
    });
    if (params === null || delivery === null) return;
    this.#link.href = `#compare?${[...params].map(([name, value]) => `${name}=${value}`).join("&")}`;
    this.#link.hidden = false;
  }

  #decode({ delivery }: Row): void {
    this.#octets.hidden = true;
    if (delivery !== null && delivery.pdus.length > 0) this.#decoder.decode(delivery.pdus.join("\n"));
  }

  #decoded(reply: DecodeReply): void {
    if (reply.kind !== "report" || !this.#row?.delivery) return;
    this.#octets.hidden = false;
    this.#list.show(reply.report.entries, null);
    const chosen = this.#list.select(null);
    if (chosen) this.#inspector.show(chosen);
  }
}

function stateWords(row: Row, { sender }: CampaignHead, finished: boolean): string | null {
  if (row.comparison !== null)
    return row.delivery === null
      ? `Sent from ${sender}, and not on the handset: “${row.sentText ?? ""}”`
      : null;
  if (row.where !== null) return `${row.reason ?? ""} ${row.where}`.trim();
  if (row.reason !== null) return row.reason;
  if (finished) return "The test was stopped before there was a result.";
  const step = STEPS[stepOf(row)];
  return step === undefined ? "Waiting for its turn." : `Now ${step}. The evidence appears here.`;
}

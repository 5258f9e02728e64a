import { counted, el } from "../dom/element.ts";
import { MessageList, PDU_SELECT, type PduSelect } from "../message/message-list.ts";
import { PduInspector } from "../octets/pdu-inspector.ts";
import { ADDRESS_CHANGE, type AddressChange, type TabElement } from "../shell/tab.ts";
import type { DecodeReport } from "./decode-report.ts";
import { type DecodeReply, SHOWN_ENTRIES } from "./decode-worker-messages.ts";
import { Decoder } from "./decoder.ts";
import { textOfLink } from "./link.ts";
import { reportInWords } from "./report-in-words.ts";
import { SOURCE_CHANGE, type SourceChange, SourceField } from "./source-field.ts";

/** What the tab remembers with an address: the field as it was, JSON and all. */
interface Remembered {
  readonly text: string;
}

/** The longest field text that is remembered with a step of the history. */
const LONGEST_REMEMBERED = 60_000;

/** `<decode-tab>`: input above, messages at the left, the octets of the chosen PDU at the right. */
export class DecodeTab extends HTMLElement implements TabElement {
  readonly #source: SourceField = new SourceField();
  readonly #list: MessageList = new MessageList();
  readonly #inspector: PduInspector = new PduInspector();
  readonly #decoder: Decoder = new Decoder((reply) => this.#answer(reply));
  readonly #results: HTMLElement = el("div", { class: "results", hidden: true }, this.#list, this.#inspector);
  #input: string | Blob = "";
  #how: SourceChange["how"] | "restored" = "restored";
  #writtenLink: string | null = "";
  #typing = false;
  #report: DecodeReport | null = null;
  #wanted: number | null = null;

  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(this.#source, this.#results);
    this.#source.addEventListener(SOURCE_CHANGE, (event) => {
      const { input, how } = (event as CustomEvent<SourceChange>).detail;
      this.#wanted = null;
      this.#decode(input, how);
    });
    this.#list.addEventListener(PDU_SELECT, (event) =>
      this.#select((event as CustomEvent<PduSelect>).detail),
    );
  }

  restore(params: ReadonlyMap<string, string>, remembered: unknown): void {
    const link = params.get("pdu") ?? "";
    const text = isRemembered(remembered) ? remembered.text : link === "" ? "" : textOfLink(link);
    const at = Number.parseInt(params.get("at") ?? "", 10);
    this.#wanted = at > 0 ? at - 1 : null;
    this.#source.setText(text ?? "");
    this.#decode(text ?? "", "restored");
    if (text === null) this.#source.notice("The link is damaged: its list of PDUs cannot be read.", "error");
  }

  #decode(input: string | Blob, how: SourceChange["how"] | "restored"): void {
    this.#input = input;
    this.#how = how;
    this.#source.notice(null);
    if (typeof input === "string" && input.trim() === "") this.#source.say("");
    this.#decoder.decode(input);
  }

  #answer(reply: DecodeReply): void {
    if (reply.kind === "progress") {
      this.#source.say(`Reading: ${counted(reply.records, "record")} so far`);
    } else if (reply.kind === "refused") {
      this.#source.say("");
      this.#source.notice(reply.message, "error");
      this.#results.hidden = true;
      this.#report = null;
      this.#writeAddress(null);
    } else {
      this.#show(reply.report);
    }
  }

  #show(report: DecodeReport): void {
    this.#report = report;
    this.#source.say(reportInWords(report));
    if (report.notice !== null) this.#source.notice(report.notice);
    this.#results.hidden = report.entries.length === 0;
    const all = report.totals.messages + report.totals.incomplete + report.totals.failures;
    this.#list.show(
      report.entries,
      all > SHOWN_ENTRIES
        ? `The first ${counted(report.entries.length, "message")} of ${all.toLocaleString("en")} are shown.`
        : null,
    );
    const chosen = this.#list.select(this.#wanted);
    if (chosen) this.#inspect(chosen);
    this.#writeAddress(report.link);
  }

  #select(chosen: PduSelect): void {
    this.#wanted = chosen.pdu.index;
    this.#inspect(chosen);
    this.#writeAddress(this.#report?.link ?? null);
  }

  #inspect(chosen: PduSelect): void {
    this.#inspector.show(chosen);
  }

  #writeAddress(link: string | null): void {
    const params = new Map<string, string>();
    if (link !== null && link !== "") {
      params.set("pdu", link);
      if (this.#wanted !== null) params.set("at", String(this.#wanted + 1));
    }
    const short = typeof this.#input === "string" && this.#input.length <= LONGEST_REMEMBERED;
    const remember: Remembered | null = short && link !== null ? { text: this.#input as string } : null;
    const detail: AddressChange = { params, step: this.#step(link), remember };
    this.dispatchEvent(new CustomEvent(ADDRESS_CHANGE, { detail, bubbles: true }));
  }

  /** Other PDUs are a new step of the history; but typing is one step, however many letters it has. */
  #step(link: string | null): AddressChange["step"] {
    if (link === this.#writtenLink) return "same";
    this.#writtenLink = link;
    const step = this.#how === "put" || (this.#how === "typed" && !this.#typing) ? "new" : "same";
    this.#typing = this.#how === "typed";
    return step;
  }
}

function isRemembered(value: unknown): value is Remembered {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

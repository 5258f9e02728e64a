import type { DecodedPdu, Entry, SourcePdu } from "../decode/decode-report.ts";
import { el } from "../dom/element.ts";
import { failureCard, messageCard, type PartButton } from "./message-card.ts";

/** A PDU that was chosen, and what it belongs to. */
export interface PduSelect {
  readonly entry: Entry;
  readonly pdu: SourcePdu;
}

/** The event that carries a {@link PduSelect}. */
export const PDU_SELECT = "pdu-select";

interface Choice extends PduSelect {
  readonly button: HTMLElement;
  readonly card: HTMLElement;
}

/**
 * `<message-list>`: the messages in the order of the input. Every part is a button; all buttons together are one
 * stop of the Tab key, arrow keys go from part to part and from message to message.
 */
export class MessageList extends HTMLElement {
  readonly #list: HTMLElement = el("ol", { class: "messages" });
  readonly #more: HTMLElement = el("p", { class: "more", hidden: true });
  #choices: Choice[] = [];
  #chosen: Choice | null = null;

  connectedCallback(): void {
    if (this.firstChild) return;
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", "Messages");
    this.append(this.#more, this.#list);
    this.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Shows entries; `more` says in words that there are others. */
  show(entries: readonly Entry[], more: string | null): void {
    this.#more.hidden = more === null;
    this.#more.textContent = more ?? "";
    this.#choices = [];
    this.#chosen = null;
    this.#list.replaceChildren(...entries.map((entry) => this.#item(entry)));
  }

  /** Marks the PDU with this number of the input as chosen, or the first block. Says nothing. */
  select(index: number | null): PduSelect | null {
    const choice = this.#choices.find(({ pdu }) => pdu.index === index) ?? this.#choices[0] ?? null;
    this.#mark(choice);
    return choice;
  }

  #item(entry: Entry): HTMLElement {
    const item = el("li", {});
    const partButton: PartButton = (of, decoded, label, attributes) => {
      const button = el("button", { type: "button", tabindex: -1, ...attributes }, label);
      const choice: Choice = { entry: of, pdu: sourceOf(of, decoded), button, card: item };
      this.#choices.push(choice);
      button.addEventListener("click", () => this.#choose(choice));
      button.addEventListener("focus", () => this.#choose(choice));
      return button;
    };
    item.append(entry.kind === "message" ? messageCard(entry, partButton) : failureCard(entry, partButton));
    item.addEventListener("click", (event) => {
      const selecting = getSelection()?.isCollapsed === false;
      if (selecting || (event.target instanceof Element && event.target.closest("button"))) return;
      const first = this.#choices.find(({ card }) => card === item);
      if (first && this.#chosen?.card !== item) this.#choose(first);
    });
    return item;
  }

  #choose(choice: Choice): void {
    if (choice === this.#chosen) return;
    this.#mark(choice);
    this.dispatchEvent(
      new CustomEvent<PduSelect>(PDU_SELECT, { detail: { entry: choice.entry, pdu: choice.pdu } }),
    );
  }

  #mark(choice: Choice | null): void {
    const before = this.#chosen;
    before?.button.removeAttribute("aria-current");
    before?.button.setAttribute("tabindex", "-1");
    before?.card.classList.remove("chosen");
    choice?.button.setAttribute("aria-current", "true");
    choice?.button.setAttribute("tabindex", "0");
    choice?.card.classList.add("chosen");
    this.#chosen = choice;
  }

  #key(event: KeyboardEvent): void {
    const at = this.#choices.findIndex(({ button }) => button === event.target);
    const here = this.#choices[at];
    if (!here) return;
    const next = this.#after(event.key, at, here);
    if (!next) return;
    event.preventDefault();
    next.button.focus();
  }

  #after(key: string, at: number, here: Choice): Choice | undefined {
    switch (key) {
      case "ArrowRight":
        return this.#choices[at + 1];
      case "ArrowLeft":
        return this.#choices[at - 1];
      case "ArrowDown":
        return this.#choices.slice(at).find(({ card }) => card !== here.card);
      case "ArrowUp": {
        const above = this.#choices.slice(0, at).findLast(({ card }) => card !== here.card);
        return above && this.#choices.find(({ card }) => card === above.card);
      }
      case "Home":
        return this.#choices[0];
      case "End":
        return this.#choices.at(-1);
      default:
        return undefined;
    }
  }
}

function sourceOf(entry: Entry, decoded: DecodedPdu | null): SourcePdu {
  if (decoded) return decoded;
  if (entry.kind === "failure") return entry.source;
  throw new TypeError("a part without its PDU");
}

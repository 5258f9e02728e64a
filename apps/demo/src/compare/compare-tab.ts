import { counted, el } from "../dom/element.ts";
import { ADDRESS_CHANGE, type AddressChange, type TabElement } from "../shell/tab.ts";
import { Comparer, type Outcome } from "./comparer.ts";
import { type ComparisonFields, inputOf, NO_FIELDS, pdusOf } from "./comparison-fields.ts";
import { ComparisonForm, FIELDS_CHANGE, type FieldsChange } from "./comparison-form.ts";
import { fieldsOfParams, paramsOf } from "./comparison-link.ts";
import { ComparisonView, isAskedFor } from "./comparison-view.ts";

/** What the tab remembers with an address: the fields as they were. */
interface Remembered {
  readonly comparison: ComparisonFields;
}

/** The longest fields that are remembered with a step of the history. */
const LONGEST_REMEMBERED = 60_000;

/** How long typing must rest before it is compared, in milliseconds. */
const REST_MS = 120;

/** `<compare-tab>`: what was sent and what was delivered above, what became of it below. */
export class CompareTab extends HTMLElement implements TabElement {
  readonly #form: ComparisonForm = new ComparisonForm();
  readonly #view: ComparisonView = new ComparisonView();
  readonly #results: HTMLElement = el("div", { class: "compared", hidden: true }, this.#view);
  readonly #comparer: Comparer = new Comparer((outcome) => this.#show(outcome));
  #fields: ComparisonFields = NO_FIELDS;
  #typing = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #written = "";

  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(this.#form, this.#results);
    this.#form.addEventListener(FIELDS_CHANGE, (event) => {
      const { fields, how } = (event as CustomEvent<FieldsChange>).detail;
      this.#fields = fields;
      this.#form.notice(null);
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => this.#compare(how), how === "typed" ? REST_MS : 0);
    });
  }

  restore(params: ReadonlyMap<string, string>, remembered: unknown): void {
    clearTimeout(this.#rest);
    const fields = isRemembered(remembered) ? remembered.comparison : fieldsOfParams(params);
    this.#fields = fields ?? NO_FIELDS;
    this.#form.setFields(this.#fields);
    this.#form.notice(fields === null ? "The link is damaged: its texts cannot be read." : null);
    this.#compare("restored");
  }

  #compare(how: FieldsChange["how"] | "restored"): void {
    const ready = inputOf(this.#fields);
    if (ready.kind === "ready") this.#comparer.compare(ready.input);
    else {
      this.#comparer.forget();
      this.#results.hidden = true;
      this.#form.say(ready.words);
    }
    this.#writeAddress(how);
  }

  #show(outcome: Outcome): void {
    this.#results.hidden = outcome.kind === "failed";
    if (outcome.kind === "failed") {
      this.#form.say("");
      this.#form.notice(outcome.message);
      return;
    }
    const { result } = outcome;
    const { sent, pdus } = this.#fields;
    const dimensions = { sender: sent.sender !== "", content: sent.text !== "" };
    this.#view.show({ result, pdus: pdusOf(pdus), dimensions });
    const findings = result.findings.filter((finding) => isAskedFor(finding, dimensions));
    const words = [
      dimensions.sender ? `Sender ${result.sender.verdict.toLowerCase()}` : "",
      dimensions.content
        ? `${dimensions.sender ? "text" : "Text"} ${result.content.verdict.toLowerCase()}`
        : "",
    ].filter((word) => word !== "");
    const link = paramsOf(this.#fields) === null ? ". Too long for a link" : "";
    this.#form.say(`${words.join(", ")}: ${counted(findings.length, "finding")}${link}`);
  }

  /** Typing is one step of the history, however many letters it has. */
  #writeAddress(how: FieldsChange["how"] | "restored"): void {
    const params = paramsOf(this.#fields);
    const written = params === null ? "" : JSON.stringify([...params]);
    const isNew = written !== this.#written && (how === "put" || (how === "typed" && !this.#typing));
    this.#written = written;
    this.#typing = how === "typed";
    const { sent, delivered, pdus } = this.#fields;
    const length = sent.text.length + (delivered.text?.length ?? 0) + pdus.length;
    const remember: Remembered | null = length <= LONGEST_REMEMBERED ? { comparison: this.#fields } : null;
    const detail: AddressChange = { params: params ?? new Map(), step: isNew ? "new" : "same", remember };
    this.dispatchEvent(new CustomEvent(ADDRESS_CHANGE, { detail, bubbles: true }));
  }
}

function isRemembered(value: unknown): value is Remembered {
  return typeof value === "object" && value !== null && "comparison" in value;
}

// Children before parents: a parent's connectedCallback makes them.
customElements.define("comparison-form", ComparisonForm);
customElements.define("compare-tab", CompareTab);

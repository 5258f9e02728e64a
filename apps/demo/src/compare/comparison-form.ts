import { CALLING_CODES } from "../country/calling-codes.ts";
import { countryName } from "../country/country-of-number.ts";
import { el } from "../dom/element.ts";
import type { ComparisonFields } from "./comparison-fields.ts";
import { COMPARISON_SAMPLES } from "./comparison-samples.ts";

/** What is to be compared, and whether it was typed or put there at once. */
export interface FieldsChange {
  readonly fields: ComparisonFields;
  readonly how: "typed" | "put";
}

/** The event that carries a {@link FieldsChange}. */
export const FIELDS_CHANGE = "fields-change";

/** `<comparison-form>`: what was sent beside what was delivered, the destination, the PDUs, the examples. */
export class ComparisonForm extends HTMLElement {
  readonly #sentSender: HTMLInputElement = senderInput("sent-sender");
  readonly #sentText: HTMLTextAreaElement = textInput("sent-text", "The text as it was submitted");
  readonly #testId: HTMLInputElement = el("input", { ...PLAIN, id: "test-id", placeholder: "optional" });
  readonly #deliveredSender: HTMLInputElement = senderInput("delivered-sender");
  readonly #deliveredText: HTMLTextAreaElement = textInput(
    "delivered-text",
    "The text as the handset shows it",
  );
  readonly #emptySender: HTMLInputElement = el("input", { type: "checkbox", id: "sender-arrived-empty" });
  readonly #emptyText: HTMLInputElement = el("input", { type: "checkbox", id: "text-arrived-empty" });
  readonly #country: HTMLSelectElement = countrySelect();
  readonly #pdus: HTMLTextAreaElement = el("textarea", {
    ...PLAIN,
    id: "delivered-pdus",
    rows: 1,
    class: "pdu-lines",
    placeholder: "optional, one a line; a whole set outranks the text",
  });
  readonly #status: HTMLElement = el("p", { id: "compare-status", class: "source-status", role: "status" });
  readonly #notice: HTMLElement = el("p", { class: "source-notice", hidden: true });
  readonly #clear: HTMLButtonElement = el(
    "button",
    { type: "button", class: "quiet", hidden: true },
    "Clear",
  );

  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(
      el(
        "div",
        { class: "source-box compare-box" },
        el(
          "div",
          { class: "sides" },
          el(
            "fieldset",
            { class: "side" },
            el("legend", {}, "Sent"),
            field("Sender", this.#sentSender),
            field("Text", this.#sentText),
            el(
              "div",
              { class: "pair" },
              field("Code or test id in the text", this.#testId),
              field("Destination", this.#country),
            ),
          ),
          el(
            "fieldset",
            { class: "side" },
            el("legend", {}, "Delivered"),
            field("Sender", this.#deliveredSender, check(this.#emptySender, "arrived empty")),
            field("Text", this.#deliveredText, check(this.#emptyText, "arrived empty")),
            field("PDUs", this.#pdus),
          ),
        ),
        el("div", { class: "source-tools" }, this.#status, this.#clear),
      ),
      this.#notice,
      this.#samples(),
    );
    this.addEventListener("input", () => {
      this.#showChecks();
      this.#emit("typed");
    });
    this.#clear.addEventListener("click", () => {
      for (const input of this.#inputs()) input.value = "";
      for (const box of [this.#emptySender, this.#emptyText]) box.checked = false;
      this.#showChecks();
      this.#sentSender.focus();
      this.#emit("put");
    });
    this.#showChecks();
  }

  /** Puts values into the fields without saying so. */
  setFields({ sent, delivered, country, pdus }: ComparisonFields): void {
    const values: readonly (readonly [HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, string])[] =
      [
        [this.#sentSender, sent.sender],
        [this.#sentText, sent.text],
        [this.#testId, sent.testId],
        [this.#deliveredSender, delivered.sender ?? ""],
        [this.#deliveredText, delivered.text ?? ""],
        [this.#country, country],
        [this.#pdus, pdus],
      ];
    for (const [input, value] of values) if (input.value !== value) input.value = value;
    this.#emptySender.checked = delivered.sender === "";
    this.#emptyText.checked = delivered.text === "";
    this.#showChecks();
  }

  /** Says in words what came of it. */
  say(status: string): void {
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }

  /** Shows what has to be said about the whole. */
  notice(text: string | null): void {
    this.#notice.hidden = text === null;
    this.#notice.textContent = text ?? "";
    this.#notice.dataset["severity"] = "error";
  }

  #inputs(): readonly (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
    return [
      this.#sentSender,
      this.#sentText,
      this.#testId,
      this.#deliveredSender,
      this.#deliveredText,
      this.#country,
      this.#pdus,
    ];
  }

  #fields(): ComparisonFields {
    return {
      sent: { sender: this.#sentSender.value, text: this.#sentText.value, testId: this.#testId.value },
      delivered: {
        sender: reported(this.#deliveredSender, this.#emptySender),
        text: reported(this.#deliveredText, this.#emptyText),
      },
      country: this.#country.value,
      pdus: this.#pdus.value,
    };
  }

  /** Only an empty field can mean two things. */
  #showChecks(): void {
    for (const [input, box] of [
      [this.#deliveredSender, this.#emptySender],
      [this.#deliveredText, this.#emptyText],
    ] as const) {
      const label = box.closest("label");
      if (label) label.hidden = input.value !== "";
    }
    this.#clear.hidden = this.#inputs().every(({ value }) => value === "");
  }

  #samples(): HTMLElement {
    const group = el("div", { class: "samples", role: "group", "aria-label": "Examples" });
    for (const { name, what, fields } of COMPARISON_SAMPLES) {
      const chip = el("button", { type: "button", class: "chip", title: what }, name);
      chip.addEventListener("click", () => {
        this.setFields(fields);
        this.#emit("put");
      });
      group.append(chip);
    }
    const label = el("span", { class: "samples-label", "aria-hidden": "true" }, "Examples");
    return el("div", { class: "samples-line" }, label, group);
  }

  #emit(how: FieldsChange["how"]): void {
    const detail: FieldsChange = { fields: this.#fields(), how };
    this.dispatchEvent(new CustomEvent<FieldsChange>(FIELDS_CHANGE, { detail }));
  }
}

const PLAIN = { spellcheck: "false", autocomplete: "off", autocapitalize: "off" } as const;

function senderInput(id: string): HTMLInputElement {
  return el("input", { ...PLAIN, id, class: "sender-input", placeholder: "name or number" });
}

function textInput(id: string, placeholder: string): HTMLTextAreaElement {
  return el("textarea", { ...PLAIN, id, rows: 3, dir: "auto", placeholder });
}

function field(label: string, control: HTMLElement, beside: HTMLElement | null = null): HTMLElement {
  return el(
    "div",
    { class: "form-field" },
    el("div", { class: "field-head" }, el("label", { for: control.id }, label), beside),
    control,
  );
}

function check(box: HTMLInputElement, words: string): HTMLElement {
  return el("label", { class: "check" }, box, words);
}

function reported(
  { value }: HTMLInputElement | HTMLTextAreaElement,
  { checked }: HTMLInputElement,
): string | null {
  return value === "" && !checked ? null : value;
}

function countrySelect(): HTMLSelectElement {
  const codes = [...new Set(CALLING_CODES.values())].filter((code) => code !== "001");
  const named = codes.map((code) => ({ code, name: countryName(code) }));
  named.sort((a, b) => a.name.localeCompare(b.name, "en"));
  return el(
    "select",
    { id: "country" },
    el("option", { value: "" }, "unknown"),
    ...named.map(({ code, name }) => el("option", { value: code }, `${name} (${code})`)),
  );
}

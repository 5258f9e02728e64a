import { el } from "../dom/element.ts";
import { LARGEST_FIELD_TEXT, megabytes } from "./large-input.ts";
import { SAMPLES } from "./samples.generated.ts";

/** What is to be decoded, and whether it was typed or put there at once. */
export interface SourceChange {
  readonly input: string | Blob;
  readonly how: "typed" | "put";
}

/** The event that carries a {@link SourceChange}. */
export const SOURCE_CHANGE = "source-change";

/** `<source-field>`: the field that takes anything, the file taken instead of it, the examples. */
export class SourceField extends HTMLElement {
  readonly #text: HTMLTextAreaElement = el("textarea", {
    id: "source",
    rows: 2,
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    wrap: "soft",
    placeholder: "Paste PDUs, a vendor’s JSON result or a table, or drop a file",
    "aria-describedby": "source-status",
  });
  readonly #file: HTMLElement = el("div", { class: "source-file", hidden: true });
  readonly #status: HTMLElement = el("p", { id: "source-status", class: "source-status", role: "status" });
  readonly #notice: HTMLElement = el("p", { class: "source-notice", hidden: true });
  readonly #clear: HTMLButtonElement = el(
    "button",
    { type: "button", class: "quiet", hidden: true },
    "Clear",
  );
  readonly #samples: HTMLElement = el("div", { class: "samples", role: "group", "aria-label": "Examples" });

  connectedCallback(): void {
    if (this.firstChild) return;
    const chooser = el("input", {
      type: "file",
      id: "source-chooser",
      class: "visually-hidden",
      tabindex: -1,
    });
    const open = el("button", { type: "button", class: "quiet" }, "Open a file");
    const clear = this.#clear;
    for (const sample of SAMPLES) {
      const chip = el("button", { type: "button", class: "chip", title: sample.what }, sample.name);
      chip.addEventListener("click", () => {
        this.setText(sample.input);
        this.#emit({ input: sample.input, how: "put" });
      });
      this.#samples.append(chip);
    }
    this.append(
      el("label", { class: "visually-hidden", for: "source" }, "PDUs, a vendor’s JSON result or a table"),
      el(
        "div",
        { class: "source-box" },
        this.#text,
        this.#file,
        el("div", { class: "source-tools" }, this.#status, open, clear),
      ),
      chooser,
      this.#notice,
      el(
        "div",
        { class: "samples-line" },
        el("span", { class: "samples-label", "aria-hidden": "true" }, "Examples"),
        this.#samples,
      ),
    );
    this.#text.addEventListener("input", () => {
      this.#clear.hidden = this.#text.value === "";
      this.#emit({ input: this.#text.value, how: "typed" });
    });
    this.#text.addEventListener("paste", (event) => this.#paste(event));
    open.addEventListener("click", () => chooser.click());
    chooser.addEventListener("change", () => {
      const [file] = chooser.files ?? [];
      chooser.value = "";
      if (file) void this.#take(file, file.name);
    });
    clear.addEventListener("click", () => {
      this.setText("");
      this.#text.focus();
      this.#emit({ input: "", how: "put" });
    });
    this.#takeDrops();
  }

  /** Puts a text into the field without saying so. */
  setText(text: string): void {
    this.#file.hidden = true;
    this.#text.hidden = false;
    this.#clear.hidden = text === "";
    if (this.#text.value !== text) this.#text.value = text;
  }

  /** Says in words what was found. */
  say(status: string): void {
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }

  /** Shows what has to be said about the input as a whole. */
  notice(text: string | null, severity: "info" | "error" = "info"): void {
    this.#notice.hidden = text === null;
    this.#notice.textContent = text ?? "";
    this.#notice.dataset["severity"] = severity;
  }

  #paste(event: ClipboardEvent): void {
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text === "" && file) {
      event.preventDefault();
      void this.#take(file, file.name);
    } else if (text.length > LARGEST_FIELD_TEXT) {
      event.preventDefault();
      void this.#take(new Blob([text]), "Pasted text");
    }
  }

  #takeDrops(): void {
    let depth = 0;
    // Another tab may be in front of this one.
    const isShown = (): boolean => this.checkVisibility();
    const over = (by: number): void => {
      if (!isShown()) return;
      depth = Math.max(0, depth + by);
      this.classList.toggle("dropping", depth > 0);
    };
    document.addEventListener("dragenter", () => over(1));
    document.addEventListener("dragleave", () => over(-1));
    document.addEventListener("dragover", (event) => {
      if (isShown()) event.preventDefault();
    });
    document.addEventListener("drop", (event) => {
      if (!isShown()) return;
      over(-depth);
      const [file] = event.dataTransfer?.files ?? [];
      const text = event.dataTransfer?.getData("text/plain") ?? "";
      if (!file && text === "") return;
      event.preventDefault();
      if (file) void this.#take(file, file.name);
      else void this.#take(new Blob([text]), "Dropped text");
    });
  }

  async #take(blob: Blob, name: string): Promise<void> {
    if (blob.size <= LARGEST_FIELD_TEXT && !(await holdsZero(blob))) {
      const text = await blob.text();
      this.setText(text);
      this.#emit({ input: text, how: "put" });
      return;
    }
    const close = el("button", { type: "button", class: "quiet", "aria-label": `Take ${name} away` }, "✕");
    close.addEventListener("click", () => {
      this.setText("");
      this.#text.focus();
      this.#emit({ input: "", how: "put" });
    });
    this.#file.replaceChildren(
      el("span", { class: "file-name", dir: "auto" }, name),
      el("span", { class: "file-size" }, megabytes(blob.size)),
      close,
    );
    this.#text.value = "";
    this.#text.hidden = true;
    this.#file.hidden = false;
    this.#emit({ input: blob, how: "put" });
  }

  #emit(detail: SourceChange): void {
    this.dispatchEvent(new CustomEvent<SourceChange>(SOURCE_CHANGE, { detail }));
  }
}

/** A zero octet near the beginning: no text. */
async function holdsZero(blob: Blob): Promise<boolean> {
  return new Uint8Array(await blob.slice(0, 4_096).arrayBuffer()).includes(0);
}

import { counted, el } from "../dom/element.ts";
import { ask } from "./campaign-client.ts";
import type { Offer, OfferedNetworks, OfferedVendor, StartRequest } from "./campaign-wire.ts";
import { CHOICE_CHANGE, NetworkPicker } from "./network-picker.ts";
import { askToSpend } from "./spend-dialog.ts";

/** The event that says that a campaign was started; its detail is the id. */
export const CAMPAIGN_STARTED = "campaign-started";

/** `<campaign-form>`: whose handsets, which message, which networks, and a button. */
export class CampaignForm extends HTMLElement {
  readonly #strip: HTMLElement = el("div", { class: "vendor-strip" });
  readonly #stripWords: HTMLElement = el("p", { class: "vendor-words" });
  readonly #sender: HTMLInputElement = el("input", { ...PLAIN, id: "route-sender", maxlength: 16 });
  readonly #text: HTMLTextAreaElement = el("textarea", { ...PLAIN, id: "route-text", rows: 5, dir: "auto" });
  readonly #picker: NetworkPicker = new NetworkPicker();
  readonly #start: HTMLButtonElement = el(
    "button",
    { type: "submit", class: "primary", id: "route-start", disabled: true },
    "Start",
  );
  readonly #count: HTMLElement = el("p", { class: "source-status", role: "status" });
  readonly #errors: ReadonlyMap<string, HTMLElement> = new Map(
    ["sender", "text", "destinations"].map((field) => [
      field,
      el("p", { class: "field-error", id: `route-${field}-error`, role: "alert", hidden: true }),
    ]),
  );
  readonly #notice: HTMLElement = el("p", {
    class: "source-notice",
    "data-severity": "error",
    role: "alert",
    hidden: true,
  });
  #offer: Offer | null = null;
  #vendor: OfferedVendor | null = null;
  #busy = false;

  connectedCallback(): void {
    if (this.firstChild) return;
    const form = el(
      "form",
      { class: "source-box route-box", novalidate: true, "aria-label": "Route test" },
      this.#strip,
      el(
        "div",
        { class: "route-sides" },
        el(
          "fieldset",
          { class: "side route-message" },
          el("legend", {}, "Message"),
          labelled("Sender", this.#sender, this.#errors.get("sender")),
          labelled(
            "Text",
            this.#text,
            this.#errors.get("text"),
            el(
              "p",
              { class: "hint", id: "route-text-hint" },
              el("code", {}, "{testText}"),
              " becomes the code by which the vendor knows the message.",
            ),
          ),
        ),
        el(
          "fieldset",
          { class: "side route-networks" },
          el("legend", {}, "Networks"),
          this.#picker,
          this.#errors.get("destinations") ?? null,
        ),
      ),
      el("div", { class: "source-tools route-tools" }, this.#count, this.#start),
    );
    this.append(form, this.#notice);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
    this.#picker.addEventListener(CHOICE_CHANGE, () => this.#countTests());
    for (const [field, input] of [
      ["sender", this.#sender],
      ["text", this.#text],
    ] as const)
      input.addEventListener("input", () => this.#fault(field, null));
    void this.load();
  }

  /** Asks the server what it offers. */
  async load(): Promise<void> {
    if (this.#offer !== null) return;
    this.#picker.say("Asking the server …");
    const answer = await ask<Offer>("route-test");
    if (!answer.ok) {
      this.#picker.say("Nothing to choose from.");
      this.#tell(answer.message);
      return;
    }
    this.#tell(null);
    this.#offer = answer.value;
    const { message, vendors } = answer.value;
    this.#sender.value = message.sender;
    this.#text.value = message.text;
    this.#text.maxLength = answer.value.limits.textLength;
    this.#showVendors(vendors);
    const [first] = vendors;
    if (first) await this.#choose(first);
  }

  #showVendors(vendors: readonly OfferedVendor[]): void {
    const group = el("div", { class: "vendors", role: "radiogroup", "aria-label": "Whose handsets" });
    for (const vendor of vendors) {
      const input = el("input", { type: "radio", name: "vendor", value: vendor.name });
      input.checked = vendor === vendors[0];
      input.addEventListener("change", () => void this.#choose(vendor));
      group.append(
        el("label", { class: "vendor", "data-live": vendor.live }, input, el("span", {}, vendor.label)),
      );
    }
    this.#strip.replaceChildren(group, this.#stripWords);
  }

  async #choose(vendor: OfferedVendor): Promise<void> {
    this.#vendor = vendor;
    this.#tell(null);
    this.#fault("destinations", null);
    this.#describe(vendor);
    this.#picker.say(
      vendor.trouble === null ? `Asking ${vendor.label} for its networks …` : "Not set up yet.",
    );
    this.#countTests();
    if (vendor.trouble !== null) return;
    const answer = await ask<OfferedNetworks>(`vendors/${encodeURIComponent(vendor.name)}/networks`);
    // Another vendor may have been chosen meanwhile.
    if (this.#vendor !== vendor) return;
    if (answer.ok) this.#picker.show(answer.value.networks, vendor.live ? [] : (this.#offer?.routes ?? []));
    else {
      this.#picker.say("Its networks are not known.");
      this.#tell(answer.message);
    }
    this.#countTests();
  }

  #describe(vendor: OfferedVendor): void {
    const inspector = this.#offer?.inspector ?? null;
    if (vendor.trouble !== null) this.#stripWords.replaceChildren(vendor.trouble);
    else if (vendor.live)
      this.#stripWords.replaceChildren(
        `Real handsets: a test costs a credit. Messages go out by ${vendor.via ?? "the route that is set"}.`,
      );
    else
      this.#stripWords.replaceChildren(
        "Handsets, networks and routes on this machine. Costs nothing. ",
        ...(inspector === null
          ? []
          : [el("a", { href: inspector, target: "_blank", rel: "noreferrer" }, "Watch the sandbox")]),
      );
    this.dataset["live"] = String(vendor.live);
  }

  #countTests(): void {
    const tests = this.#picker.chosen().length;
    const most = this.#offer?.limits.tests ?? 0;
    const vendor = this.#vendor;
    this.#start.disabled =
      this.#busy || vendor === null || vendor.trouble !== null || tests === 0 || tests > most;
    this.#start.textContent = vendor?.live === true ? "Start …" : "Start";
    if (vendor === null || vendor.trouble !== null) this.#count.textContent = "";
    else if (tests > most) this.#count.textContent = `${counted(tests, "test")}; at most ${most} at a time`;
    else
      this.#count.textContent =
        tests === 0
          ? "No network chosen"
          : vendor.live
            ? `${counted(tests, "test")} = ${counted(tests, "credit")} at ${vendor.label}`
            : `${counted(tests, "test")}, no credits`;
    if (tests > 0) this.#fault("destinations", null);
  }

  async #submit(): Promise<void> {
    const vendor = this.#vendor;
    if (vendor === null || this.#start.disabled) return;
    const destinations = this.#picker.chosen();
    if (vendor.live && !(await askToSpend(destinations.length, vendor.label))) return;
    const request: StartRequest = {
      id: crypto.randomUUID(),
      vendor: vendor.name,
      sender: this.#sender.value,
      text: this.#text.value,
      destinations,
      ...(vendor.live ? { confirm: { credits: destinations.length } } : {}),
    };
    this.#busy = true;
    this.#countTests();
    this.#tell(null);
    for (const field of this.#errors.keys()) this.#fault(field, null);
    const answer = await ask<{ readonly id: string }>("campaigns", request);
    this.#busy = false;
    this.#countTests();
    if (answer.ok)
      this.dispatchEvent(
        new CustomEvent<string>(CAMPAIGN_STARTED, { detail: answer.value.id, bubbles: true }),
      );
    else this.#refused(answer.field, answer.message);
  }

  #refused(field: string, message: string): void {
    const [name = "", at] = field.split(/[[\]]/);
    if (!this.#errors.has(name)) {
      this.#tell(message);
      return;
    }
    const words: Readonly<Record<string, string>> = {
      sender: "The sender",
      text: "The text",
      destinations: "The network",
    };
    this.#fault(name, `${words[name]} ${message}.`);
    if (name === "sender") this.#sender.focus();
    else if (name === "text") this.#text.focus();
    else this.#picker.focusChosen(Number(at));
  }

  #fault(field: string, words: string | null): void {
    const error = this.#errors.get(field);
    if (error === undefined) return;
    error.hidden = words === null;
    error.textContent = words ?? "";
    const input = field === "sender" ? this.#sender : field === "text" ? this.#text : null;
    if (words === null) input?.removeAttribute("aria-invalid");
    else input?.setAttribute("aria-invalid", "true");
  }

  #tell(words: string | null): void {
    this.#notice.hidden = words === null;
    this.#notice.textContent = words ?? "";
  }
}

const PLAIN = { spellcheck: "false", autocomplete: "off", autocapitalize: "off" } as const;

function labelled(
  label: string,
  control: HTMLElement,
  error: HTMLElement | undefined,
  hint: HTMLElement | null = null,
): HTMLElement {
  const described = [hint?.id, error?.id].filter((id) => id !== undefined).join(" ");
  control.setAttribute("aria-describedby", described);
  return el(
    "div",
    { class: "form-field" },
    el("div", { class: "field-head" }, el("label", { for: control.id }, label)),
    control,
    hint,
    error ?? null,
  );
}

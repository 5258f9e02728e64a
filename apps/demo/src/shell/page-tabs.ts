import { DecodeTab } from "../decode/decode-tab.ts";
import { el } from "../dom/element.ts";
import { formatAddress, parseAddress } from "./address-bar.ts";
import { ADDRESS_CHANGE, type AddressChange, type Tab, type TabElement } from "./tab.ts";

/** The screens of the page, the first shown first. A row of tabs appears when there are two. */
const TABS: readonly [Tab, ...Tab[]] = [{ id: "decode", label: "Decode", create: () => new DecodeTab() }];

/** `<page-tabs>`: shows the tab that the address names and keeps address, history and tab in step. */
export class PageTabs extends HTMLElement {
  readonly #elements = new Map<string, TabElement>();
  readonly #buttons = new Map<string, HTMLButtonElement>();
  #current: Tab = TABS[0];

  connectedCallback(): void {
    if (TABS.length > 1) this.append(this.#row());
    this.addEventListener(ADDRESS_CHANGE, (event) =>
      this.#write((event as CustomEvent<AddressChange>).detail),
    );
    window.addEventListener("popstate", (event) => this.#read(event.state));
    this.#read(history.state);
  }

  #row(): HTMLElement {
    const row = el("div", { role: "tablist", class: "tabs" });
    for (const tab of TABS) {
      const button = el(
        "button",
        { type: "button", role: "tab", id: `tab-${tab.id}`, "aria-controls": `panel-${tab.id}` },
        tab.label,
      );
      button.addEventListener("click", () => {
        history.pushState(null, "", `#${tab.id}`);
        this.#read(null);
      });
      this.#buttons.set(tab.id, button);
      row.append(button);
    }
    row.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      const next = TABS[(TABS.indexOf(this.#current) + step + TABS.length) % TABS.length];
      if (step === 0 || !next) return;
      const button = this.#buttons.get(next.id);
      button?.click();
      button?.focus();
    });
    return row;
  }

  #read(remembered: unknown): void {
    const { tab, params } = parseAddress(location.hash);
    this.#show(TABS.find(({ id }) => id === tab) ?? TABS[0]).restore(params, remembered);
  }

  #show(tab: Tab): TabElement {
    this.#current = tab;
    const known = this.#elements.get(tab.id);
    const element = known ?? tab.create();
    if (!known) {
      this.#elements.set(tab.id, element);
      element.id = `panel-${tab.id}`;
      if (TABS.length > 1) {
        element.setAttribute("role", "tabpanel");
        element.setAttribute("aria-labelledby", `tab-${tab.id}`);
      }
      this.append(element);
    }
    for (const [id, other] of this.#elements) other.hidden = id !== tab.id;
    for (const [id, button] of this.#buttons) {
      button.setAttribute("aria-selected", String(id === tab.id));
      button.tabIndex = id === tab.id ? 0 : -1;
    }
    return element;
  }

  #write({ params, step, remember }: AddressChange): void {
    const hash = formatAddress({ tab: this.#current.id, params }, TABS[0].id);
    const url = hash === "" ? location.pathname + location.search : hash;
    if (hash === location.hash) history.replaceState(remember, "", url);
    else if (step === "new") history.pushState(remember, "", url);
    else history.replaceState(remember, "", url);
  }
}

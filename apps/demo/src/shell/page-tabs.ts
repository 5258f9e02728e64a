import { DecodeTab } from "../decode/decode-tab.ts";
import { el } from "../dom/element.ts";
import { formatAddress, parseAddress } from "./address-bar.ts";
import { ADDRESS_CHANGE, type AddressChange, type Tab, type TabElement } from "./tab.ts";

/** The screens of the page, the first shown first. A row of tabs appears when there are two. */
const TABS: readonly [Tab, ...Tab[]] = [
  { id: "decode", label: "Decode", create: async () => new DecodeTab() },
  {
    id: "compare",
    label: "Compare",
    create: async () => new (await import("../compare/compare-tab.ts")).CompareTab(),
  },
  {
    id: "route-test",
    label: "Route test",
    create: async () => new (await import("../route-test/route-test-tab.ts")).RouteTestTab(),
  },
];

/** Where a tab was when it was last shown. */
interface Place {
  readonly hash: string;
  readonly remembered: unknown;
}

/** `<page-tabs>`: shows the tab that the address names and keeps address, history and tab in step. */
export class PageTabs extends HTMLElement {
  readonly #elements = new Map<string, Promise<TabElement>>();
  readonly #buttons = new Map<string, HTMLButtonElement>();
  readonly #places = new Map<string, Place>();
  readonly #trouble: HTMLElement = el("p", {
    class: "source-notice",
    "data-severity": "error",
    hidden: true,
  });
  #current: Tab = TABS[0];
  #shown: TabElement | null = null;

  connectedCallback(): void {
    if (TABS.length > 1) this.append(this.#row(), this.#trouble);
    this.addEventListener(ADDRESS_CHANGE, (event) => {
      // An answer that a hidden tab waited for is none of the address bar's business.
      if (event.target === this.#shown) this.#write((event as CustomEvent<AddressChange>).detail);
    });
    window.addEventListener("popstate", (event) => this.#read(event.state));
    this.#read(history.state);
  }

  #row(): HTMLElement {
    const row = el("div", { role: "tablist", class: "tabs", "aria-label": "What to do" });
    for (const tab of TABS) {
      const button = el(
        "button",
        { type: "button", role: "tab", id: `tab-${tab.id}`, "aria-controls": `panel-${tab.id}` },
        tab.label,
      );
      button.addEventListener("click", () => {
        if (tab === this.#current) return;
        const place = this.#places.get(tab.id);
        history.pushState(place?.remembered ?? null, "", place?.hash ?? `#${tab.id}`);
        this.#read(history.state);
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
    const { tab: id, params } = parseAddress(location.hash);
    const tab = TABS.find((one) => one.id === id) ?? TABS[0];
    this.#current = tab;
    this.#places.set(tab.id, { hash: location.hash === "" ? `#${tab.id}` : location.hash, remembered });
    for (const [other, button] of this.#buttons) {
      button.setAttribute("aria-selected", String(other === tab.id));
      button.tabIndex = other === tab.id ? 0 : -1;
    }
    void this.#element(tab).then(
      (element) => {
        // Another tab may have been chosen while this one was fetched.
        if (this.#current !== tab) return;
        this.#show(element);
        element.restore(params, remembered);
      },
      (error: unknown) => {
        this.#elements.delete(tab.id);
        this.#trouble.textContent = `“${tab.label}” could not be loaded: ${String(error)}`;
        this.#trouble.hidden = false;
      },
    );
  }

  #element(tab: Tab): Promise<TabElement> {
    const known = this.#elements.get(tab.id);
    if (known) return known;
    const made = tab.create().then((element) => {
      element.id = `panel-${tab.id}`;
      if (TABS.length > 1) {
        element.setAttribute("role", "tabpanel");
        element.setAttribute("aria-labelledby", `tab-${tab.id}`);
      }
      element.hidden = true;
      this.append(element);
      return element;
    });
    this.#elements.set(tab.id, made);
    return made;
  }

  #show(element: TabElement): void {
    this.#trouble.hidden = true;
    if (this.#shown !== null) this.#shown.hidden = true;
    element.hidden = false;
    this.#shown = element;
  }

  #write({ params, step, remember }: AddressChange): void {
    const hash = formatAddress({ tab: this.#current.id, params }, TABS[0].id);
    this.#places.set(this.#current.id, {
      hash: hash === "" ? `#${this.#current.id}` : hash,
      remembered: remember,
    });
    const url = hash === "" ? location.pathname + location.search : hash;
    if (hash === location.hash) history.replaceState(remember, "", url);
    else if (step === "new") history.pushState(remember, "", url);
    else history.replaceState(remember, "", url);
  }
}

import { counted, el } from "../dom/element.ts";
import type { OfferedNetwork, OfferedRoute, StartRequest } from "./campaign-wire.ts";
import { networkName, networkWords } from "./network-name.ts";

/** How many networks are listed at a time; a vendor has hundreds, and the filter leads to each. */
const MOST_LISTED = 60;

interface Choice {
  readonly network: OfferedNetwork;
  chosen: boolean;
  route: string | null;
}

/** The event that says that another choice was made. */
export const CHOICE_CHANGE = "choice-change";

/** `<network-picker>`: networks to tick, in the sandbox each with the route that its messages take. */
export class NetworkPicker extends HTMLElement {
  readonly #filter: HTMLInputElement = el("input", {
    type: "search",
    id: "network-filter",
    class: "network-filter",
    placeholder: "Country, operator or code",
    "aria-label": "Find a network",
    autocomplete: "off",
    spellcheck: "false",
  });
  readonly #list: HTMLElement = el("ul", { class: "network-choices" });
  readonly #more: HTMLElement = el("p", { class: "network-more", hidden: true });
  #choices: readonly Choice[] = [];
  #routes: readonly OfferedRoute[] = [];

  connectedCallback(): void {
    if (this.firstChild) return;
    this.append(this.#filter, this.#list, this.#more);
    this.#filter.addEventListener("input", () => this.#render());
  }

  /** Shows what can be chosen; without routes there are none to choose. */
  show(networks: readonly OfferedNetwork[], routes: readonly OfferedRoute[]): void {
    this.#routes = routes;
    this.#choices = networks.map((network) => ({ network, chosen: network.proposed, route: network.route }));
    this.#filter.value = "";
    this.#render();
  }

  /** Says in the place of the list why there is none. */
  say(words: string): void {
    this.#choices = [];
    this.#list.replaceChildren(el("li", { class: "network-none" }, words));
    this.#more.hidden = true;
  }

  /** What is ticked. */
  chosen(): StartRequest["destinations"] {
    return this.#choices
      .filter(({ chosen }) => chosen)
      .map(({ network, route }) => ({ network: network.key, ...(route === null ? {} : { route }) }));
  }

  /** Leads to the network at this place of `chosen`. */
  focusChosen(at: number): void {
    const key = this.chosen()[at]?.network;
    for (const box of this.querySelectorAll<HTMLInputElement>("input[type=checkbox]"))
      if (box.value === key) box.focus();
  }

  #render(): void {
    const words = this.#filter.value.trim().toLowerCase().split(/\s+/);
    const found = this.#choices.filter(({ network, chosen }) => {
      const text = `${networkWords(network)} ${network.key} ${network.key.replace("-", "")}`.toLowerCase();
      return words.every((word) => text.includes(word)) || (chosen && this.#filter.value === "");
    });
    const listed = found
      .toSorted((one, other) => Number(other.chosen) - Number(one.chosen))
      .slice(0, MOST_LISTED);
    this.#list.replaceChildren(...listed.map((choice) => this.#line(choice)));
    if (listed.length === 0)
      this.#list.replaceChildren(el("li", { class: "network-none" }, "No network is called so."));
    const rest = found.length - listed.length;
    this.#more.hidden = rest <= 0;
    this.#more.textContent = `${counted(rest, "more network")}: the field above finds them.`;
    this.#filter.hidden = this.#choices.length < 8;
  }

  #line(choice: Choice): HTMLElement {
    const { network } = choice;
    const box = el("input", { type: "checkbox", value: network.key });
    box.checked = choice.chosen;
    const routes = this.#routes.length === 0 ? null : this.#routeSelect(choice);
    if (routes) routes.disabled = !choice.chosen;
    box.addEventListener("change", () => {
      choice.chosen = box.checked;
      if (routes) routes.disabled = !box.checked;
      this.dispatchEvent(new CustomEvent(CHOICE_CHANGE));
    });
    return el(
      "li",
      { class: "network-choice" },
      el("label", { class: "network-check" }, box, networkName(network, "with-code")),
      routes,
    );
  }

  #routeSelect(choice: Choice): HTMLSelectElement {
    const select = el(
      "select",
      { class: "route-select", "aria-label": `Route to ${networkWords(choice.network)}` },
      ...this.#routes.map(({ id, name }) => el("option", { value: id, selected: id === choice.route }, name)),
    );
    select.addEventListener("change", () => {
      choice.route = select.value;
    });
    return select;
  }
}

import { el } from "../dom/element.ts";
import { bitTable } from "./bit-table.ts";
import type { DissectionRow } from "./dissection-rows.ts";
import { letterCards } from "./letter-cards.ts";
import { octetPoint, overlaps, type PointedAt } from "./octet-range.ts";
import { gravest, SEVERITY_SIGN } from "./severity.ts";

/** The longest stretch of octets that is repeated in a line of the list; the grid has them all. */
const SHOWN_OCTETS = 8;

/** How many are repeated of a longer one. */
const SHOWN_OF_MANY = 5;

interface Line {
  readonly row: DissectionRow;
  readonly element: HTMLElement;
  /** Opens and closes the bits, null where there are none. */
  readonly unfold: ((open: boolean) => void) | null;
}

/**
 * `<field-list>`: what the octets mean, a line a field. One stop of the Tab key; up and down go from line to line,
 * right and left (or Enter) unfold and fold the bits.
 */
export class FieldList extends HTMLElement {
  #lines: Line[] = [];
  /** Fields left open, by name, so that the next part opens alike. */
  readonly #open = new Set<string>();

  connectedCallback(): void {
    this.setAttribute("role", "treegrid");
    this.setAttribute("aria-label", "Fields");
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("focusin", (event) => this.#point(event.target, "focus"));
    this.addEventListener("pointerover", (event) => this.#point(event.target, "hover"));
    this.addEventListener("pointerleave", () => this.dispatchEvent(octetPoint(null, "hover")));
  }

  /** Shows the fields of a PDU. */
  show(rows: readonly DissectionRow[], octets: readonly string[]): void {
    this.#lines = [];
    this.replaceChildren(...rows.map((row) => this.#line(row, octets)));
    for (const { row, unfold } of this.#lines) if (this.#open.has(row.node.name)) unfold?.(true);
    this.#lines[0]?.element.setAttribute("tabindex", "0");
  }

  /** Lights the lines that hold what is pointed at, and its letters. */
  light(at: PointedAt | null, stays: boolean): void {
    for (const { row, element } of this.#lines) {
      const { node } = row;
      const lit = at !== null && node.length > 0 && overlaps(node, at);
      element.classList.toggle("lit", lit);
      if (stays) element.setAttribute("aria-selected", String(lit));
    }
    for (const letter of this.querySelectorAll<HTMLElement>(".letter")) {
      const bits = { offset: Number(letter.dataset["bit"]), length: Number(letter.dataset["bits"]) };
      letter.classList.toggle("lit", at?.bits !== undefined && overlaps(bits, at.bits));
    }
  }

  #line(row: DissectionRow, octets: readonly string[]): HTMLElement {
    const { node, depth, leaf } = row;
    const own = octets.slice(node.offset, node.offset + node.length);
    const many = own.length > SHOWN_OCTETS;
    const hex = many
      ? `${own.slice(0, SHOWN_OF_MANY).join(" ")} … +${own.length - SHOWN_OF_MANY}`
      : own.join(" ");
    const worst = gravest(row.diagnostics);
    const hasBits = leaf && (node.bits?.length ?? 0) > 0;
    const toggle = hasBits ? el("button", { type: "button", class: "unfold", tabindex: -1 }) : null;
    const element = el(
      "div",
      {
        role: "row",
        class: leaf ? "field" : "field element",
        tabindex: -1,
        "aria-level": depth + 1,
        "aria-selected": "false",
        "data-field": node.field,
        "data-depth": depth,
        "data-severity": worst,
        "aria-expanded": hasBits ? "false" : null,
      },
      el("span", { role: "gridcell", class: "field-offset" }, node.offset),
      el(
        "span",
        { role: "rowheader", class: "field-name" },
        el("span", { class: "swatch", "aria-hidden": "true" }),
        leaf ? node.name : elementWords(node.name),
      ),
      el("span", { role: "gridcell", class: "field-octets" }, leaf ? hex : ""),
      el(
        "span",
        { role: "gridcell", class: "field-meaning" },
        el("bdi", { class: "meaning" }, node.description),
        ...row.diagnostics.map(({ severity, message }) =>
          el(
            "span",
            { class: "in-place", "data-severity": severity },
            el("span", { class: "sign", "aria-label": severity, role: "img" }, SEVERITY_SIGN[severity]),
            message,
          ),
        ),
      ),
      el("span", { role: "gridcell", class: "field-unfold" }, toggle),
      el("span", { role: "gridcell", class: "field-clause" }, node.clause),
    );
    this.#lines.push({ row, element, unfold: toggle ? this.#unfolding(row, element, toggle) : null });
    return element;
  }

  #unfolding(row: DissectionRow, element: HTMLElement, toggle: HTMLButtonElement): (open: boolean) => void {
    const { node } = row;
    const letters = node.name === "TP-UD";
    const bits = el("div", { role: "row", class: "field-bits", "data-field": node.field });
    const label = (open: boolean): string => `${open ? "−" : "+"} ${letters ? "letters" : "bits"}`;
    toggle.textContent = label(false);
    const unfold = (open: boolean): void => {
      element.setAttribute("aria-expanded", String(open));
      toggle.textContent = label(open);
      if (open) {
        this.#open.add(node.name);
        if (!bits.firstChild)
          bits.append(el("div", { role: "gridcell" }, letters ? letterCards(node) : bitTable(node)));
        element.after(bits);
      } else {
        this.#open.delete(node.name);
        bits.remove();
      }
    };
    toggle.addEventListener("click", (event) => {
      event.stopPropagation();
      unfold(element.getAttribute("aria-expanded") !== "true");
    });
    return unfold;
  }

  #lineOf(target: EventTarget | null): Line | undefined {
    return this.#lines.find(({ element }) => target instanceof Node && element.contains(target));
  }

  #point(target: EventTarget | null, how: "hover" | "focus"): void {
    const line = this.#lineOf(target);
    if (!line) return;
    if (how === "focus") for (const other of this.#lines) other.element.tabIndex = other === line ? 0 : -1;
    const { offset, length } = line.row.node;
    this.dispatchEvent(octetPoint({ offset, length }, how));
  }

  #key(event: KeyboardEvent): void {
    const at = this.#lines.findIndex(({ element }) => element === event.target);
    const line = this.#lines[at];
    if (!line) return;
    const open = line.element.getAttribute("aria-expanded") === "true";
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: this.#lines.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) this.#lines[to]?.element.focus();
    else if (event.key === "ArrowRight") line.unfold?.(true);
    else if (event.key === "ArrowLeft") line.unfold?.(false);
    else if (event.key === "Enter" || event.key === " ") line.unfold?.(!open);
    else return;
    event.preventDefault();
  }
}

function elementWords(name: string): string {
  return name.replaceAll("-", " ");
}

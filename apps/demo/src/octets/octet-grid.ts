import type { Diagnostic } from "@smsproof/pdu";
import { el } from "../dom/element.ts";
import { type DissectionRow, leafOfEachOctet } from "./dissection-rows.ts";
import { type OctetRange, octetPoint, overlaps, type PointedAt } from "./octet-range.ts";
import { gravest } from "./severity.ts";

/** What the grid shows. */
export interface GridContent {
  readonly octets: readonly string[];
  /** What stands behind the octets and is none. */
  readonly rest: string;
  readonly rows: readonly DissectionRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Diagnostics that say that more should have come. */
const CUT_CODES: ReadonlySet<string> = new Set(["CUT", "USER_DATA_CUT", "ADDRESS_TOO_LONG"]);

/** How much of what is no octet is shown. */
const SHOWN_REST = 16;

/**
 * `<octet-grid>`: the octets, coloured by field. One stop of the Tab key; arrow keys go from octet to octet, Home
 * and End to the ends of the line, with Ctrl to the ends of the PDU.
 */
export class OctetGrid extends HTMLElement {
  #content: GridContent = { octets: [], rest: "", rows: [], diagnostics: [] };
  #cells: HTMLElement[] = [];
  #columns = 16;
  #stop = 0;
  readonly #watcher: ResizeObserver = new ResizeObserver(() => this.#fit());

  connectedCallback(): void {
    this.setAttribute("role", "grid");
    this.setAttribute("aria-label", "Octets");
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("focusin", (event) => this.#point(event.target, "focus"));
    this.addEventListener("pointerover", (event) => this.#point(event.target, "hover"));
    this.addEventListener("pointerleave", () => this.dispatchEvent(octetPoint(null, "hover")));
    this.#watcher.observe(this);
  }

  disconnectedCallback(): void {
    this.#watcher.disconnect();
  }

  /** Shows a PDU. */
  show(content: GridContent): void {
    this.#content = content;
    this.#stop = 0;
    const leaves = leafOfEachOctet(content.rows, content.octets.length);
    this.#cells = content.octets.map((octet, offset) => this.#cell(octet, offset, leaves));
    this.#lay();
  }

  /** Lights what is pointed at; `stays` when it was chosen rather than passed over. */
  light(at: PointedAt | null, stays: boolean): void {
    for (const [offset, cell] of this.#cells.entries()) {
      const here = { offset, length: 1 };
      const lit = at !== null && overlaps(here, at);
      cell.classList.toggle("lit", lit);
      cell.classList.toggle(
        "exact",
        lit && at?.bits !== undefined && overlaps({ offset: 8 * offset, length: 8 }, at.bits),
      );
      if (stays) cell.setAttribute("aria-selected", String(lit));
    }
  }

  /** Puts the focus on an octet, or on the last one when it is behind the end. */
  focusOctet(offset: number): void {
    this.#cells[Math.min(offset, this.#cells.length - 1)]?.focus();
  }

  /** The field of an octet and the octet itself. */
  fieldAt(offset: number): PointedAt | null {
    const row = this.#content.rows.find(({ node, leaf }) => leaf && overlaps(node, { offset, length: 1 }));
    return row
      ? { offset: row.node.offset, length: row.node.length, bits: { offset: 8 * offset, length: 8 } }
      : null;
  }

  #cell(octet: string, offset: number, leaves: readonly number[]): HTMLElement {
    const leaf = leaves[offset] ?? -1;
    const node = this.#content.rows[leaf]?.node;
    const here: OctetRange = { offset, length: 1 };
    const severity = gravest(
      this.#content.diagnostics.filter((diagnostic) => diagnostic.length > 0 && overlaps(diagnostic, here)),
    );
    const name = node ? `${node.name}: ${node.description}` : "";
    const cell = el(
      "span",
      {
        role: "gridcell",
        class: "octet",
        tabindex: offset === 0 ? 0 : -1,
        "data-offset": offset,
        "data-field": node?.field,
        "data-severity": severity,
        "aria-label": `octet ${offset}, ${octet}, ${name.slice(0, 120)}${severity === null ? "" : `, ${severity}`}`,
        "aria-selected": "false",
      },
      octet,
    );
    if (leaves[offset - 1] !== leaf) cell.classList.add("first");
    if (leaves[offset + 1] !== leaf) cell.classList.add("last");
    return cell;
  }

  #lay(): void {
    const lines: HTMLElement[] = [];
    for (let start = 0; start < this.#cells.length; start += this.#columns)
      lines.push(
        el(
          "div",
          { role: "row", class: "octet-line" },
          el(
            "span",
            { role: "rowheader", class: "octet-offset", "aria-label": `from octet ${start}` },
            start,
          ),
          ...this.#cells.slice(start, start + this.#columns),
        ),
      );
    const { rest, diagnostics } = this.#content;
    const cut = rest !== "" || diagnostics.some(({ code }) => CUT_CODES.has(code));
    if (cut) {
      const last =
        this.#cells.length % this.#columns === 0
          ? el(
              "div",
              { role: "row", class: "octet-line" },
              el("span", { role: "rowheader", class: "octet-offset" }, this.#cells.length),
            )
          : lines.at(-1);
      const words = rest === "" ? "here something is missing" : `no octet: ${rest.slice(0, SHOWN_REST)}`;
      last?.append(
        el(
          "span",
          {
            role: "gridcell",
            class: rest.length > 2 ? "octet gap rest wide" : rest === "" ? "octet gap" : "octet gap rest",
            "aria-label": words,
            title: words,
          },
          rest === "" ? "…" : rest.slice(0, SHOWN_REST),
        ),
      );
      if (last && last !== lines.at(-1)) lines.push(last);
    }
    this.dataset["columns"] = String(this.#columns);
    this.replaceChildren(...lines);
  }

  #fit(): void {
    const columns = this.clientWidth >= 540 ? 16 : 8;
    if (columns === this.#columns) return;
    this.#columns = columns;
    const focused = this.#cells.find((cell) => cell === document.activeElement);
    this.#lay();
    focused?.focus();
  }

  #point(target: EventTarget | null, how: "hover" | "focus"): void {
    const offset = target instanceof HTMLElement ? target.dataset["offset"] : undefined;
    if (offset === undefined) {
      if (how === "hover") this.dispatchEvent(octetPoint(null, how));
      return;
    }
    if (how === "focus") this.#moveStop(Number(offset));
    this.dispatchEvent(octetPoint(this.fieldAt(Number(offset)), how));
  }

  #moveStop(offset: number): void {
    this.#cells[this.#stop]?.setAttribute("tabindex", "-1");
    this.#stop = offset;
    this.#cells[offset]?.setAttribute("tabindex", "0");
  }

  #key(event: KeyboardEvent): void {
    const last = this.#cells.length - 1;
    const lineStart = this.#stop - (this.#stop % this.#columns);
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: this.#stop + 1,
      ArrowLeft: this.#stop - 1,
      ArrowDown: this.#stop + this.#columns,
      ArrowUp: this.#stop - this.#columns,
      Home: event.ctrlKey ? 0 : lineStart,
      End: event.ctrlKey ? last : Math.min(last, lineStart + this.#columns - 1),
    };
    const to = targets[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0 && to <= last) this.#cells[to]?.focus();
  }
}

import type { Diagnostic } from "@smsproof/pdu";
import { counted, el } from "../dom/element.ts";
import type { PduSelect } from "../message/message-list.ts";
import { isMended } from "../message/message-remarks.ts";
import { copyButton } from "./copy-button.ts";
import { type DissectionRow, diagnosticsOf, rowsOf } from "./dissection-rows.ts";
import { FieldList } from "./field-list.ts";
import { OctetGrid } from "./octet-grid.ts";
import { OCTET_POINT, type OctetPoint, type PointedAt, rangeWords } from "./octet-range.ts";
import { readingOf } from "./octet-reading.ts";
import { dissectAsFarAsPossible } from "./partial-dissection.ts";
import { SEVERITY_SIGN } from "./severity.ts";

/** `<pdu-inspector>`: the octets of one PDU, what they mean, what is odd about them. */
export class PduInspector extends HTMLElement {
  readonly #head: HTMLElement = el("header", { class: "inspector-head" });
  readonly #diagnostics: HTMLElement = el("ul", { class: "diagnostics", "aria-label": "Remarks" });
  readonly #grid: OctetGrid = new OctetGrid();
  readonly #reading: HTMLElement = el("p", { class: "reading" });
  readonly #fields: FieldList = new FieldList();
  #rows: readonly DissectionRow[] = [];
  #octets: readonly string[] = [];
  #hovered: PointedAt | null = null;
  #focused: PointedAt | null = null;

  connectedCallback(): void {
    if (this.firstChild) return;
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", "Octets of the chosen PDU");
    this.append(
      this.#head,
      this.#diagnostics,
      el("div", { class: "octet-board" }, this.#grid, this.#reading),
      this.#fields,
    );
    this.addEventListener(OCTET_POINT, (event) => this.#point((event as CustomEvent<OctetPoint>).detail));
  }

  /** Lays out a PDU. */
  show(chosen: PduSelect): void {
    const { root, octets, rest } = dissectAsFarAsPossible(chosen.pdu.input);
    const rows = root ? rowsOf(root) : [];
    const diagnostics = root ? diagnosticsOf(root) : [];
    this.#rows = rows;
    this.#octets = octets;
    this.#hovered = null;
    this.#focused = null;
    this.#showHead(chosen, octets.length);
    this.#showDiagnostics(chosen, diagnostics);
    this.#grid.hidden = octets.length === 0;
    this.#fields.hidden = octets.length === 0;
    this.#reading.hidden = octets.length === 0;
    this.#grid.show({ octets, rest, rows, diagnostics });
    this.#fields.show(rows, octets);
    this.#light();
  }

  #showHead({ entry, pdu }: PduSelect, octets: number): void {
    const title = octets > 0 ? "SMS-DELIVER" : "No octets";
    const facts = [counted(octets, "octet"), pdu.place];
    const buttons = [copyButton("Copy as JSON", () => JSON.stringify(copiedValue(entry, pdu), null, 2))];
    if (entry.kind === "message") {
      const part = [...entry.parts, ...entry.repeated].find(({ index }) => index === pdu.index)?.value
        .concatenation;
      if (part) facts.unshift(`part ${part.sequence} of ${part.total}`);
      if (entry.message.concatenation !== null)
        buttons.push(copyButton("Copy whole message", () => JSON.stringify(entry.message, null, 2)));
    }
    this.#head.replaceChildren(
      el("h2", {}, title),
      el("p", { class: "inspector-facts" }, facts.join(" · ")),
      el("div", { class: "copies" }, ...buttons),
    );
  }

  #showDiagnostics(chosen: PduSelect, diagnostics: readonly Diagnostic[]): void {
    const { entry } = chosen;
    const items = diagnostics.map((remark) =>
      this.#remark(remark, entry.kind === "message" && isMended(entry, remark)),
    );
    const known = entry.kind === "failure" && !diagnostics.some(({ code }) => code === entry.error.code);
    if (entry.kind === "failure" && known) {
      const { code, message, field, offset } = entry.error;
      items.unshift(
        this.#remark({ code, message, field, offset: offset ?? 0, length: 0, severity: "error" }, false),
      );
    }
    this.#diagnostics.replaceChildren(...items);
    this.#diagnostics.hidden = items.length === 0;
  }

  #remark({ code, severity, field, offset, length, message }: Remark, mended: boolean): HTMLElement {
    const place = el(
      "button",
      { type: "button", class: "place" },
      `${field}, ${rangeWords({ offset, length })}`,
    );
    place.addEventListener("click", () => this.#grid.focusOctet(offset));
    place.disabled = this.#octets.length === 0;
    return el(
      "li",
      { "data-severity": severity, "data-code": code },
      el("span", { class: "sign", role: "img", "aria-label": severity }, SEVERITY_SIGN[severity]),
      el(
        "span",
        { class: "remark" },
        message,
        mended ? " The next part has the other half: joined, the text is whole." : null,
      ),
      place,
    );
  }

  #point({ at, how }: OctetPoint): void {
    if (how === "hover") this.#hovered = at;
    else {
      this.#focused = at;
      this.#hovered = null;
    }
    this.#light();
  }

  #light(): void {
    const at = this.#hovered ?? this.#focused;
    const stays = this.#hovered === null;
    this.#grid.light(at, stays);
    this.#fields.light(at, stays);
    this.#reading.replaceChildren(...readingOf(at, this.#rows, this.#octets));
  }
}

/** A diagnostic, or an error in the shape of one. */
type Remark = Omit<Diagnostic, "code" | "field"> & { readonly code: string; readonly field: string };

function copiedValue(entry: PduSelect["entry"], pdu: PduSelect["pdu"]): unknown {
  if (entry.kind === "failure") return { error: entry.error, input: entry.source.input };
  return [...entry.parts, ...entry.repeated].find(({ index }) => index === pdu.index)?.value;
}

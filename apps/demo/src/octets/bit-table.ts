import type { BitField, DissectionNode } from "@smsproof/pdu/dissect";
import { el } from "../dom/element.ts";

/** The bits of a field that mean something one by one, highest first as an octet is written. */
export function bitTable(node: DissectionNode): HTMLElement {
  const whole = (node.bits ?? []).every(({ length }) => length === 8);
  const fields = whole ? (node.bits ?? []) : (node.bits ?? []).toReversed();
  return el(
    "dl",
    { class: "bit-table" },
    ...fields.flatMap((field) => [
      el(
        "dt",
        {},
        el(
          "span",
          { class: "bit-place" },
          whole ? `octet ${node.offset + field.offset / 8}` : placeWords(field),
        ),
        el(
          "code",
          {},
          whole
            ? field.value.toString(16).toUpperCase().padStart(2, "0")
            : field.value.toString(2).padStart(field.length, "0"),
        ),
      ),
      el(
        "dd",
        {},
        el("span", { class: "bit-name" }, field.name),
        field.description === "" ? null : ` ${field.description}`,
      ),
    ]),
  );
}

function placeWords({ offset, length }: BitField): string {
  return length === 1 ? `bit ${offset}` : `bits ${offset + length - 1} to ${offset}`;
}

import type { BitField, DissectionNode } from "@smsproof/pdu/dissect";
import { el } from "../dom/element.ts";
import { CHARACTER_NAMES } from "../text/character-names.ts";
import { type OctetRange, octetPoint } from "./octet-range.ts";

/** The characters of a text, each over the bits that it came from. One stop of the Tab key. */
export function letterCards(node: DissectionNode): HTMLElement {
  const cards = (node.bits ?? []).map((field, index) => card(node, field, index));
  const box = el(
    "div",
    { class: "letters", role: "group", "aria-label": "Which bits became which letter" },
    ...cards,
  );
  const point = (target: EventTarget | null, how: "hover" | "focus"): void => {
    const at = cards.findIndex((one) => target instanceof Node && one.contains(target));
    const field = node.bits?.[at];
    if (!field) return;
    if (how === "focus") for (const [index, one] of cards.entries()) one.tabIndex = index === at ? 0 : -1;
    const bits = bitsOf(node, field);
    const first = Math.floor(bits.offset / 8);
    box.dispatchEvent(
      octetPoint({ offset: first, length: Math.ceil((bits.offset + bits.length) / 8) - first, bits }, how),
    );
  };
  box.addEventListener("focusin", (event) => point(event.target, "focus"));
  box.addEventListener("pointerover", (event) => {
    event.stopPropagation();
    point(event.target, "hover");
  });
  box.addEventListener("keydown", (event) => {
    const at = event.target instanceof HTMLDivElement ? cards.indexOf(event.target) : -1;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: cards.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    cards[to]?.focus();
  });
  return box;
}

/** Bits from the start of the PDU. */
function bitsOf(node: DissectionNode, field: BitField): OctetRange {
  return { offset: 8 * node.offset + field.offset, length: field.length };
}

function card(node: DissectionNode, field: BitField, index: number): HTMLElement {
  const bits = bitsOf(node, field);
  const letter = letterOf(field);
  const octets = octetsOf(bits);
  const words = `${letter.words}, bits ${binary(field)} of octet ${octets.join(" and ")}`;
  const kind = field.name === "septet" || field.name === "code unit" ? "letter" : "letter filler";
  return el(
    "div",
    {
      class: kind,
      tabindex: index === 0 ? 0 : -1,
      role: "img",
      "aria-label": words,
      title: words,
      "data-bit": bits.offset,
      "data-bits": bits.length,
    },
    el("bdi", { class: letter.named ? "glyph named" : "glyph" }, letter.shown),
    field.length > 8
      ? el("span", { class: "bits" }, field.value.toString(16).toUpperCase().padStart(4, "0"))
      : el("span", { class: "bits" }, ...shadedBits(bits, field)),
    // Octets stand in the order of the bits above them.
    el("span", { class: "from" }, (field.name === "code unit" ? octets : octets.toReversed()).join(" ")),
  );
}

interface Letter {
  readonly shown: string;
  readonly words: string;
  readonly named: boolean;
}

function letterOf({ name, description, value }: BitField): Letter {
  if (name !== "septet" && name !== "code unit") return { shown: name, words: description, named: true };
  if (name === "septet" && description === "escape") return { shown: "ESC", words: "escape", named: true };
  if (name === "code unit" && value >= 0xd800 && value <= 0xdfff) {
    const half = value < 0xdc00 ? "1st half" : "2nd half";
    return { shown: half, words: `${half} of a surrogate pair`, named: true };
  }
  const called = CHARACTER_NAMES.get(description);
  if (called !== undefined) return { shown: called, words: called, named: true };
  const control = description < " " || (description >= "\u007f" && description <= "\u009f");
  return description === "" || control
    ? { shown: "?", words: `unnamed character ${value}`, named: true }
    : { shown: description, words: description, named: false };
}

/** Highest bit first; the bits of even and odd octets in two shades, so that one sees where an octet ends. */
function shadedBits(bits: OctetRange, field: BitField): readonly HTMLElement[] {
  const text = binary(field);
  const spans: HTMLElement[] = [];
  let run = "";
  for (let at = 0; at < text.length; at += 1) {
    const bit = bits.offset + bits.length - 1 - at;
    run += text[at];
    const octet = Math.floor(bit / 8);
    if (at === text.length - 1 || Math.floor((bit - 1) / 8) !== octet) {
      spans.push(el("span", { class: octet % 2 === 0 ? "even" : "odd" }, run));
      run = "";
    }
  }
  return spans;
}

function binary({ value, length }: BitField): string {
  return value.toString(2).padStart(length, "0");
}

function octetsOf(bits: OctetRange): readonly number[] {
  const first = Math.floor(bits.offset / 8);
  const last = Math.floor((bits.offset + bits.length - 1) / 8);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

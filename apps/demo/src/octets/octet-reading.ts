import type { BitField, DissectionNode } from "@smsproof/pdu/dissect";
import { el } from "../dom/element.ts";
import type { DissectionRow } from "./dissection-rows.ts";
import { overlaps, type PointedAt, rangeWords } from "./octet-range.ts";

/** One line on what is pointed at: the octet, its value, and what each of its bits belongs to. */
export function readingOf(
  at: PointedAt | null,
  rows: readonly DissectionRow[],
  octets: readonly string[],
): readonly HTMLElement[] {
  if (at === null) return [el("span", { class: "hint" }, "Point at an octet or a field.")];
  const leaf = rows.find(({ node, leaf }) => leaf && overlaps(node, at))?.node;
  if (!leaf) return [];
  const { bits } = at;
  const letter =
    bits &&
    (leaf.bits ?? []).find(
      (field) => 8 * leaf.offset + field.offset === bits.offset && field.length === bits.length,
    );
  if (letter && at.length !== leaf.length)
    return [
      el("b", {}, rangeWords(at)),
      el("span", {}, leaf.name),
      bitRun({ run: letter.value.toString(2).padStart(letter.length, "0"), words: fieldWords(letter) }),
    ];
  if (bits === undefined || bits.length !== 8 || bits.offset % 8 !== 0) {
    const field =
      rows.find(({ node }) => node.offset === at.offset && node.length === at.length)?.node ?? leaf;
    return [el("b", {}, rangeWords(at)), el("span", {}, field.name)];
  }
  const offset = bits.offset / 8;
  const value = Number.parseInt(octets[offset] ?? "0", 16);
  return [
    el("b", {}, `octet ${offset}`),
    el("span", {}, leaf.name),
    el("span", {}, `0x${octets[offset]} = ${value}`),
    ...bitRuns(leaf, offset, value).map(bitRun),
  ];
}

function bitRun({ run, words }: BitRun): HTMLElement {
  return el(
    "span",
    { class: "bit-run" },
    el("code", {}, run),
    words === "" ? null : el("bdi", {}, ` ${words}`),
  );
}

/** Some bits of an octet that belong to one thing. */
export interface BitRun {
  readonly run: string;
  readonly words: string;
}

/** The eight bits of an octet, the highest first, parted by what they belong to. */
export function bitRuns(node: DissectionNode, offset: number, value: number): readonly BitRun[] {
  const binary = value.toString(2).padStart(8, "0");
  const start = 8 * (offset - node.offset);
  const fields = (node.bits ?? [])
    .filter((field) => overlaps(field, { offset: start, length: 8 }))
    .toReversed();
  if (fields.length === 0) return [{ run: binary, words: "" }];
  return fields.map((field) => {
    const low = Math.max(0, field.offset - start);
    const high = Math.min(8, field.offset + field.length - start);
    return { run: binary.slice(8 - high, 8 - low), words: fieldWords(field) };
  });
}

function fieldWords({ name, description, value, length }: BitField): string {
  if (name === "code unit") return `U+${value.toString(16).toUpperCase().padStart(4, "0")}`;
  if (name === "septet")
    return /^\s*$/u.test(description) ? (description === " " ? "space" : `code ${value}`) : description;
  return length === 8 && description !== "" ? `${name} ${description}` : name;
}

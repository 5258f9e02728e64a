import { type Child, el } from "../dom/element.ts";
import { CHARACTER_NAMES } from "../text/character-names.ts";
import type { Difference, DifferenceKind } from "./difference.ts";

const WORDS: Readonly<Record<DifferenceKind, string>> = {
  added: "added",
  lost: "lost",
  changed: "changed",
  replaced: "replaced",
};

const ELEMENTS = { added: "ins", lost: "del", changed: "mark", replaced: "mark" } as const;

/** One side of a comparison as text, with every difference marked where it stands. */
export function markedText(
  text: string,
  side: "sent" | "delivered",
  differences: readonly Difference[],
): readonly Child[] {
  const pieces: Child[] = [];
  let at = 0;
  for (const [index, difference] of differences.entries()) {
    const { start, end } = difference.edit[side];
    pieces.push(text.slice(at, start), mark(difference, index, text.slice(start, end), side));
    at = end;
  }
  return [...pieces, text.slice(at)];
}

function mark(
  { kind, findings, edit }: Difference,
  index: number,
  text: string,
  side: "sent" | "delivered",
): HTMLElement {
  const attributes = {
    "data-kind": kind,
    "data-difference": index,
    "data-findings": findings.join(" "),
  };
  if (text === "") {
    const what = kind === "added" ? "added" : "lost";
    const other = side === "sent" ? edit.deliveredText : edit.sentText;
    return el("span", {
      ...attributes,
      class: "difference point",
      role: "img",
      "aria-label": `here ${what}: ${other}`,
      title: `here ${what}`,
    });
  }
  return el(ELEMENTS[kind], { ...attributes, class: "difference", title: WORDS[kind] }, ...shown(text));
}

/** Text of a difference: characters that show nothing, or that turn the reading order, by their names. */
function shown(text: string): readonly Child[] {
  const onlyBlanks = /^\s+$/u.test(text);
  return [...text].flatMap((character): readonly Child[] => {
    if (character === " " && !onlyBlanks) return [character];
    const name = nameOf(character);
    if (name === null) return [character];
    // Joiners and variation selectors work within emoji and words; alone they show nothing.
    if (JOINING.has(character) && text.length > 1 && !onlyBlanks) return [character];
    const badge = el("span", { class: "unseen", role: "img", "aria-label": name }, name);
    return character === "\n" && !onlyBlanks ? [badge, "\n"] : [badge];
  });
}

const JOINING: ReadonlySet<string> = new Set(["\u200c", "\u200d", "\ufe0f"]);

function nameOf(character: string): string | null {
  const known = CHARACTER_NAMES.get(character);
  if (known !== undefined) return known;
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zs}\p{Zl}\p{Zp}]/u.test(character) ? codePoint(character) : null;
}

/** `U+00E9`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

import type { Random } from "../random/random.ts";

const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz";

// `[pass5]` stands in one of the document's two lists; it is taken.
const PLACEHOLDER = "g-code|code[6-9]?|pass(?:[5-9]|1[0-9]|20)?";
const BARE = new RegExp(`^\\[(${PLACEHOLDER})\\]$`);
const WITHIN = new RegExp(`\\[(${PLACEHOLDER})\\]`);

/** Length of a message id that no template asked for, as in the document's samples. */
const DEFAULT_LENGTH = 12;

/**
 * The kind of message id that a template asks for: `code`, `pass13` ... or null when it asks for none that
 * exists. `prose` also takes a placeholder within a text, as the document's examples for the portal have it.
 */
export function messageIdKind(template: string, style: "strict" | "prose"): string | null {
  return (style === "strict" ? BARE : WITHIN).exec(template)?.[1] ?? null;
}

/** A new message id. Without a kind: twelve lower-case letters, with an `&` among them if asked. */
export function messageId(kind: string | null, random: Random, ampersand = false): string {
  if (kind === null) {
    const id = random.text(LOWER, DEFAULT_LENGTH);
    return ampersand ? `${id.slice(0, 5)}&${id.slice(6)}` : id;
  }
  if (kind === "g-code") return `G-${random.text(DIGITS, 6)}`;
  const length = Number(/\d+$/.exec(kind)?.[0] ?? (kind === "code" ? 5 : 8));
  return random.text(kind.startsWith("code") ? DIGITS : LOWER + DIGITS, length);
}

import { LinkifyIt } from "linkify-it";
import { scriptOf, UNSPACED } from "../text/scripts.ts";

/** A link in a text. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const linkify: LinkifyIt = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false });

/** Nothing without one of these can be a link. */
const MAY_HOLD_LINK = /:\/\/|[\p{L}\p{N}]\.[\p{L}\p{N}]/u;
const WITH_SCHEME = /(?:https?|ftp):\/\/[^\s<>"'`「」『』【】《》（）]+/giu;
const WITH_WWW = /(?<![\p{L}\p{N}.@/])www\.[^\s<>"'`]+/giu;
/** Punctuation that ends a sentence, not a link. */
const TRAILING = /(?<![.,;:!?)\]}>'"…。、，！？؟،؛।|*])[.,;:!?)\]}>'"…。、，！？؟،؛।|*]+$/u;

/** The links of a text, in order: those with a scheme, those with `www.`, and bare hosts under known domains. */
export function findLinks(text: string): readonly Link[] {
  if (!MAY_HOLD_LINK.test(text)) return [];
  const links: Link[] = [];
  const add = (start: number, raw: string): void => {
    const link = trimmed(raw);
    const end = start + link.length;
    if (link.includes(".") && !links.some((known) => known.start < end && start < known.end))
      links.push({ start, end, text: link });
  };
  for (const match of text.matchAll(WITH_SCHEME)) add(match.index, match[0]);
  for (const match of text.matchAll(WITH_WWW)) add(match.index, match[0]);
  for (const match of linkify.match(text) ?? [])
    if (match.schema === "" && !isSentenceEnd(match.raw)) add(match.index, match.raw);
  return links.sort((a, b) => a.start - b.start);
}

/** Writing without blanks goes on behind a link: an ASCII link ends where a letter of such a script begins. */
function trimmed(raw: string): string {
  let end = 0;
  for (const character of raw) {
    const script = scriptOf(character);
    if (script !== null && (UNSPACED.has(script) || script === "hangul") && isAscii(raw.slice(0, end))) break;
    if (/[，。！？、；：）]/u.test(character)) break;
    end += character.length;
  }
  const cut = raw.slice(0, end);
  const bare = cut.replace(TRAILING, "");
  // A bracket that closes one opened inside the link belongs to it.
  return cut[bare.length] === ")" && bare.includes("(") ? cut.slice(0, bare.length + 1) : bare;
}

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

/** `end.It` is a sentence that lost its blank, not the Italian host `end.it`. */
const isSentenceEnd = (raw: string): boolean => /^[\p{L}\p{N}'-]+\.\p{Lu}\p{Ll}+$/u.test(raw);

/** The parts of a link that are judged apart. */
export interface LinkParts {
  /** Lower case, without `://`; empty where there is none. */
  readonly scheme: string;
  /** Lower case. */
  readonly host: string;
  /** Path, query and fragment. */
  readonly rest: string;
}

/** Splits a link; never throws. */
export function splitLink(link: string): LinkParts {
  const [, scheme = "", host = "", rest = ""] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)(.*)$/isu.exec(link) ?? [];
  return {
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase().replace(/\.$/, ""),
    rest: rest === "/" ? "" : rest,
  };
}

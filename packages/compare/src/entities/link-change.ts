import shorteners from "../data/shorteners.json" with { type: "json" };
import type { FindingCode } from "../result/finding-codes.ts";
import { splitLink } from "./links.ts";

const HOSTS = new Set(shorteners.hosts);

/** Whether a host is a link shortener or a redirector, by the list. */
function isShortener(host: string): boolean {
  const bare = host.replace(/:\d+$/, "").replace(/^www\./, "");
  for (let from = 0; from >= 0; from = bare.indexOf(".", from) + 1 || -1)
    if (HOSTS.has(bare.slice(from))) return true;
  return false;
}

/** How the sent link became the delivered one: the codes, empty when they are the same. `ignoreCase`: the case of the whole text changed. */
export function compareLinks(sent: string, delivered: string, ignoreCase: boolean): readonly FindingCode[] {
  if (sent === delivered) return [];
  const before = splitLink(ignoreCase ? sent.toLowerCase() : sent);
  const after = splitLink(ignoreCase ? delivered.toLowerCase() : delivered);
  if (before.host !== after.host) {
    const shortened = isShortener(after.host) || looksShortened(sent, delivered);
    return [shortened ? "URL_SHORTENED" : "URL_DOMAIN_CHANGED"];
  }
  const codes: FindingCode[] = [];
  if (before.scheme !== after.scheme) codes.push("URL_SCHEME_CHANGED");
  if (before.rest !== after.rest) codes.push("URL_PARAM_CHANGED");
  // Same parts, other case of scheme or host.
  return codes.length > 0 ? codes : ["CONTENT_CASE_CHANGED"];
}

/** A host that no list knows: a short host with nothing but a short random token behind it, in place of more. */
function looksShortened(sent: string, delivered: string): boolean {
  const { host, rest } = splitLink(delivered);
  const token = /^\/(?:[a-z]\/)?([A-Za-z0-9_-]{3,10})\/?$/.exec(rest)?.[1];
  return token !== undefined && host.length <= 8 && delivered.length < sent.length && /[A-Z0-9]/.test(token);
}

const DOT = String.raw`\s?(?:\.|\s|\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\}|\sdot\s|\[punkt\]|。|․|·|,|\s\.\s)\s?`;
const SLASHES = String.raw`\s?(?::\/\/|\[:\]\/\/|\[:\/\/\]|:\s?\/\s?\/|\[:\/\]\/|\(:\/\/\)|:\\\\)\s?`;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

const PATTERNS = new Map<string, RegExp>();

/** Matches the link made not clickable: `hxxp`, `[.]`, ` dot `, blanks in it. Global. */
export function defangedPattern(link: string): RegExp {
  let pattern = PATTERNS.get(link);
  if (pattern === undefined) {
    const { scheme } = splitLink(link);
    const behind = scheme === "" ? link : link.slice(scheme.length + 3);
    const hostEnd = behind.search(/[/?#]/);
    const host = hostEnd < 0 ? behind : behind.slice(0, hostEnd);
    const rest = hostEnd < 0 ? "" : behind.slice(hostEnd);
    const anyScheme = `(?:(?:h..ps?|https?|ht{0,2}ps?|f.p|meow)(?:${SLASHES}))?`;
    const labels = host.split(".").map(escaped).join(DOT);
    const path = rest
      .split(/([./])/)
      .map((piece) =>
        piece === "." ? DOT : piece === "/" ? String.raw`\s?(?:\/|\[\/\])\s?` : escaped(piece),
      );
    pattern = new RegExp(`${anyScheme}${labels}${path.join("")}`, "giu");
    if (PATTERNS.size > 500) PATTERNS.clear();
    PATTERNS.set(link, pattern);
  }
  return pattern;
}

/** Whether the delivered form of the link cannot be clicked any more. */
export function isDefanged(sent: string, delivered: string): boolean {
  if (sent === delivered) return false;
  const after = splitLink(delivered);
  return (
    /\s|\[|\]|\(|\)|\{|\}|。|․/u.test(delivered) ||
    (/^h..ps?$|^meow$/i.test(after.scheme) && !/^https?$/.test(after.scheme))
  );
}

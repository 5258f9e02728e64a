import { type Link, splitLink } from "../entities/links.ts";
import { asciiDigits } from "../text/digits.ts";
import { withoutInvisibles } from "../text/invisibles.ts";

/**
 * Whether a text in other words still carries the code, or a link, of the sent one. Which number is the code only the
 * test's id says: an amount or an order number may be shared by chance.
 */
export function isCarriedOver(
  delivered: string,
  code: string | undefined,
  links: readonly Link[],
  deliveredLinks: readonly Link[],
): boolean {
  const arrived = withoutInvisibles(asciiDigits(delivered));
  if (code !== undefined && code !== "" && hasToken(arrived, asciiDigits(code))) return true;
  return links.some(
    ({ text }) => deliveredLinks.some((link) => sameLink(link.text, text)) || arrived.includes(text),
  );
}

/** The code by itself, with or without separators in it. */
function hasToken(text: string, code: string): boolean {
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1)) {
    const left = text[at - 1] ?? " ";
    const right = text[at + code.length] ?? " ";
    const inNumber = /\d-$/.test(text.slice(0, at)) || /^-\d/.test(text.slice(at + code.length));
    if (!inNumber && !(/\d/.test(left) && /^\d/.test(code)) && !(/\d/.test(right) && /\d$/.test(code)))
      return true;
  }
  const digits = code.replace(/[\s-]/g, "");
  return (
    /^\d{4,}$/.test(digits) &&
    (text.match(/\d(?:[\d\s.-]*\d)?/g) ?? []).some((number) => number.replace(/[\s.-]/g, "") === digits)
  );
}

function sameLink(a: string, b: string): boolean {
  const [one, other] = [splitLink(a), splitLink(b)];
  return one.host === other.host && one.rest === other.rest;
}

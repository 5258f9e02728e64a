import { DIAGNOSTICS, type Diagnostic } from "../diagnostic.ts";
import { alphabetOf } from "../gsm7/alphabet.ts";
import { codesOf } from "../gsm7/text.ts";
import type { SmsDeliver } from "../sms-deliver.ts";
import { loneSurrogate } from "../ucs2.ts";

/** Texts and data of parts, joined. */
export interface Joined {
  readonly text: string | null;
  readonly data: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Joins parts in the order given. UCS-2 code units are joined before surrogates are judged, and an escape at the
 * end of a 7-bit part takes the first character of the part behind it, when that part is the next one.
 */
export function joinParts(parts: readonly SmsDeliver[]): Joined {
  let text: string | null = null;
  let data: string | null = null;
  const diagnostics: Diagnostic[] = [];
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    const follows = before !== undefined && sequenceOf(part) === sequenceOf(before) + 1;
    if (part.text !== null)
      text = (text ?? "") + (follows && endsWithEscape(before) ? shiftFirst(part, part.text) : part.text);
    if (part.data !== null) data = (data ?? "") + part.data;
    const dangling = part.diagnostics.find(({ code }) => code === "LONE_ESCAPE");
    const next = parts[index + 1];
    const continued = next !== undefined && sequenceOf(next) === sequenceOf(part) + 1 && !!next.text;
    if (dangling !== undefined && !continued) diagnostics.push(dangling);
  });
  const lone = text === null ? -1 : loneSurrogate(text);
  if (lone >= 0)
    diagnostics.push({
      code: "LONE_SURROGATE",
      severity: DIAGNOSTICS.LONE_SURROGATE,
      field: "TP-UD",
      offset: 0,
      length: 0,
      message: `Half of a surrogate pair stands alone at character ${lone} of the joined text.`,
    });
  return { text, data, diagnostics };
}

function sequenceOf(part: SmsDeliver): number {
  return part.concatenation?.sequence ?? 1;
}

function endsWithEscape(part: SmsDeliver): boolean {
  return part.diagnostics.some(({ code, field }) => code === "LONE_ESCAPE" && field === "TP-UD");
}

/** The text of a part with its first septet read in the single shift table. */
function shiftFirst(part: SmsDeliver, text: string): string {
  const first = text.charCodeAt(0);
  if (Number.isNaN(first)) return text;
  const { locking, single } = alphabetOf(part.nationalLanguage);
  const code = codesOf(locking).get(first);
  if (code !== undefined) {
    const shifted = single[code] ?? 0;
    return (shifted === 0 ? text.slice(0, 1) : String.fromCharCode(shifted)) + text.slice(1);
  }
  // The part began with an escape of its own: two escapes are one space, and what it shifted stands unshifted.
  const shiftedCode = codesOf(single).get(first);
  return shiftedCode === undefined
    ? text
    : ` ${String.fromCharCode(locking[shiftedCode] || 0x20)}${text.slice(1)}`;
}

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
  let waiting: Diagnostic | null = null;
  const diagnostics: Diagnostic[] = [];
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    if (waiting !== null && !(before !== undefined && goesOn(before, part))) {
      diagnostics.push(waiting);
      waiting = null;
    }
    const lone = escapeAtEnd(part);
    if (waiting !== null && part.text === "") {
      // Nothing, or another escape: two escapes are one space.
      text = (text ?? "") + (lone === null ? "" : " ");
      if (lone !== null) waiting = null;
    } else {
      if (part.text !== null)
        text = (text ?? "") + (waiting === null ? part.text : shiftFirst(part, part.text));
      waiting = lone;
    }
    if (part.data !== null) data = (data ?? "") + part.data;
  });
  if (waiting !== null) diagnostics.push(waiting);
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

/** Whether `part` is 7-bit text right behind `before`. */
function goesOn(before: SmsDeliver, part: SmsDeliver): boolean {
  return (
    sequenceOf(part) === sequenceOf(before) + 1 && part.text !== null && part.dataCoding.alphabet === "gsm7"
  );
}

function sequenceOf(part: SmsDeliver): number {
  return part.concatenation?.sequence ?? 1;
}

/** What was said of an escape at the very end of a part's text; null too where the text was cut behind it. */
function escapeAtEnd({ diagnostics }: SmsDeliver): Diagnostic | null {
  if (diagnostics.some(({ code }) => code === "USER_DATA_CUT")) return null;
  return diagnostics.find(({ code, field }) => code === "LONE_ESCAPE" && field === "TP-UD") ?? null;
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

import { countScripts } from "../text/scripts.ts";

/** Networks that romanise take the whole text: at least this share of a script's letters must be gone. */
const MOST = 0.5;

/**
 * Whether romanisation is worth looking for: most letters of another script are gone and Latin ones became more. It
 * only opens the search; whether the Latin letters do spell the others is judged afterwards.
 */
export function isWrittenInLatin(sent: string, delivered: string): boolean {
  if (!/[\u0250-\u{10ffff}]/u.test(sent)) return false;
  const before = countScripts(sent);
  const after = countScripts(delivered);
  let gone = 0;
  for (const [script, count] of before) {
    const lost = count - (after.get(script) ?? 0);
    if (script !== "latin" && lost >= count * MOST) gone += lost;
  }
  const gained = (after.get("latin") ?? 0) - (before.get("latin") ?? 0);
  return gone > 0 && gained > 0 && gained >= gone / 3;
}

import { countScripts } from "../text/scripts.ts";

/**
 * Whether romanisation is worth looking for: letters of other scripts became fewer and Latin ones more. It only
 * opens the search; whether the Latin letters do spell the others is judged afterwards.
 */
export function isWrittenInLatin(sent: string, delivered: string): boolean {
  if (!/[\u0250-\u{10ffff}]/u.test(sent)) return false;
  const before = countScripts(sent);
  const after = countScripts(delivered);
  let lost = 0;
  for (const [script, count] of before)
    if (script !== "latin") lost += Math.max(0, count - (after.get(script) ?? 0));
  const gained = (after.get("latin") ?? 0) - (before.get("latin") ?? 0);
  return lost > 0 && gained > 0 && gained >= lost / 2;
}

const MASK = /[*•●○〇×xX＊✱✲∗∙■█#_.…-]/u;
const STRONG_MASK = /[*•●○〇＊✱✲∗█]/u;

/**
 * Whether `delivered` is `sent` with stars, X or blanks in it: about as long, and at least half of the characters
 * replaced. What is left of letters and digits must stand where it stood.
 */
export function isMasked(sent: string, delivered: string): boolean {
  const before = [...sent];
  const after = [...delivered];
  if (before.length < 2 || after.length === 0) return false;
  const stars = after.filter((character) => MASK.test(character) || /\s/u.test(character)).length;
  const strong = after.some((character) => STRONG_MASK.test(character));
  const letters = after.filter((character) => /[xX]/.test(character)).length;
  if (!strong && !(letters >= 3 && letters === after.length) && !(stars === after.length && isOneKind(after)))
    return false;
  if (stars * 2 < after.length) return false;
  const tolerance = strong ? Math.max(3, before.length) : 2;
  if (Math.abs(before.length - after.length) > tolerance) return false;
  return after.every(
    (character, i) =>
      MASK.test(character) ||
      /\s/u.test(character) ||
      before[i] === character ||
      before.at(i - after.length) === character,
  );
}

const isOneKind = (characters: readonly string[]): boolean => new Set(characters).size === 1;

import { skeleton } from "../characters/look-alikes.ts";
import { compareLinks, isDefanged } from "../entities/link-change.ts";
import type { FindingCode } from "../result/finding-codes.ts";
import { withoutInvisibles } from "../text/invisibles.ts";
import { isMasked } from "./masks.ts";

/** What a link that became `delivered` went through; empty when nothing that concerns links. */
export function fateOfLink(
  sent: string,
  delivered: string,
  caseChangedElsewhere: boolean,
): readonly FindingCode[] {
  if (sent === delivered) return [];
  const plain = withoutInvisibles(delivered);
  if (plain === sent) return ["CONTENT_INVISIBLE_IN_ENTITY"];
  if (plain.toLowerCase() === sent.toLowerCase() && caseChangedElsewhere) return ["CONTENT_CASE_CHANGED"];
  if (isMasked(sent, delivered)) return ["URL_REMOVED"];
  if (isDefanged(sent, delivered)) return ["URL_DEFANGED"];
  const bare = withoutLookAlikes(plain);
  if (bare !== plain && skeleton(bare) === skeleton(plain) && /^\p{ASCII}*$/u.test(sent))
    return ["CONTENT_HOMOGLYPHS", ...(bare === sent ? [] : compareLinks(sent, bare, caseChangedElsewhere))];
  return compareLinks(sent, plain, caseChangedElsewhere);
}

/** The link with letters of other scripts that look like ASCII letters put into ASCII. */
const withoutLookAlikes = (link: string): string =>
  link.replace(/\P{ASCII}/gu, (character) =>
    /^[a-z]$/i.test(skeleton(character)) ? skeleton(character) : character,
  );

const LINK_LIKE = /^(?:[a-z]+:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]\S*)?$/iu;

/** Whether a token that stands where a link stood is a link itself, though no list knows its domain. */
export const looksLikeLink = (token: string): boolean => LINK_LIKE.test(token);

const MARK =
  /^\s*[([{<【（]?\s*(?:part|teil|parte|partie|часть|sms|msg|pg)?\.?\s*(\d{1,2})\s*(?:\/|\\|of|de|di|von|sur|из|z|-|\|)\s*(\d{1,2})\s*[)\]}>】）]?[\s:.)-]*$/iu;

/** No mark is longer, and the pattern would take its time over a long run of blanks. */
const LONGEST = 40;

/** `(1/2)`, `2 of 3:` and the like. */
export function isPartMark(added: string): boolean {
  if (added.length > LONGEST) return false;
  const [, part, total] = MARK.exec(added) ?? [];
  return part !== undefined && Number(part) >= 1 && Number(part) <= Number(total) && Number(total) <= 20;
}

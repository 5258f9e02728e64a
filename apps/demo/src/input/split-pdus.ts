/** The shortest SMS-DELIVER without user data and SMSC has 13 octets: shorter runs of hex are numbers or identifiers. */
const SHORTEST_PDU_DIGITS = 26;

const HEX = /^[0-9A-Fa-f]+$/;

/** Whether a string is long enough and hexadecimal throughout. */
export function looksLikePdu(text: string): boolean {
  return text.length >= SHORTEST_PDU_DIGITS && HEX.test(text);
}

/** Splits a cell or field that may hold several PDUs, separated by `,` `;` `|`, quotes, brackets or blanks. */
export function splitPdus(text: string): readonly string[] {
  return text
    .split(/[,;|"'[\]]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "")
    .flatMap(splitAtBlanks);
}

/** Blanks stand between PDUs when each piece could be one, else between the octets of a single PDU. */
export function splitAtBlanks(text: string): readonly string[] {
  if (!/\s/.test(text)) return [text];
  const pieces = text.split(/\s+/);
  return pieces.every(looksLikePdu) ? pieces : [text];
}

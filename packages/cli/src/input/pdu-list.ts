/**
 * The hex digits of the shortest SMS-DELIVER there is: first octet, an originator of no digits, TP-PID,
 * TP-DCS, TP-SCTS and TP-UDL, without SMSC.
 */
const SHORTEST_PDU = 26;

/**
 * The PDUs in one cell or JSON string: a JSON array of strings, or PDUs separated by `,` `;` `|` or blanks.
 * Blanks separate PDUs only where a piece is long enough to be one: `07 91 72` is octets of one PDU.
 */
export function splitPduList(cell: string): readonly string[] {
  const text = cell.trim();
  if (text === "") return [];
  if (HEX.test(text)) return [text];
  if (text.startsWith("[")) {
    const array = jsonStrings(text);
    if (array) return array;
  }
  const pdus: string[] = [];
  for (const piece of text.split(/[,;|]/)) {
    const trimmed = piece.trim();
    if (trimmed === "") continue;
    const words = trimmed.split(/\s+/);
    if (words.some((word) => word.length >= SHORTEST_PDU)) pdus.push(...words);
    else pdus.push(trimmed);
  }
  // Separators alone are no list: the cell is handed on whole, and decoding says what is wrong with it.
  return pdus.length > 0 ? pdus : [text];
}

const HEX = /^[0-9a-fA-F]+$/;

function jsonStrings(text: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  } catch {
    // Not JSON: the cell is read as a plain list.
  }
  return null;
}

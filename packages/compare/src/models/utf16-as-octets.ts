import { pageNamed } from "../charset/code-pages.ts";
import { GSM_CHARACTERS, septetOf } from "../charset/gsm-tables.ts";
import { type Block, mapBlocks } from "../text/mapped-text.ts";
import { convertCharacters } from "./convert-characters.ts";
import type { Candidate, TextModel } from "./text-model.ts";

type OctetReader = readonly [name: string, read: (octet: number) => string];

/** Which octet of a code unit comes first, by how far it is shifted. */
const ORDERS = [
  ["", 8, 0],
  [" (little-endian)", 0, 8],
] as const;

const LATIN1 = pageNamed("iso-8859-1");
const WINDOWS = pageNamed("windows-1252");

const READERS: readonly OctetReader[] = [
  ["GSM 7-bit", (octet) => GSM_CHARACTERS[octet & 0x7f] ?? ""],
  ["ISO-8859-1", (octet) => LATIN1.characterOf(octet)],
  ["windows-1252", (octet) => WINDOWS.characterOf(octet)],
  ["ASCII, zero octets lost", (octet) => (octet === 0 ? "" : LATIN1.characterOf(octet))],
  ["ASCII, zero octets as blanks", (octet) => (octet === 0 ? " " : LATIN1.characterOf(octet))],
  ["ASCII, zero octets as question marks", (octet) => (octet === 0 ? "?" : LATIN1.characterOf(octet))],
  ["ASCII, control characters lost", (octet) => (octet < 0x20 ? "" : LATIN1.characterOf(octet))],
];

/** UCS-2 octets read one by one, as GSM 7-bit, ASCII or Latin-1: "K" becomes "@K" or NUL and "K". */
export const utf16AsOctets: TextModel = {
  name: "UCS-2 octets read one by one",
  explains: "octets",
  cost: 30,
  *candidates(source, { delivered }): Iterable<Candidate> {
    for (const [order, first, second] of ORDERS)
      for (const [name, read] of READERS) {
        const text = convertCharacters(source, delivered, (character) => {
          let octets = "";
          for (let i = 0; i < character.length; i++) {
            const unit = character.charCodeAt(i);
            octets += read((unit >> first) & 0xff) + read((unit >> second) & 0xff);
          }
          return octets;
        });
        if (text !== null)
          yield { text, codes: ["ENC_UTF16_AS_8BIT"], variant: `UCS-2 octets${order} read as ${name}` };
      }
  },
  *undo(delivered, sent): Iterable<Candidate> {
    for (const [order, first, second] of ORDERS)
      for (const [name, octetOf] of WRITERS) {
        const blocks = pairs(delivered.text, sent, octetOf, first, second);
        if (blocks !== null)
          yield {
            text: mapBlocks(delivered, blocks),
            codes: ["ENC_UTF16_AS_8BIT"],
            variant: `UCS-2 octets${order} read as ${name}`,
          };
      }
  },
};

type OctetWriter = readonly [name: string, octetOf: (character: string) => number | undefined];

const WRITERS: readonly OctetWriter[] = [
  ["GSM 7-bit", septetOf],
  ["ISO-8859-1", LATIN1.octetOf],
  ["ASCII, zero octets as blanks", (character) => (character === " " ? 0 : LATIN1.octetOf(character))],
];

/** Share of the pairs that must be code units of the sent text. */
const ENOUGH = 0.6;

/** Pairs after which the rest is not looked at, when fewer than this share of them are likely. */
const SAMPLE = 40;
const UNLIKELY = 0.2;

/** Takes octets two by two as code units, from the start as far as it goes. Null when that makes no text. */
function pairs(
  text: string,
  sent: string,
  octetOf: (character: string) => number | undefined,
  first: number,
  second: number,
): readonly Block[] | null {
  const blocks: Block[] = [];
  let likely = 0;
  let offset = 0;
  for (; offset + 1 < text.length; offset += 2) {
    const one = octetOf(text[offset] ?? "");
    const other = octetOf(text[offset + 1] ?? "");
    if (one === undefined || other === undefined) break;
    const unit = (one << first) | (other << second);
    const character = String.fromCharCode(unit);
    if (sent.includes(character)) likely += 1;
    blocks.push({ length: 2, text: character });
    // Enough seen to know that it is something else.
    if (blocks.length === SAMPLE && likely < SAMPLE * UNLIKELY) return null;
  }
  if (blocks.length < 2 || likely < blocks.length * ENOUGH) return null;
  return offset < text.length
    ? [...blocks, { length: text.length - offset, text: text.slice(offset) }]
    : blocks;
}

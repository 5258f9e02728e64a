import { gsm7 } from "@smsproof/pdu";
import { pageNamed } from "../charset/code-pages.ts";
import { extensionSeptetOf, septetOf } from "../charset/gsm-tables.ts";
import { decodeUtf8, encodeUtf8 } from "../charset/utf8.ts";
import { mapMatches, opaque } from "../text/mapped-text.ts";
import { convertCharacters } from "./convert-characters.ts";
import type { Candidate, TextModel } from "./text-model.ts";

type Writer = readonly [name: string, octets: (character: string) => readonly number[] | null];

const utf16 = (character: string): readonly number[] =>
  Array.from({ length: character.length }, (_, i) => character.charCodeAt(i)).flatMap((unit) => [
    unit >> 8,
    unit & 0xff,
  ]);

const gsm = (character: string): readonly number[] | null => {
  const septet = septetOf(character);
  if (septet !== undefined) return [septet];
  const extension = extensionSeptetOf(character);
  return extension === undefined ? null : [0x1b, extension];
};

const octetsOf = (octets: Uint8Array | null): readonly number[] | null =>
  octets === null ? null : [...octets];

const WRITERS: readonly Writer[] = [
  ["UCS-2", utf16],
  ["UTF-8", (character) => [...encodeUtf8(character)]],
  ["windows-1252", (character) => octetsOf(pageNamed("windows-1252").encode(character))],
  ["GSM 7-bit", gsm],
  [
    "little-endian UCS-2",
    (character) =>
      utf16(character).flatMap((_, i, all) => (i % 2 === 0 ? [all[i + 1] ?? 0, all[i] ?? 0] : [])),
  ],
];

const HEX_RUN = /(?:[0-9a-f]{2}[ :,-]?){5,}/i;

/** Octets shown as hex digits, upper or lower case, with or without something between them. */
export const hexText: TextModel = {
  name: "octets shown as hex",
  explains: "octets",
  cost: 30,
  *candidates(source, { delivered }): Iterable<Candidate> {
    const run = HEX_RUN.exec(delivered)?.[0];
    if (run === undefined) return;
    const lower = /[a-f]/.test(run);
    const between = /^[0-9a-f]{2}([ :,-])/i.exec(run)?.[1] ?? "";
    const spell = (octets: readonly number[]): string =>
      octets
        .map((octet) => octet.toString(16).padStart(2, "0"))
        .map((digits) => (lower ? digits : digits.toUpperCase()) + between)
        .join("");
    for (const [name, octets] of WRITERS) {
      const text = convertCharacters(source, delivered, (character) => {
        const written = octets(character);
        return written === null ? null : spell(written);
      });
      if (text === null) continue;
      const trimmed =
        between === ""
          ? text
          : { ...text, text: text.text.slice(0, -1), origin: text.origin?.slice(0, -1) ?? null };
      yield { text: trimmed, codes: ["ENC_HEX_TEXT"], variant: `${name} octets shown as hex` };
    }
    const septets = gsm7.encode(source.text);
    if (septets !== null)
      yield {
        text: opaque(source, spell([...gsm7.pack(septets)])),
        codes: ["ENC_HEX_TEXT"],
        variant: "packed GSM 7-bit octets shown as hex",
      };
  },
  *undo(delivered): Iterable<Candidate> {
    for (const [name, read] of READERS) {
      let readable = true;
      const text = mapMatches(delivered, LONG_RUN, (run) => {
        const octets = (run.match(/[0-9a-f]{2}/gi) ?? []).map((digits) => Number.parseInt(digits, 16));
        const shown = read(octets);
        readable &&= shown !== null;
        return shown;
      });
      if (readable && text.text !== delivered.text)
        yield { text, codes: ["ENC_HEX_TEXT"], variant: `${name} octets shown as hex` };
    }
  },
};

/** Twenty octets: shorter runs are found by the way forward. */
const LONG_RUN = /(?:[0-9a-f]{2}[ :,-]?){19,}[0-9a-f]{2}/gi;

type Reader = readonly [name: string, read: (octets: readonly number[]) => string | null];

const READERS: readonly Reader[] = [
  ["UCS-2", (octets) => units(octets, 8, 0)],
  ["little-endian UCS-2", (octets) => units(octets, 0, 8)],
  ["UTF-8", (octets) => readableOrNull(decodeUtf8(Uint8Array.from(octets)))],
];

function units(octets: readonly number[], first: number, second: number): string | null {
  let text = "";
  for (let i = 0; i + 1 < octets.length; i += 2)
    text += String.fromCharCode(((octets[i] ?? 0) << first) | ((octets[i + 1] ?? 0) << second));
  return readableOrNull(text);
}

/** Null for what no sender writes: control characters, or octets that are no text in this reading. */
const readableOrNull = (text: string): string | null =>
  /[^\P{Cc}\s]|[\ufffd\p{Co}]/u.test(text) ? null : text;

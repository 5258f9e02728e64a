import { pageNamed } from "../charset/code-pages.ts";
import { GSM_CHARACTERS } from "../charset/gsm-tables.ts";
import { mapCharacters } from "../text/mapped-text.ts";
import type { Candidate, TextModel } from "./text-model.ts";

type OctetReader = readonly [name: string, read: (octet: number) => string];

const LATIN1 = pageNamed("iso-8859-1");
const WINDOWS = pageNamed("windows-1252");
const one = (octet: number): Uint8Array => Uint8Array.of(octet);

const READERS: readonly OctetReader[] = [
  ["GSM 7-bit", (octet) => GSM_CHARACTERS[octet & 0x7f] ?? ""],
  ["ISO-8859-1", (octet) => LATIN1.decode(one(octet))],
  ["windows-1252", (octet) => WINDOWS.decode(one(octet))],
  ["ASCII, zero octets lost", (octet) => (octet === 0 ? "" : LATIN1.decode(one(octet)))],
  ["ASCII, zero octets as blanks", (octet) => (octet === 0 ? " " : LATIN1.decode(one(octet)))],
  ["ASCII, zero octets as question marks", (octet) => (octet === 0 ? "?" : LATIN1.decode(one(octet)))],
  ["ASCII, control characters lost", (octet) => (octet < 0x20 ? "" : LATIN1.decode(one(octet)))],
];

/** UCS-2 octets read one by one, as GSM 7-bit, ASCII or Latin-1: "K" becomes "@K" or NUL and "K". */
export const utf16AsOctets: TextModel = {
  name: "UCS-2 octets read one by one",
  cost: 30,
  *candidates(source): Iterable<Candidate> {
    for (const [order, first, second] of [
      ["", 8, 0],
      [" (little-endian)", 0, 8],
    ] as const)
      for (const [name, read] of READERS)
        yield {
          text: mapCharacters(source, (character) => {
            let octets = "";
            for (let i = 0; i < character.length; i++) {
              const unit = character.charCodeAt(i);
              octets += read((unit >> first) & 0xff) + read((unit >> second) & 0xff);
            }
            return octets;
          }),
          codes: ["ENC_UTF16_AS_8BIT"],
          variant: `UCS-2 octets${order} read as ${name}`,
        };
  },
};

import { extensionSeptetOf, septetOf } from "../charset/gsm-tables.ts";
import { convertCharacters } from "./convert-characters.ts";
import type { Candidate, TextModel } from "./text-model.ts";

type ControlReader = readonly [words: string, show: (control: string) => string];

const CONTROLS: readonly ControlReader[] = [
  ["", (control) => control],
  [", control characters as question marks", () => "?"],
  [", control characters as U+FFFD", () => "\ufffd"],
  [", control characters as boxes", () => "□"],
  [", control characters as blanks", () => " "],
  [", control characters lost", () => ""],
];

/** GSM 7-bit code values read as ASCII: "@" becomes NUL, "$" STX, "_" DC1, "ä" "{". */
export const gsm7AsAscii: TextModel = {
  name: "GSM 7-bit codes read as ASCII",
  explains: "octets",
  cost: 30,
  *candidates(source, { delivered }): Iterable<Candidate> {
    // With nothing but extension characters touched it would be their escape that was lost.
    if (![...source.text].some(isReadOtherwise)) return;
    for (const [words, show] of CONTROLS)
      for (const shownEscape of ["\u001b", ""]) {
        const shown = (septet: number): string => {
          const character = String.fromCharCode(septet);
          return septet < 0x20 && septet !== 0x0a && septet !== 0x0d ? show(character) : character;
        };
        const text = convertCharacters(source, delivered, (character) => {
          const septet = septetOf(character);
          if (septet !== undefined) return shown(septet);
          const extension = extensionSeptetOf(character);
          if (extension === undefined) return character;
          return (shownEscape === "" ? "" : show(shownEscape)) + shown(extension);
        });
        if (text !== null)
          yield { text, codes: ["ENC_GSM7_AS_ASCII"], variant: `GSM 7-bit codes read as ASCII${words}` };
      }
  },
};

function isReadOtherwise(character: string): boolean {
  const septet = septetOf(character);
  return septet !== undefined && String.fromCharCode(septet) !== character;
}

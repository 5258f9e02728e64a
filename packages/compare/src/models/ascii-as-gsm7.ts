import { GSM_CHARACTERS } from "../charset/gsm-tables.ts";
import { convertCharacters } from "./convert-characters.ts";
import type { Candidate, TextModel } from "./text-model.ts";

/** ASCII code values read as GSM 7-bit: "@" becomes "¡", "$" "¤", "_" "§", "[" "Ä". */
export const asciiAsGsm7: TextModel = {
  name: "ASCII codes read as GSM 7-bit",
  explains: "octets",
  cost: 30,
  *candidates(source, { delivered }): Iterable<Candidate> {
    const text = convertCharacters(source, delivered, (character) =>
      character >= " " && character < "\x7f"
        ? (GSM_CHARACTERS[character.charCodeAt(0)] ?? character)
        : character,
    );
    if (text !== null) yield { text, codes: ["ENC_ASCII_AS_GSM7"], variant: "ASCII codes read as GSM 7-bit" };
  },
};

import { GSM_CHARACTERS } from "../charset/gsm-tables.ts";
import { mapCharacters } from "../text/mapped-text.ts";
import type { Candidate, TextModel } from "./text-model.ts";

/** ASCII code values read as GSM 7-bit: "@" becomes "¡", "$" "¤", "_" "§", "[" "Ä". */
export const asciiAsGsm7: TextModel = {
  name: "ASCII codes read as GSM 7-bit",
  cost: 30,
  *candidates(source): Iterable<Candidate> {
    yield {
      text: mapCharacters(source, (character) =>
        character >= " " && character < "\x7f"
          ? (GSM_CHARACTERS[character.charCodeAt(0)] ?? character)
          : character,
      ),
      codes: ["ENC_ASCII_AS_GSM7"],
      variant: "ASCII codes read as GSM 7-bit",
    };
  },
};

import { mapCharacters } from "../text/mapped-text.ts";
import { convertCharacters } from "./convert-characters.ts";
import type { Candidate, TextModel } from "./text-model.ts";

/** UCS-2 read with the other byte order: "A" becomes U+4100. */
export const utf16Byteswap: TextModel = {
  name: "UCS-2 with the other byte order",
  explains: "octets",
  cost: 30,
  *candidates(source, { delivered }): Iterable<Candidate> {
    const text = convertCharacters(source, delivered, swapped);
    if (text !== null) yield { text, ...REPORT };
  },
  *undo(delivered): Iterable<Candidate> {
    const units = delivered.text.length;
    let ascii = 0;
    const text = mapCharacters(delivered, (character) => {
      // Text that was put round the message afterwards was not swapped.
      if (character < "\x80") return character;
      const back = swapped(character);
      if (back < "\x80") ascii += 1;
      return back;
    });
    if (ascii * 4 >= units) yield { text, ...REPORT };
  },
};

const REPORT = { codes: ["ENC_UTF16_BYTESWAP"], variant: "UCS-2 read with the other byte order" } as const;

function swapped(character: string): string {
  let text = "";
  for (let i = 0; i < character.length; i++) {
    const unit = character.charCodeAt(i);
    text += String.fromCharCode(((unit & 0xff) << 8) | (unit >> 8));
  }
  return text;
}

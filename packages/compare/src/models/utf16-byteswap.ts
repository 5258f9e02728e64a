import { mapCharacters } from "../text/mapped-text.ts";
import type { Candidate, TextModel } from "./text-model.ts";

/** UCS-2 read with the other byte order: "A" becomes U+4100. */
export const utf16Byteswap: TextModel = {
  name: "UCS-2 with the other byte order",
  cost: 30,
  *candidates(source): Iterable<Candidate> {
    yield {
      text: mapCharacters(source, (character) => {
        let swapped = "";
        for (let i = 0; i < character.length; i++) {
          const unit = character.charCodeAt(i);
          swapped += String.fromCharCode(((unit & 0xff) << 8) | (unit >> 8));
        }
        return swapped;
      }),
      codes: ["ENC_UTF16_BYTESWAP"],
      variant: "UCS-2 read with the other byte order",
    };
  },
};

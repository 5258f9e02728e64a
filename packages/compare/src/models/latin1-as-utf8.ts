import { pageNamed } from "../charset/code-pages.ts";
import { decodeUtf8 } from "../charset/utf8.ts";
import { mapNonAsciiRuns } from "../text/mapped-text.ts";
import { type Candidate, hasNonAscii, type TextModel } from "./text-model.ts";

const WRITERS = [pageNamed("iso-8859-1"), pageNamed("windows-1252")];

/** Latin-1 octets read as UTF-8: "é" becomes U+FFFD, and mojibake that was sent becomes plain text. */
export const latin1AsUtf8: TextModel = {
  name: "Latin-1 octets read as UTF-8",
  explains: "octets",
  // Cheaper than a stand-in for one letter: where it reproduces the text, it says where the stand-ins come from.
  cost: 5,
  *candidates(source): Iterable<Candidate> {
    if (!hasNonAscii(source.text)) return;
    for (const writer of WRITERS) {
      const text = mapNonAsciiRuns(source, (run) => {
        const octets = writer.encode(run);
        return octets === null ? null : decodeUtf8(octets);
      });
      if (text !== null)
        yield { text, codes: ["ENC_LATIN1_AS_UTF8"], variant: `${writer.name} octets read as UTF-8` };
    }
  },
};

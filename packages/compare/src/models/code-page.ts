import { CODE_PAGES, type CodePage } from "../charset/code-pages.ts";
import { decodeMultiOctet, encodeMultiOctet, MULTI_OCTET_PAGES } from "../charset/multi-octet.ts";
import { decodeUtf8, encodeUtf8 } from "../charset/utf8.ts";
import { mapNonAsciiRuns } from "../text/mapped-text.ts";
import { type Candidate, hasNonAscii, type TextModel } from "./text-model.ts";

interface Writer {
  readonly name: string;
  readonly encode: (text: string) => Uint8Array | null;
}

interface Reader {
  readonly name: string;
  readonly decode: (octets: Uint8Array) => string | null;
}

const MULTI = MULTI_OCTET_PAGES.map((name) => ({
  name,
  encode: (text: string) => encodeMultiOctet(name, text),
  decode: (octets: Uint8Array) => decodeMultiOctet(name, octets),
}));
const UTF8 = { name: "UTF-8", encode: encodeUtf8, decode: decodeUtf8 };

/** UTF-8 read as these two has a code of its own. */
const LATIN1_READERS = new Set(["iso-8859-1", "windows-1252"]);

const READERS: readonly Reader[] = [...CODE_PAGES, ...MULTI, UTF8];

const EAST_ASIAN = /[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]/;

/** Whoever can write the text: multi-octet pages only where there is something of theirs to write. */
function writersOf(text: string): readonly Writer[] {
  const pages: readonly CodePage[] = CODE_PAGES.filter(({ encode }) => encode(text) !== null);
  return [
    UTF8,
    ...pages,
    ...(EAST_ASIAN.test(text) ? MULTI.filter(({ encode }) => encode(text) !== null) : []),
  ];
}

/** The non-ASCII beginning by which a variant is tried before the whole text is converted. */
const SAMPLE = /\P{ASCII}{1,6}/u;

/** One legacy code page read as another ("Ваш" in windows-1251 read as windows-1252 is "Âàø"), UTF-8 as GBK. */
export const codePage: TextModel = {
  name: "one code page read as another",
  cost: 33,
  *candidates(source, { delivered }): Iterable<Candidate> {
    if (!hasNonAscii(source.text)) return;
    const sample = SAMPLE.exec(source.text)?.[0] ?? "";
    const sampleIsRun = sample.length < 6;
    const seen = new Set<string>();
    for (const writer of writersOf(source.text)) {
      const octets = writer.encode(sample);
      if (octets === null) continue;
      for (const reader of READERS) {
        if (reader.name === writer.name || (writer === UTF8 && LATIN1_READERS.has(reader.name))) continue;
        if (reader === UTF8 && LATIN1_READERS.has(writer.name)) continue;
        const shown = reader.decode(octets);
        if (shown === null || shown === sample) continue;
        // The last character of a sample cut out of a run may be spoilt by the cut.
        const probe = sampleIsRun ? shown : shown.slice(0, Math.max(1, shown.length - 2));
        if (/^\ufffd*$/.test(probe) || !delivered.includes(probe)) continue;
        const text = mapNonAsciiRuns(source, (run) => {
          const written = writer.encode(run);
          return written === null ? null : reader.decode(written);
        });
        if (text === null || seen.has(text.text)) continue;
        seen.add(text.text);
        yield { text, codes: ["ENC_CODEPAGE"], variant: `${writer.name} octets read as ${reader.name}` };
      }
    }
  },
};

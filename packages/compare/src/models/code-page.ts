import { CODE_PAGES, type CodePage } from "../charset/code-pages.ts";
import {
  decodeMultiOctet,
  decodeOctetwise,
  encodeMultiOctet,
  MULTI_OCTET_PAGES,
} from "../charset/multi-octet.ts";
import { decodeUtf8, encodeUtf8 } from "../charset/utf8.ts";
import { type MappedText, mapCharacters, mapNonAsciiRuns } from "../text/mapped-text.ts";
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
/** The same where octets that do not fit have become U+FFFD one by one. */
const OCTETWISE = MULTI_OCTET_PAGES.map((name) => ({
  name,
  decode: (octets: Uint8Array) => decodeOctetwise(name, octets),
}));
const UTF8 = { name: "UTF-8", encode: encodeUtf8, decode: decodeUtf8 };

/** UTF-8 read as these two, and these two read as UTF-8, have codes of their own. */
const LATIN1 = new Set(["iso-8859-1", "windows-1252"]);

const EAST_ASIAN = /[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]/;

/** One legacy code page read as another ("Ваш" in windows-1251 read as windows-1252 is "Âàø"), UTF-8 as GBK. */
export const codePage: TextModel = {
  name: "one code page read as another",
  explains: "octets",
  cost: 33,
  *candidates(source, { delivered }): Iterable<Candidate> {
    if (!hasNonAscii(source.text)) return;
    const seen = new Set<string>();
    for (const { text, writer, reader } of [
      ...singleOctetTexts(source, delivered),
      ...regroupedTexts(source, delivered),
    ]) {
      if (seen.has(text.text)) continue;
      seen.add(text.text);
      yield { text, codes: ["ENC_CODEPAGE"], variant: `${writer} octets read as ${reader}` };
    }
  },
};

interface Misread {
  readonly text: MappedText;
  readonly writer: string;
  readonly reader: string;
}

/** Pages of one octet a character: character for character. The first that would change must show in the delivered text. */
function* singleOctetTexts(source: MappedText, delivered: string): Generator<Misread> {
  const characters = [...new Set(source.text.match(/\P{ASCII}/gu) ?? [])];
  for (const writer of CODE_PAGES) {
    const octets = characters.map(writer.octetOf);
    if (octets.includes(undefined)) continue;
    for (const reader of CODE_PAGES) {
      const first = octets.findIndex((octet, i) => reader.characterOf(octet ?? 0) !== characters[i]);
      if (first < 0 || !delivered.includes(reader.characterOf(octets[first] ?? 0))) continue;
      const shown = octets.map((octet) => reader.characterOf(octet ?? 0));
      const read = new Map(characters.map((character, i) => [character, shown[i] ?? character] as const));
      yield {
        text: mapCharacters(source, (character) => read.get(character) ?? character),
        writer: writer.name,
        reader: reader.name,
      };
    }
  }
}

/** The beginning by which a variant is tried before the whole text is converted. */
const SAMPLE = /\P{ASCII}{1,6}/u;
const SAMPLE_LENGTH = 6;

/** Pages that take octets together in another way: run for run. */
function* regroupedTexts(source: MappedText, delivered: string): Generator<Misread> {
  const sample = SAMPLE.exec(source.text)?.[0] ?? "";
  const eastAsian = EAST_ASIAN.test(source.text);
  const writers: readonly Writer[] = [UTF8, ...(eastAsian ? MULTI : []), ...CODE_PAGES];
  for (const writer of writers) {
    const octets = writer.encode(sample);
    if (octets === null) continue;
    const single = CODE_PAGES.includes(writer as CodePage);
    // Korean needs it always: Node's own euc-kr has no more syllables than KS X 1001.
    const multi = eastAsian || delivered.includes("\ufffd") ? [...MULTI, ...OCTETWISE] : MULTI;
    const readers: readonly Reader[] = single ? [...multi, UTF8] : [...CODE_PAGES, ...multi, UTF8];
    for (const reader of readers) {
      if (reader.name === writer.name || (writer === UTF8 && LATIN1.has(reader.name))) continue;
      if (reader === UTF8 && LATIN1.has(writer.name)) continue;
      const shown = reader.decode(octets);
      if (shown === null) continue;
      // The last characters of a sample cut out of a run may be spoilt by the cut.
      const probe = sample.length < SAMPLE_LENGTH ? shown : shown.slice(0, Math.max(1, shown.length - 2));
      if (/^\ufffd*$/.test(probe) || !delivered.includes(probe)) continue;
      const text = mapNonAsciiRuns(source, (run) => {
        const written = writer.encode(run);
        return written === null ? null : reader.decode(written);
      });
      if (text !== null) yield { text, writer: writer.name, reader: reader.name };
    }
  }
}

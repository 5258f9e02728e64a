/** The part of the web's `TextDecoder` that is used here; engines without it have no multi-octet pages. */
interface WebTextDecoder {
  decode(octets: Uint8Array): string;
}
type WebTextDecoderConstructor = new (label: string) => WebTextDecoder;
const Decoder = (globalThis as { readonly TextDecoder?: WebTextDecoderConstructor }).TextDecoder;

/** Code pages of one or two octets a character, by their web names (WHATWG Encoding). */
export type MultiOctetPage = "gbk" | "big5" | "euc-kr" | "shift_jis" | "euc-jp";
export const MULTI_OCTET_PAGES: readonly MultiOctetPage[] = ["gbk", "big5", "euc-kr", "shift_jis", "euc-jp"];

const decoders = new Map<MultiOctetPage, WebTextDecoder | null>();

/** Null in an engine that does not know the page. */
export function decodeMultiOctet(page: MultiOctetPage, octets: Uint8Array): string | null {
  let decoder = decoders.get(page);
  if (decoder === undefined) {
    try {
      decoder = Decoder === undefined ? null : new Decoder(page);
    } catch {
      decoder = null;
    }
    decoders.set(page, decoder);
  }
  return decoder === null ? null : decoder.decode(octets);
}

const encoders = new Map<MultiOctetPage, ReadonlyMap<string, number>>();

/** The web has no encoder for these pages: the decoder is asked once about every pair of octets. */
function encoderOf(page: MultiOctetPage): ReadonlyMap<string, number> {
  let codes = encoders.get(page);
  if (codes === undefined) {
    const found = new Map<string, number>();
    for (let first = 0x81; first <= 0xfe; first++) {
      const row = new Uint8Array((0xfe - 0x40 + 1) * 3);
      for (let second = 0x40; second <= 0xfe; second++) row.set([first, second, 0x0a], (second - 0x40) * 3);
      const characters = (decodeMultiOctet(page, row) ?? "").split("\n");
      for (const [index, character] of characters.entries())
        if (character.length === 1 && character > "\x7f" && character !== "\ufffd" && !found.has(character))
          found.set(character, (first << 8) | (0x40 + index));
    }
    codes = found;
    encoders.set(page, codes);
  }
  return codes;
}

/** Octets of a text, null when it has a character that the page lacks. */
export function encodeMultiOctet(page: MultiOctetPage, text: string): Uint8Array | null {
  const codes = encoderOf(page);
  const octets: number[] = [];
  for (const character of text) {
    const code = character < "\x80" ? (character.codePointAt(0) ?? 0) : codes.get(character);
    if (code === undefined) return null;
    if (code > 0xff) octets.push(code >> 8, code & 0xff);
    else octets.push(code);
  }
  return Uint8Array.from(octets);
}

const pairs = new Map<MultiOctetPage, ReadonlyMap<number, string>>();

function pairsOf(page: MultiOctetPage): ReadonlyMap<number, string> {
  let characters = pairs.get(page);
  if (characters === undefined) {
    const found = new Map(Array.from(encoderOf(page), ([character, code]) => [code, character]));
    if (page === "euc-kr" && found.size > 0) addUnifiedHangul(found);
    pairs.set(page, found);
    characters = found;
  }
  return characters;
}

/**
 * Unified Hangul Code (code page 949): the syllables that KS X 1001 lacks, in order, on the codes that it leaves free.
 * Browsers have them in euc-kr, Node has not.
 */
function addUnifiedHangul(characters: Map<number, string>): void {
  const known = new Set([...characters].flatMap(([code, character]) => (code >= 0xb0a1 ? [character] : [])));
  let syllable = 0xac00;
  for (let first = 0x81; first <= 0xc6; first++)
    for (let second = 0x41; second <= (first <= 0xa0 ? 0xfe : 0xa0); second++) {
      if ((second > 0x5a && second < 0x61) || (second > 0x7a && second < 0x81)) continue;
      while (known.has(String.fromCharCode(syllable))) syllable += 1;
      if (syllable > 0xd7a3) return;
      characters.set((first << 8) | second, String.fromCharCode(syllable));
      syllable += 1;
    }
}

const PRIVATE_USE = /[\ue000-\uf8ff]/;

/**
 * As most programs read these pages, code page 949 for euc-kr, where octets do not fit: U+FFFD for one octet, and on with the next, while the web's
 * decoders drop a pair. Characters of users are unknown to them. Null in an engine that does not know the page.
 */
export function decodeOctetwise(page: MultiOctetPage, octets: Uint8Array): string | null {
  const characters = pairsOf(page);
  if (characters.size === 0) return null;
  let text = "";
  for (let i = 0; i < octets.length; i++) {
    const pair = characters.get(((octets[i] ?? 0) << 8) | (octets[i + 1] ?? 0));
    if (pair !== undefined && !PRIVATE_USE.test(pair)) {
      text += pair;
      i += 1;
    } else text += decodeMultiOctet(page, octets.subarray(i, i + 1)) ?? "\ufffd";
  }
  return text;
}

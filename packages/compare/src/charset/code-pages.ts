import table from "../data/code-pages.generated.json" with { type: "json" };

/** A code page of one octet a character whose lower half is ASCII. */
export interface CodePage {
  readonly name: string;
  /** Octets of a text, null when it has a character that the page lacks. */
  readonly encode: (text: string) => Uint8Array | null;
  readonly decode: (octets: Uint8Array) => string;
  /** The octet of one UTF-16 unit, undefined where the page lacks it. */
  readonly octetOf: (unit: string) => number | undefined;
  /** The character of one octet, U+FFFD where the page has none. */
  readonly characterOf: (octet: number) => string;
}

function codePage(name: string, upper: string): CodePage {
  const octets = new Map<string, number>();
  for (let i = 0; i < upper.length; i++)
    if (upper[i] !== "\ufffd" && !octets.has(upper[i] ?? "")) octets.set(upper[i] ?? "", 0x80 + i);
  const characterOf = (octet: number): string =>
    octet < 0x80 ? String.fromCharCode(octet) : (upper[octet - 0x80] ?? "\ufffd");
  const octetOf = (unit: string): number | undefined =>
    unit < "\x80" ? unit.charCodeAt(0) : octets.get(unit);
  return {
    name,
    octetOf,
    characterOf,
    encode(text) {
      const encoded = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        const octet = octetOf(text[i] ?? "");
        if (octet === undefined) return null;
        encoded[i] = octet;
      }
      return encoded;
    },
    decode: (encoded) => Array.from(encoded, characterOf).join(""),
  };
}

const PAGES = new Map(Object.entries(table.pages).map(([name, upper]) => [name, codePage(name, upper)]));

/** Every code page of one octet a character. */
export const CODE_PAGES: readonly CodePage[] = [...PAGES.values()];

/** The code page of this name; the names are those of the table. */
export function pageNamed(name: keyof typeof table.pages): CodePage {
  return PAGES.get(name) ?? codePage(name, "");
}

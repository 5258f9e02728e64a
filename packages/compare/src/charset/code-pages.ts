import table from "../data/code-pages.generated.json" with { type: "json" };

/** A code page of one octet a character whose lower half is ASCII. */
export interface CodePage {
  readonly name: string;
  /** Octets of a text, null when it has a character that the page lacks. */
  readonly encode: (text: string) => Uint8Array | null;
  readonly decode: (octets: Uint8Array) => string;
}

function codePage(name: string, upper: string): CodePage {
  const octets = new Map<string, number>();
  for (let i = 0; i < upper.length; i++)
    if (upper[i] !== "\ufffd" && !octets.has(upper[i] ?? "")) octets.set(upper[i] ?? "", 0x80 + i);
  return {
    name,
    encode(text) {
      const encoded = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        const octet = unit < 0x80 ? unit : octets.get(text[i] ?? "");
        if (octet === undefined) return null;
        encoded[i] = octet;
      }
      return encoded;
    },
    decode(encoded) {
      let text = "";
      for (const octet of encoded)
        text += octet < 0x80 ? String.fromCharCode(octet) : (upper[octet - 0x80] ?? "\ufffd");
      return text;
    },
  };
}

const PAGES = new Map(Object.entries(table.pages).map(([name, upper]) => [name, codePage(name, upper)]));

/** Every code page of one octet a character. */
export const CODE_PAGES: readonly CodePage[] = [...PAGES.values()];

/** The code page of this name; the names are those of the table. */
export function pageNamed(name: keyof typeof table.pages): CodePage {
  return PAGES.get(name) ?? codePage(name, "");
}

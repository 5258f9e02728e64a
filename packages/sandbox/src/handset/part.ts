/** A user data header element other than a concatenation (3GPP TS 23.040, 9.2.3.24). */
export interface HeaderElement {
  readonly id: number;
  readonly octets: Uint8Array;
}

/** Which part of which message a part is. */
export interface PartPlace {
  readonly reference: number;
  readonly bits: 8 | 16;
  readonly total: number;
  readonly sequence: number;
}

/** What the user of a part sees, or octets that are no text. */
export type PartContent =
  | { readonly kind: "text"; readonly alphabet: "gsm7" | "ucs2"; readonly text: string }
  | { readonly kind: "octets"; readonly octets: Uint8Array };

/** One part of a message, as one PDU carries it. */
export interface Part {
  readonly place: PartPlace | null;
  readonly elements: readonly HeaderElement[];
  readonly content: PartContent;
}

/** The text of parts in their order; null as soon as one holds none. */
export function textOfParts(parts: readonly Part[]): string | null {
  let text = "";
  for (const { content } of parts) {
    if (content.kind === "octets") return null;
    text += content.text;
  }
  return text;
}

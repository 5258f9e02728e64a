import type { Layout } from "./layout.ts";

const ALIGNMENTS = ["left", "center", "right", "language-dependent"] as const;

const SIZES = ["normal", "large", "small"] as const;

const COLOURS = [
  "black",
  "dark-grey",
  "dark-red",
  "dark-yellow",
  "dark-green",
  "dark-cyan",
  "dark-blue",
  "dark-magenta",
  "grey",
  "white",
  "bright-red",
  "bright-yellow",
  "bright-green",
  "bright-cyan",
  "bright-blue",
  "bright-magenta",
] as const;

/** A text colour (3GPP TS 23.040, 9.2.3.24.10.1.1). */
export type TextColour = (typeof COLOURS)[number];

/** Text formatting: element 0A (3GPP TS 23.040, 9.2.3.24.10.1.1). */
export interface TextFormatting {
  readonly kind: "text-formatting";
  /** Characters of this part's text before the formatted ones. */
  readonly position: number;
  /** Formatted characters; 0 makes this the default formatting. */
  readonly length: number;
  readonly alignment: (typeof ALIGNMENTS)[number];
  readonly size: (typeof SIZES)[number] | "reserved-3";
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly strikethrough: boolean;
  /** Null together with `background` where the element has no colour octet. */
  readonly foreground: TextColour | null;
  readonly background: TextColour | null;
}

/** RFC 822 e-mail header: element 20 (3GPP TS 23.040, 9.2.3.24.11). */
export interface Rfc822EmailHeader {
  readonly kind: "rfc822-email-header";
  /** Characters of this part's text, or octets of 8-bit data, that are the header of an e-mail. */
  readonly headerLength: number;
}

/** Hyperlink format: element 21 (3GPP TS 23.040, 9.2.3.24.12). */
export interface Hyperlink {
  readonly kind: "hyperlink";
  /** Where the title begins, in characters of the whole message's text. */
  readonly position: number;
  /** Characters of the title. */
  readonly titleLength: number;
  /** Characters of the URL, behind the title and one separator. */
  readonly urlLength: number;
}

/** National language single or locking shift: elements 24 and 25 (3GPP TS 23.040, 9.2.3.24.15 and 9.2.3.24.16). */
export interface NationalLanguageElement {
  readonly kind: "national-language-single-shift" | "national-language-locking-shift";
  /** National language identifier (3GPP TS 23.038, 6.2.1.2.4). */
  readonly language: number;
}

export const TEXT_FORMATTING: Layout<TextFormatting> = {
  id: 0x0a,
  kind: "text-formatting",
  fields: [
    { name: "position", bits: 8 },
    { name: "length", bits: 8 },
    { name: "alignment", bits: 2, as: ALIGNMENTS },
    { name: "size", bits: 2, as: SIZES },
    { name: "bold", bits: 1, as: "flag" },
    { name: "italic", bits: 1, as: "flag" },
    { name: "underlined", bits: 1, as: "flag" },
    { name: "strikethrough", bits: 1, as: "flag" },
    { name: "foreground", bits: 4, as: COLOURS, optional: true },
    { name: "background", bits: 4, as: COLOURS, optional: true },
  ],
  fault: ({ foreground, background }) =>
    (foreground === null) === (background === null) ? null : "has one colour; there are two or none",
};

export const RFC822_EMAIL_HEADER: Layout<Rfc822EmailHeader> = {
  id: 0x20,
  kind: "rfc822-email-header",
  fields: [{ name: "headerLength", bits: 8 }],
};

export const HYPERLINK: Layout<Hyperlink> = {
  id: 0x21,
  kind: "hyperlink",
  fields: [
    { name: "position", bits: 16 },
    { name: "titleLength", bits: 8 },
    { name: "urlLength", bits: 8 },
  ],
};

export const SINGLE_SHIFT: Layout<NationalLanguageElement> = {
  id: 0x24,
  kind: "national-language-single-shift",
  fields: [{ name: "language", bits: 8 }],
};

export const LOCKING_SHIFT: Layout<NationalLanguageElement> = {
  id: 0x25,
  kind: "national-language-locking-shift",
  fields: [{ name: "language", bits: 8 }],
};

import { PduError } from "../pdu-error.ts";
import type { TextAlphabet } from "./part-capacity.ts";
import { LAST_LANGUAGE } from "./shift-tables.ts";

/** How a text may be cut. */
export interface SegmentOptions {
  /** Which alphabets may be used; default both. */
  readonly alphabets?: readonly TextAlphabet[] | undefined;
  /**
   * Which national language tables may be used: `none` (default), `detect` for all 13, or their identifiers. The
   * default is `none` because handsets and gateways without the tables show other letters, with a locking shift all
   * of them (3GPP TS 23.038, annex C), and the sender cannot find out; UCS-2 is read everywhere.
   */
  readonly nationalLanguages?: "none" | "detect" | readonly number[] | undefined;
  /** Bits of the reference in the headers of a text of many parts; default 8. */
  readonly concatenation?: 8 | 16 | undefined;
  /** The reference that the parts share; default 0. */
  readonly reference?: number | undefined;
  /** Whether typographic characters may be replaced where that makes the text cheaper; default false. */
  readonly smartReplacement?: boolean | undefined;
}

/** Options, checked, with their defaults. */
export interface SegmentSettings {
  readonly gsm7: boolean;
  readonly ucs2: boolean;
  readonly languages: readonly number[];
  readonly concatenation: 8 | 16;
  readonly reference: number;
  readonly smartReplacement: boolean;
}

const ALL_LANGUAGES: readonly number[] = /* @__PURE__ */ Array.from(
  { length: LAST_LANGUAGE },
  (_, index) => index + 1,
);

/** Checks options. Throws `UNENCODABLE` for a value that no header or TP-DCS can hold. */
export function settingsOf(options: SegmentOptions): SegmentSettings {
  const {
    alphabets = ["gsm7", "ucs2"],
    nationalLanguages = "none",
    concatenation = 8,
    reference = 0,
  } = options;
  const gsm7 = alphabets.includes("gsm7");
  const ucs2 = alphabets.includes("ucs2");
  if (!gsm7 && !ucs2) throw new PduError("UNENCODABLE", "TP-DCS", 0, "No alphabet is allowed.");
  if (concatenation !== 8 && concatenation !== 16)
    throw new PduError("UNENCODABLE", "TP-UDH", 0, `A reference has 8 or 16 bits, not ${concatenation}.`);
  if (!Number.isInteger(reference) || reference < 0 || reference >= 2 ** concatenation)
    throw new PduError(
      "UNENCODABLE",
      "TP-UDH",
      0,
      `Reference ${reference} does not fit in ${concatenation} bits.`,
    );
  const languages =
    nationalLanguages === "none" ? [] : nationalLanguages === "detect" ? ALL_LANGUAGES : nationalLanguages;
  for (const language of languages)
    if (!ALL_LANGUAGES.includes(language))
      throw new PduError(
        "UNENCODABLE",
        "TP-UDH",
        0,
        `There are no tables for national language ${language}.`,
      );
  return {
    gsm7,
    ucs2,
    languages,
    concatenation,
    reference,
    smartReplacement: options.smartReplacement ?? false,
  };
}

import { PduError } from "../pdu-error.ts";
import { loneSurrogate } from "../ucs2.ts";
import type { Concatenation, NationalLanguage } from "../user-data-header.ts";
import type { TextAlphabet } from "./part-capacity.ts";
import { cutPart } from "./part-cut.ts";
import { MAX_PARTS, type Plan, planOf } from "./plan.ts";
import { type SegmentOptions, type SegmentSettings, settingsOf } from "./segment-options.ts";
import { singleBits, tablesOfUnit } from "./shift-tables.ts";
import type { EncodingName } from "./text-encoding.ts";
import { type Replacement, replaceTypographic } from "./typographic-replacements.ts";

/** What an encoder has to know of a part: spread it into the description of an SMS-SUBMIT or SMS-DELIVER. */
export interface SegmentUserData {
  readonly text: string;
  /** TP-DCS: 0 for GSM 7-bit, 8 for UCS-2, both without a message class. */
  readonly dataCoding: 0 | 8;
  /** Null when the text is in one part. */
  readonly concatenation: Concatenation | null;
  readonly nationalLanguage: NationalLanguage | null;
}

/** One part of a text. */
export interface Segment {
  readonly text: string;
  /** From 1. */
  readonly sequence: number;
  /** Septets, or UTF-16 code units. */
  readonly units: number;
  /** How many more the part could hold. */
  readonly unitsLeft: number;
  readonly userData: SegmentUserData;
}

/** Something a sender may want to know about the parts. */
export interface SegmentationWarning {
  /**
   * `LONE_SURROGATE`: half of a surrogate pair stands in the text, and is sent. `CLUSTER_SPLIT`: a grapheme cluster
   * is longer than a part, and split.
   */
  readonly code: "LONE_SURROGATE" | "CLUSTER_SPLIT";
  /** Where in the text that is sent, in UTF-16 code units. */
  readonly index: number;
  /** One plain sentence. */
  readonly message: string;
}

/** What a text costs. */
export interface SegmentCount {
  /** Parts, 1 to 255. */
  readonly parts: number;
  readonly alphabet: TextAlphabet;
  readonly encoding: EncodingName;
  readonly nationalLanguage: NationalLanguage | null;
  /** Septets (escapes included) or UTF-16 code units in all parts. */
  readonly units: number;
  /** How many more the last part could hold. */
  readonly unitsLeft: number;
  /** Octets of TP-UD in all parts, headers included. */
  readonly octets: number;
  /** What was replaced; empty without `smartReplacement`. */
  readonly replacements: readonly Replacement[];
}

/** A text, cut into parts. */
export interface Segmentation extends Omit<SegmentCount, "parts" | "unitsLeft"> {
  readonly parts: readonly Segment[];
  readonly warnings: readonly SegmentationWarning[];
}

interface Chosen {
  readonly plan: Plan;
  readonly replacements: readonly Replacement[];
}

/**
 * Cuts a text into the parts of a message (3GPP TS 23.038, 23.040 9.2.3.24), in the cheapest encoding allowed:
 * fewest parts, then fewest octets, then in the order default alphabet, UCS-2, single shift, locking shift, both.
 * No escape and no surrogate pair is split, and no grapheme cluster that fits in a part. The texts of the parts,
 * joined, are the text; an empty text is one empty part.
 *
 * Throws `PduError`: `TOO_LONG` (TP-UD) when 255 parts do not hold the text, `UNENCODABLE` when UCS-2 is not allowed
 * and no table holds a character, or when an option has a value that cannot be sent.
 */
export function segment(text: string, options: SegmentOptions = {}): Segmentation {
  const settings = settingsOf(options);
  const { plan, replacements } = choose(text, settings);
  const { parts, warnings } = partsOf(plan, settings);
  const { alphabet, encoding, nationalLanguage, units, octets } = countOf(plan, replacements);
  return { alphabet, encoding, nationalLanguage, units, octets, parts, replacements, warnings };
}

/**
 * What `segment` would give, counted without making the parts: fast enough to be called at every key stroke.
 * Throws as `segment` does.
 */
export function countSegments(text: string, options: SegmentOptions = {}): SegmentCount {
  const { plan, replacements } = choose(text, settingsOf(options));
  return countOf(plan, replacements);
}

function countOf(
  { encoding, parts, unitsLeft, octets }: Plan,
  replacements: readonly Replacement[],
): SegmentCount {
  const { alphabet, name, nationalLanguage, units } = encoding;
  return { parts, alphabet, encoding: name, nationalLanguage, units, unitsLeft, octets, replacements };
}

function choose(text: string, settings: SegmentSettings): Chosen {
  const plan = planOf(text, settings);
  if (settings.smartReplacement) {
    const { text: replaced, replacements } = replaceTypographic(text, settings.languages);
    const other = replacements.length > 0 ? planOf(replaced, { ...settings, ucs2: false }) : null;
    if (other !== null && (plan === null || isLess(other, plan))) return { plan: other, replacements };
  }
  if (plan === null) throw noPlan(text, settings);
  return { plan, replacements: [] };
}

/** A text is changed only for fewer parts or octets, never for a simpler encoding alone. */
function isLess(plan: Plan, than: Plan): boolean {
  return (plan.parts - than.parts || plan.octets - than.octets) < 0;
}

function noPlan(text: string, { ucs2 }: SegmentSettings): PduError {
  const index = ucs2 ? -1 : firstBeyondDefault(text);
  if (index < 0) return new PduError("TOO_LONG", "TP-UD", 0, `The text needs more than ${MAX_PARTS} parts.`);
  const point = (text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return new PduError(
    "UNENCODABLE",
    "TP-UD",
    0,
    `GSM 7-bit does not hold this text: the first character beyond the default alphabet is U+${point} at ${index}.`,
  );
}

function firstBeyondDefault(text: string): number {
  const isDefault = (unit: number): boolean => {
    const tables = tablesOfUnit(unit);
    return ((tables | singleBits(tables)) & 1) !== 0;
  };
  for (let i = 0; i < text.length; i++) if (!isDefault(text.charCodeAt(i))) return i;
  return -1;
}

function partsOf(
  { text, encoding, parts: total, capacity, clusterAt }: Plan,
  { concatenation: bits, reference }: SegmentSettings,
): Pick<Segmentation, "parts" | "warnings"> {
  const parts: Segment[] = [];
  const warnings: SegmentationWarning[] = [];
  const lone = loneSurrogate(text);
  if (lone >= 0)
    warnings.push({
      code: "LONE_SURROGATE",
      index: lone,
      message: `Half of a surrogate pair stands alone at ${lone}.`,
    });
  for (let sequence = 1, start = 0; sequence <= total; sequence++) {
    const { end, units } = cutPart(text, start, capacity, encoding.cost, clusterAt);
    const partText = text.slice(start, end);
    parts.push({
      text: partText,
      sequence,
      units,
      unitsLeft: capacity - units,
      userData: {
        text: partText,
        dataCoding: encoding.alphabet === "gsm7" ? 0 : 8,
        concatenation: total === 1 ? null : { reference, bits, total, sequence },
        nationalLanguage: encoding.nationalLanguage,
      },
    });
    if (end < text.length && clusterAt(end) !== null)
      warnings.push({
        code: "CLUSTER_SPLIT",
        index: end,
        message: `The grapheme cluster at ${end} is longer than a part: it is split.`,
      });
    start = end;
  }
  return { parts, warnings };
}

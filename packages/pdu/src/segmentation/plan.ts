import { type ClusterAt, clustersOf } from "./grapheme-clusters.ts";
import { capacity, headerOctets, userDataOctets } from "./part-capacity.ts";
import { cutPart } from "./part-cut.ts";
import type { SegmentSettings } from "./segment-options.ts";
import { gsm7Encodings, type TextEncoding, ucs2Encoding } from "./text-encoding.ts";

/** The most parts that a concatenated message can count (3GPP TS 23.040, 9.2.3.24.1). */
export const MAX_PARTS = 255;

/** How a text will be cut: encoding, parts, and what they cost. */
export interface Plan {
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly parts: number;
  /** Septets or code units that one part holds. */
  readonly capacity: number;
  /** Septets or code units that the last part leaves free. */
  readonly unitsLeft: number;
  /** Octets of TP-UD in all parts, headers included. */
  readonly octets: number;
  readonly clusterAt: ClusterAt;
}

/**
 * The cheapest plan: fewest parts, then fewest octets, then the encoding of lowest rank. Null when no encoding
 * holds the text in `MAX_PARTS` parts.
 */
export function planOf(text: string, settings: SegmentSettings): Plan | null {
  const clusterAt = clustersOf(text);
  let best: Plan | null = null;
  const encodings = settings.gsm7 ? [...gsm7Encodings(text, settings.languages)] : [];
  if (settings.ucs2) encodings.push(ucs2Encoding(text));
  for (const encoding of encodings) {
    const plan = planIn(encoding, text, settings, clusterAt, best?.parts ?? MAX_PARTS);
    if (plan !== null && (best === null || isCheaper(plan, best))) best = plan;
  }
  return best;
}

/** Whether a plan costs less: fewer parts, then fewer octets, then a lower rank. */
function isCheaper(plan: Plan, than: Plan): boolean {
  return (
    (plan.parts - than.parts || plan.octets - than.octets || plan.encoding.rank - than.encoding.rank) < 0
  );
}

/** The plan in one encoding, null when it needs more than `most` parts. */
function planIn(
  encoding: TextEncoding,
  text: string,
  { concatenation }: SegmentSettings,
  clusterAt: ClusterAt,
  most: number,
): Plan | null {
  const { alphabet, nationalLanguage, units, cost } = encoding;
  const elements = Number(nationalLanguage?.locking != null) + Number(nationalLanguage?.single != null);
  const alone = headerOctets(elements, null);
  const single = capacity(alphabet, alone);
  if (units <= single) {
    const octets = userDataOctets(alphabet, alone, units);
    return { text, encoding, parts: 1, capacity: single, unitsLeft: single - units, octets, clusterAt };
  }
  const header = headerOctets(elements, concatenation);
  const each = capacity(alphabet, header);
  if (units > each * most) return null;
  let parts = 0;
  let octets = 0;
  let last = 0;
  for (let start = 0; start < text.length; parts++) {
    if (parts === most) return null;
    const cut = cutPart(text, start, each, cost, clusterAt);
    start = cut.end;
    last = cut.units;
    octets += userDataOctets(alphabet, header, last);
  }
  return { text, encoding, parts, capacity: each, unitsLeft: each - last, octets, clusterAt };
}

import generic from "../data/generic-senders.json" with { type: "json" };
import labels from "../data/warning-labels.json" with { type: "json" };
import type { FindingCode } from "../result/finding-codes.ts";
import { placeOfNumber, readNumber } from "./sender-number.ts";

const bare = (name: string): string => name.toUpperCase().replace(/[\s._-]/g, "");
const GENERIC: ReadonlySet<string> = new Set(generic.names.map(bare));
const LABELS: ReadonlySet<string> = new Set(labels.labels.map(bare));

export const isGenericName = (name: string): boolean => GENERIC.has(bare(name));
export const isWarningLabel = (name: string): boolean => LABELS.has(bare(name));

/** What kind of other sender has taken the place of the sent one. */
export function nameReplacement(delivered: string, country: string | null): FindingCode {
  if (isWarningLabel(delivered)) return "SENDER_REPLACED_WARNING_LABEL";
  const number = readNumber(delivered);
  if (number === null) return isGenericName(delivered) ? "SENDER_REPLACED_GENERIC" : "SENDER_REPLACED_ALPHA";
  const place = placeOfNumber(number, country);
  if (place === "shortcode") return "SENDER_REPLACED_SHORTCODE";
  return place === "local" ? "SENDER_REPLACED_LONGCODE_LOCAL" : "SENDER_REPLACED_LONGCODE_FOREIGN";
}

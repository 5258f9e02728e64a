import type { FindingCode } from "../result/finding-codes.ts";
import { alteredName, CUT_LENGTHS } from "./altered-name.ts";
import { isGenericName, isWarningLabel, nameReplacement } from "./replaced-sender.ts";
import { readNumber, relateNumbers } from "./sender-number.ts";

/** What became of a sender. */
export interface SenderComparison {
  readonly codes: readonly FindingCode[];
  /** The model of a mistake about character sets that reproduces the delivered name. */
  readonly model: string | null;
}

/** Blanks, NULs and what a fixed-width field makes of NUL in GSM 7-bit. */
const PADDING = /^[\s\0\u200b\ufeff\u200e\u200f]+|[\s\0\u200b\ufeff\u200e\u200f]+$/gu;

/** Compares two different senders; `country` is the destination. */
export function compareSenders(sent: string, delivered: string, country: string | null): SenderComparison {
  if (delivered.replace(PADDING, "") === "") return only("SENDER_EMPTY");
  const name = sent.replace(PADDING, "");
  const arrived = withoutPadding(delivered, name);
  const trimmed: readonly FindingCode[] =
    (name === sent) !== (arrived === delivered) ||
    sent.length - name.length !== delivered.length - arrived.length
      ? ["SENDER_TRIMMED"]
      : [];
  if (name === arrived) return { codes: ["SENDER_TRIMMED"], model: null };
  const { codes, model } = compareNames(name, arrived, country);
  const replaced = codes.some((code) => code.startsWith("SENDER_REPLACED"));
  return { codes: replaced ? codes : [...codes, ...trimmed], model };
}

const only = (code: FindingCode): SenderComparison => ({ codes: [code], model: null });

function withoutPadding(delivered: string, sent: string): string {
  const bare = delivered.replace(PADDING, "");
  const withoutAt = bare.replace(/@+$/, "");
  return withoutAt === sent ? withoutAt : bare;
}

function compareNames(sent: string, delivered: string, country: string | null): SenderComparison {
  const number = readNumber(sent);
  const other = readNumber(delivered);
  if (number !== null && other !== null) {
    const relation = relateNumbers(number, other, country);
    if (relation === "same-notation") return only("SENDER_NUMBER_FORMAT");
    if (relation === "national-form") return only("SENDER_NATIONAL_FORMAT");
    return relation === "prefixed" ? only("SENDER_PREFIX_ADDED") : only(nameReplacement(delivered, country));
  }
  if (number !== null) {
    const survives = sent.length >= 5 && delivered.includes(sent);
    return survives
      ? { codes: surroundings(sent, delivered), model: null }
      : only(nameReplacement(delivered, country));
  }
  if (other !== null || isWarningLabel(delivered)) return only(nameReplacement(delivered, country));
  const altered = alteredName(sent, delivered);
  if (altered === null) return only(nameReplacement(delivered, country));
  const cut = altered.codes.length === 1 && altered.codes[0] === "SENDER_TRUNCATED";
  const otherName = isGenericName(delivered) && !isGenericName(sent);
  if (
    otherName &&
    !(cut && CUT_LENGTHS.has(delivered.length)) &&
    altered.codes.some((code) => code !== "SENDER_CASE_CHANGED")
  )
    return only(nameReplacement(delivered, country));
  return altered;
}

function surroundings(sent: string, delivered: string): readonly FindingCode[] {
  const at = delivered.indexOf(sent);
  const codes: FindingCode[] = [];
  if (at > 0) codes.push("SENDER_PREFIX_ADDED");
  if (at + sent.length < delivered.length) codes.push("SENDER_SUFFIX_ADDED");
  return codes;
}

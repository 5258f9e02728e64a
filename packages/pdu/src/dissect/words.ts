import type { TypeOfNumber } from "../address.ts";
import type { DataCoding } from "../data-coding.ts";
import type { ProtocolIdentifier } from "../protocol-identifier.ts";
import type { ServiceCentreTimeStamp } from "../service-centre-time-stamp.ts";
import type { Status } from "../status.ts";
import type { TypeOfAddress } from "../type-of-address.ts";
import type { ValidityPeriod } from "../validity-period.ts";

const NUMBER_WORDS: Readonly<Record<TypeOfNumber, string>> = {
  unknown: "unknown type",
  international: "international",
  national: "national",
  "network-specific": "network-specific number",
  subscriber: "subscriber number",
  alphanumeric: "letters",
  abbreviated: "abbreviated number",
  reserved: "reserved type",
};

/** `international, E.164`. */
export function typeOfAddressWords({ ton, npi }: TypeOfAddress): string {
  const plan = npi === "isdn" ? "E.164" : npi === "unknown" ? "no plan" : `${npi} plan`;
  return ton === "alphanumeric" && npi === "unknown" ? NUMBER_WORDS[ton] : `${NUMBER_WORDS[ton]}, ${plan}`;
}

/** `ordinary message`, else the kind with blanks. */
export function protocolIdentifierWords({ value, kind }: ProtocolIdentifier): string {
  if (value === 0) return "ordinary message";
  return kind.replace(/^sm-al-protocol-/, "SM-AL protocol ").replaceAll(/(?<=[a-z0-9])-(?=[a-z0-9])/g, " ");
}

const ALPHABET_WORDS: Readonly<Record<DataCoding["alphabet"], string>> = {
  gsm7: "GSM 7-bit",
  "8bit": "8-bit data",
  ucs2: "UCS-2",
  ksc5601: "KS C 5601",
};

const CLASS_WORDS = [
  "class 0 (shown at once)",
  "class 1 (for the phone)",
  "class 2 (for the SIM)",
  "class 3 (for a terminal)",
] as const;

/** `GSM 7-bit, no class`. */
export function dataCodingWords(coding: DataCoding): string {
  const waiting = coding.messageWaiting;
  return [
    ALPHABET_WORDS[coding.alphabet],
    coding.messageClass === null ? (waiting === null ? "no class" : null) : CLASS_WORDS[coding.messageClass],
    coding.compressed ? "compressed" : null,
    coding.autoDelete ? "deleted once read" : null,
    waiting === null
      ? null
      : `${waiting.kind} waiting ${waiting.active ? "on" : "off"}, ${waiting.store ? "message kept" : "message discarded"}`,
    coding.reserved ? "reserved coding" : null,
  ]
    .filter((word) => word !== null)
    .join(", ");
}

/** `3 days`, `1 hour 30 minutes`. */
function durationWords(seconds: number): string {
  const units = [
    ["week", 604_800],
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
  ] as const;
  let left = seconds;
  const words: string[] = [];
  for (const [unit, size] of units) {
    const n = Math.floor(left / size);
    left -= n * size;
    if (n > 0) words.push(`${n} ${unit}${n === 1 ? "" : "s"}`);
  }
  return words.join(" ") || "no time";
}

/** What TP-VP says, in words. */
export function validityPeriodWords(period: ValidityPeriod): string {
  if (period.format === "absolute") return `until ${timeStampWords(period.until)}`;
  if (period.seconds === null)
    return period.format === "enhanced" && period.unit === "none" ? "no period" : "reserved";
  return `${durationWords(period.seconds)}${period.format === "enhanced" && period.singleShot ? ", one try" : ""}`;
}

/** `1999-03-29 15:16:59 +02:00`. */
export function timeStampWords({ iso, raw }: ServiceCentreTimeStamp): string {
  return iso === null
    ? `${raw} is no possible time`
    : `${iso.slice(0, 10)} ${iso.slice(11, 19)} ${iso.slice(19)}`;
}

const OUTCOME_WORDS: Readonly<Record<Status["outcome"], string>> = {
  completed: "done",
  "temporary-trying": "not yet, still trying",
  permanent: "failed for good",
  "temporary-ended": "failed, no more tries",
};

/** `done: received by recipient`. */
export function statusWords({ outcome, name }: Status): string {
  return `${OUTCOME_WORDS[outcome]}: ${name.replaceAll("-", " ")}`;
}
